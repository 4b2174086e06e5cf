import { type FormEvent, type ReactNode, useState } from 'react'
import type { ChosenFile } from '#shared/contract/shell.ts'
import { shownText } from '#shared/contract/texts/shown-text.ts'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'
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
  /** Reads the same file once more, with what the user says its password is. */
  readonly onPassword: (password: string) => void
}) {
  const say = useWords(importWords)
  const sentence = useSentence('refusal')
  const asLedger = useCommand('importCsv', {
    canUndo: ({ batch }) => batch !== null,
    done: (result) => say('ledgerDone', result),
  })
  const { failure } = props
  if ('fault' in failure) return <Failed reference={failure.fault.reference} />
  const { kind, values } = failure.refusal
  if (kind === 'zip-needs-password' || kind === 'zip-password-wrong') {
    return (
      <ZipPassword
        file={props.file}
        again={props.again}
        wrong={kind === 'zip-password-wrong'}
        onPassword={props.onPassword}
      />
    )
  }
  return (
    <div className="failure" role="alert">
      <h2>{say('refusedTitle')}</h2>
      <p className="label">{shownText(props.file.name)}</p>
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

/** A zip as Alipay mails it: its six digits stand in Alipay's messages. */
function ZipPassword(props: {
  readonly file: ChosenFile
  readonly again: ReactNode
  readonly wrong: boolean
  readonly onPassword: (password: string) => void
}) {
  const say = useWords(importWords)
  const sentence = useSentence('refusal')
  const [text, setText] = useState('')
  const [isMissing, setMissing] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(text.trim() === '')
    if (text.trim() !== '') props.onPassword(text.trim())
  }
  return (
    <form className="failure" onSubmit={submit}>
      <h2>{say('passwordTitle')}</h2>
      <p className="label">{shownText(props.file.name)}</p>
      {props.wrong ? (
        <p className="is-attention prose" role="alert">
          {sentence({ code: 'zip-password-wrong' })}
        </p>
      ) : null}
      <TextField
        label={say('password')}
        note={say('passwordNote')}
        value={text}
        inputMode="numeric"
        focusFirst
        refusal={isMissing ? { kind: 'field-missing' } : null}
        onChange={(typed) => {
          setText(typed)
          setMissing(false)
        }}
      />
      <div className="row">
        <Button kind="main" submit>
          {say('passwordDo')}
        </Button>
        {props.again}
      </div>
    </form>
  )
}
