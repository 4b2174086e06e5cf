import { useState } from 'react'
import { dayText } from '#shared/kernel/day.ts'
import { usePreferences, useWords } from '../i18n/preferences.tsx'
import { WholeDayText } from './day-text.tsx'
import type { FieldProps } from './field.tsx'
import { type Leaning, parseDayField, parseMonthField } from './field-parsing.ts'
import { MonthText } from './month-text.tsx'
import { partsWords } from './parts-words.ts'
import { TextField } from './text-field.tsx'

type Props = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly focusFirst?: boolean
}

/** A day as text: `10`, `3-10`, `明天`, `2026-07-10`. What was understood stands below it before anything is done with it. */
export function DayField(props: Props & { readonly leaning?: Leaning; readonly optional?: boolean }) {
  const say = useWords(partsWords)
  const { today } = usePreferences()
  const [left, setLeft] = useState(false)
  const outcome = parseDayField(props.value, today, props.leaning)
  const understood = outcome.ok ? <WholeDayText day={outcome.value} /> : null
  const typed = props.value.trim() !== ''
  return (
    <TextField
      {...props}
      note={
        props.note ??
        understood ??
        (props.optional ? say('optional') : say(props.leaning === 'future' ? 'dayHintAhead' : 'dayHint'))
      }
      refusal={props.refusal ?? (left && typed && !outcome.ok ? { ...outcome.refusal, text: props.value } : null)}
      onBlur={() => {
        setLeft(true)
        // Leaving the field writes out what a short form meant.
        if (outcome.ok) props.onChange(dayText(outcome.value))
      }}
      onChange={(value) => {
        setLeft(false)
        props.onChange(value)
      }}
    />
  )
}

/** A bill month as text: `2026-07`, `2026年07月`, `7`. `bare` in a filter: without the line below. */
export function MonthField(
  props: Props & {
    readonly placeholder?: string
    readonly bare?: boolean
    readonly leaning?: 'past' | 'future'
  },
) {
  const say = useWords(partsWords)
  const { today } = usePreferences()
  const [left, setLeft] = useState(false)
  const outcome = parseMonthField(props.value, today, props.leaning)
  return (
    <TextField
      {...props}
      note={
        props.bare ? undefined : (props.note ?? (outcome.ok ? <MonthText month={outcome.value} /> : say('monthHint')))
      }
      refusal={
        props.refusal ??
        (left && props.value.trim() !== '' && !outcome.ok ? { ...outcome.refusal, text: props.value } : null)
      }
      onBlur={() => setLeft(true)}
      onChange={(value) => {
        setLeft(false)
        props.onChange(value)
      }}
    />
  )
}
