import type { ReactNode } from 'react'
import type { ChosenFile } from '#shared/contract/shell.ts'
import { Button } from '../../components/button.tsx'
import { Failed } from '../../components/waiting.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useSentence } from '../../i18n/sentences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { type Failure, useCommand } from '../../state/use-command.ts'
import { importWords } from './import-words.ts'

/** A whole file that is not read: which rule it broke, what to do, and the next file. */
export function FileRefused(props: {
  readonly failure: Failure
  readonly file: ChosenFile
  readonly again: ReactNode
}) {
  const say = useWords(importWords)
  const sentence = useSentence('refusal')
  const asLedger = useCommand('importCsv', { canUndo: true, done: (result) => say('ledgerDone', result) })
  const { failure } = props
  if ('fault' in failure) return <Failed reference={failure.fault.reference} />
  const { kind, values } = failure.refusal
  return (
    <div className="failure" role="alert">
      <h2>{say('refusedTitle')}</h2>
      <p className="label">{props.file.name}</p>
      <p className="prose">{sentence({ code: kind, values })}</p>
      <FailureNote failure={asLedger.failure} />
      <div className="row">
        {kind === 'huaqing-csv' ? (
          <Button kind="main" onPress={() => void asLedger.run({ fileToken: props.file.fileToken })}>
            {say('asLedger')}
          </Button>
        ) : null}
        {props.again}
      </div>
    </div>
  )
}
