import { type ReactNode, useId } from 'react'
import { useFieldSentence } from '../i18n/sentences.tsx'
import { Icon } from './icon.tsx'

/** What every field shares: a name above it, a note or the violated rule below it. */
export type FieldProps = {
  readonly label: string
  readonly note?: ReactNode
  /** The kind of the violated rule, as the border or the field's own parser names it. */
  readonly refusal?: FieldProblem | null
  readonly labelHidden?: boolean
}

/** What is wrong with a field; `text` is what stood there, or what is allowed. */
export type FieldProblem = { readonly kind: string; readonly text?: string | undefined }

export type FieldIds = { readonly id: string; readonly describedBy: string | undefined; readonly wrong: boolean }

export function Field(props: FieldProps & { readonly children: (ids: FieldIds) => ReactNode }) {
  const id = useId()
  const sentence = useFieldSentence()
  const problem = props.refusal ?? null
  const wrong = problem !== null
  const below = wrong || props.note ? `${id}-note` : undefined
  return (
    <div className="field">
      <label htmlFor={id} className={props.labelHidden ? 'unseen' : undefined}>
        {props.label}
      </label>
      {props.children({ id, describedBy: below, wrong })}
      {below === undefined ? null : problem !== null ? (
        <p className="field-error" id={below} role="alert">
          <Icon name="warn" size={14} />
          {sentence(problem)}
        </p>
      ) : (
        <p className="field-note" id={below}>
          {props.note}
        </p>
      )}
    </div>
  )
}
