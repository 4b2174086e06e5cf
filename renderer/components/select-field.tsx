import type { KeyboardEvent } from 'react'
import { shownText } from '#shared/contract/texts/shown-text.ts'
import { Field, type FieldProps } from './field.tsx'
import type { Choice } from './segmented.tsx'

/**
 * Enter sends the form, as from every other field: a browser does not do so from a list. While the list is open its keys
 * never come here. The button is pressed, so that one that cannot be pressed says why.
 */
function sendOnEnter(event: KeyboardEvent<HTMLSelectElement>) {
  const { form } = event.currentTarget
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || form === null) return
  event.preventDefault()
  form.querySelector<HTMLButtonElement>('button[type="submit"]')?.click()
}

/** One of several: the system's own list, which every keyboard and screen reader knows. */
export function SelectField<T extends string>(
  props: FieldProps & {
    readonly choices: readonly Choice<T>[]
    readonly value: T
    readonly onChange: (value: T) => void
  },
) {
  return (
    <Field {...props}>
      {({ id, describedBy, wrong }) => (
        <select
          id={id}
          className={`input${wrong ? ' wrong' : ''}`}
          value={props.value}
          aria-invalid={wrong || undefined}
          aria-describedby={describedBy}
          onChange={(event) => props.onChange(event.target.value as T)}
          onKeyDown={sendOnEnter}
        >
          {props.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {shownText(choice.label)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export function CheckField(props: {
  readonly label: string
  readonly note?: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) {
  return (
    <label className="check">
      <input type="checkbox" checked={props.checked} onChange={(event) => props.onChange(event.target.checked)} />
      <span>
        {props.label}
        {props.note ? <small>{props.note}</small> : null}
      </span>
    </label>
  )
}
