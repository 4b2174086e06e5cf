import { Field, type FieldProps } from './field.tsx'
import { keepComposition } from './text-field.tsx'

/** Several lines of text, such as a table that is pasted. Enter is a new line here. */
export function TextArea(
  props: FieldProps & {
    readonly value: string
    readonly onChange: (value: string) => void
    readonly placeholder?: string
    readonly rows?: number
    readonly focusFirst?: boolean
  },
) {
  return (
    <Field {...props}>
      {({ id, describedBy, wrong }) => (
        <textarea
          id={id}
          className={`input${wrong ? ' wrong' : ''}`}
          rows={props.rows ?? 6}
          value={props.value}
          placeholder={props.placeholder}
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: only in a panel that the user has just opened to type in it
          autoFocus={props.focusFirst}
          aria-invalid={wrong || undefined}
          aria-describedby={describedBy}
          onChange={(event) => props.onChange(event.target.value)}
          onKeyDown={keepComposition}
        />
      )}
    </Field>
  )
}
