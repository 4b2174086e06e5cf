import { useState } from 'react'
import { amountText } from '../i18n/format.ts'
import { usePreferences, useWords } from '../i18n/preferences.tsx'
import type { FieldProps } from './field.tsx'
import { hasArithmetic, parseMoneyField } from './field-parsing.ts'
import { partsWords } from './parts-words.ts'
import { TextField } from './text-field.tsx'

/** An amount as text: `12.5+3*4`, full-width digits, `￥`, `，`, `。`. The result of a sum stands beside it; a wrong one is said when the field is left. */
export function MoneyField(
  props: FieldProps & {
    readonly value: string
    readonly onChange: (value: string) => void
    readonly placeholder?: string
    readonly focusFirst?: boolean
  },
) {
  const say = useWords(partsWords)
  const { hideAmounts } = usePreferences()
  const [left, setLeft] = useState(false)
  const outcome = parseMoneyField(props.value)
  const ownRefusal = left && props.value !== '' && !outcome.ok ? outcome.refusal : null
  const sum =
    outcome.ok && !hideAmounts && hasArithmetic(props.value)
      ? say('moneyResult', { amount: amountText(outcome.value) })
      : null
  return (
    <TextField
      {...props}
      refusal={props.refusal ?? ownRefusal}
      onChange={(value) => {
        setLeft(false)
        props.onChange(value)
      }}
      onBlur={() => setLeft(true)}
      inputMode="text"
      veiled={hideAmounts}
      before={<i aria-hidden="true">¥</i>}
      after={sum}
    />
  )
}
