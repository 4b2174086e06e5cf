import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { HIDDEN_AMOUNT } from '../i18n/format.ts'
import { Field, type FieldProblem, type FieldProps } from './field.tsx'

type TextProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly before?: ReactNode
  readonly after?: ReactNode
  readonly focusFirst?: boolean
  /** Hidden while it is typed: a passphrase. */
  readonly secret?: boolean
  /** Hidden until somebody goes into the field to change it: an amount where amounts are hidden. */
  readonly veiled?: boolean
  readonly inputMode?: 'text' | 'decimal' | 'numeric'
  readonly onBlur?: () => void
}

/** A line of text. Enter that only ends the composition of a Chinese input method never leaves the field. */
export function TextField(props: TextProps) {
  const refusal = useWhileUnchanged(props.refusal ?? null, props.value)
  // A panel that opens in a field shows what stands there only to who then presses or types in it.
  const [isEntered, setEntered] = useState(props.focusFirst !== true)
  const enter = () => setEntered(true)
  const isVeiled = props.veiled === true && props.value !== ''
  const veil = isVeiled ? ` veiled${isEntered ? '' : ' unentered'}` : ''
  return (
    <Field {...props} refusal={refusal}>
      {({ id, describedBy, wrong }) => (
        <span className={`input${wrong ? ' wrong' : ''}${veil}`}>
          {props.before}
          {isVeiled ? <VeilOfOneLength /> : null}
          <input
            id={id}
            type={props.secret ? 'password' : 'text'}
            value={props.value}
            placeholder={props.placeholder}
            inputMode={props.inputMode}
            autoComplete={props.secret ? 'new-password' : 'off'}
            spellCheck={false}
            // biome-ignore lint/a11y/noAutofocus: only in a panel that the user has just opened to type in it
            autoFocus={props.focusFirst}
            aria-invalid={wrong || undefined}
            aria-describedby={describedBy}
            onChange={(event) => props.onChange(event.target.value)}
            onKeyDown={keepComposition}
            onPointerDown={enter}
            onInput={enter}
            onBlur={() => {
              enter()
              props.onBlur?.()
            }}
          />
          {props.after ? <span className="input-end">{props.after}</span> : null}
        </span>
      )}
    </Field>
  )
}

/** One dot for each digit would tell how large an amount is. */
const VeilOfOneLength = () => (
  <b className="veil" aria-hidden="true">
    {HIDDEN_AMOUNT}
  </b>
)

/** What is wrong with a text is said of that text alone: beside what has been put right since, it would be untrue. */
function useWhileUnchanged(refusal: FieldProblem | null, value: string): FieldProblem | null {
  const problem = refusal === null ? '' : `${refusal.kind} ${refusal.text ?? ''}`
  const [said, setSaid] = useState({ problem, value })
  if (said.problem === problem) return said.value === value ? refusal : null
  setSaid({ problem, value })
  return refusal
}

/** While a composition is open, Enter chooses a word and Escape drops it: neither sends the form nor closes the panel. */
export function keepComposition(event: KeyboardEvent): void {
  if (!isComposing(event)) return
  if (event.key === 'Enter') event.preventDefault()
  event.stopPropagation()
}

/** 229 is what browsers report for keys that an input method has taken. */
export const isComposing = (event: KeyboardEvent): boolean => event.nativeEvent.isComposing || event.keyCode === 229
