import { type KeyboardEvent, useRef } from 'react'
import { shownText } from '#shared/contract/texts/shown-text.ts'

export type Choice<T extends string> = { readonly value: T; readonly label: string }

/** One of a few, all in sight. Arrow keys move the choice, as in any radio group. */
export function Segmented<T extends string>(props: {
  readonly label: string
  readonly choices: readonly Choice<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
  readonly small?: boolean
}) {
  const group = useRef<HTMLDivElement>(null)
  const at = props.choices.findIndex((choice) => choice.value === props.value)
  const move = (event: KeyboardEvent) => {
    const step =
      event.key === 'ArrowRight' || event.key === 'ArrowDown'
        ? 1
        : event.key === 'ArrowLeft' || event.key === 'ArrowUp'
          ? -1
          : 0
    if (step === 0) return
    event.preventDefault()
    const next = (at + step + props.choices.length) % props.choices.length
    props.onChange(props.choices[next]!.value)
    group.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    <div ref={group} className={`segmented${props.small ? ' small' : ''}`} role="radiogroup" aria-label={props.label}>
      {props.choices.map((choice, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a button in a radio group keeps the segment's own look and focus
        <button
          key={choice.value}
          type="button"
          role="radio"
          aria-checked={choice.value === props.value}
          tabIndex={index === Math.max(at, 0) ? 0 : -1}
          onClick={() => props.onChange(choice.value)}
          onKeyDown={move}
        >
          {shownText(choice.label)}
        </button>
      ))}
    </div>
  )
}
