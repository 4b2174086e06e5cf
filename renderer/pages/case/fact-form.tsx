import { type FormEvent, type ReactNode, useState } from 'react'
import type { ContractMethod, RequestInput } from '#shared/contract/contract.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import type { FieldProblem } from '../../components/field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import type { Command } from '../../state/use-command.ts'
import { caseWords } from './case-words.ts'

/** What a field of a draft needs: what stands in it, what is wrong with it, and what a change does. */
type At<Value> = {
  readonly value: Value
  readonly refusal: FieldProblem | null
  readonly onChange: (value: Value) => void
}

/** A fact as it is being typed; `at` ties a field of the form to it, under the path by which the border refuses it. */
export function useFactDraft<D extends object>(start: () => D, record: Pick<Command<ContractMethod>, 'fieldRefusal'>) {
  const [draft, setDraft] = useState(start)
  const change = (changes: Partial<D>) => setDraft((before) => ({ ...before, ...changes }))
  const at = <K extends keyof D & string>(key: K, path: string = key): At<D[K]> => ({
    value: draft[key],
    refusal: record.fieldRefusal(path),
    onChange: (value) => change({ [key]: value } as unknown as Partial<D>),
  })
  return { draft, at }
}

/** The frame of every form of the case file: it closes once the fact is written; what was typed stays until then. */
export function FactForm<M extends ContractMethod>(props: {
  readonly record: Command<M>
  readonly request: () => RequestInput<M>
  readonly cannot?: string | null
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const say = useWords(caseWords)
  const { record } = props
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if ((await record.run(props.request())) !== null) props.onClose()
  }
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      {props.children}
      <FailureNote failure={record.failure} />
      <div className="form-end">
        <Button kind="main" submit cannot={props.cannot ?? null}>
          {say('save')}
        </Button>
      </div>
    </form>
  )
}

/** A form of the case file stands at the edge of the window, beside what it is about. */
export const FactDialog = (props: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}) => <Dialog {...props} form="narrow" />
