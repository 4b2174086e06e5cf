import { type FormEvent, useEffect, useState } from 'react'
import type { RestorePreview } from '#shared/contract/safety-views.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/text-field.tsx'
import { showToast } from '../../components/toast-list.ts'
import { ProgressPanel } from '../../components/waiting.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { type Failure, useCommand } from '../../state/use-command.ts'
import { backupsWords } from './backups-words.ts'
import { RestoreChanges } from './restore-changes.tsx'

/** A backup of the list, or a file that was picked. */
export type RestoreSource = { readonly backup?: string; readonly fileToken?: string; readonly name: string }

/** What a locked backup asks for, again after a wrong answer. */
const ASKS_FOR_KEY = ['backup-needs-passphrase', 'age-wrong-passphrase', 'age-wrong-key', 'backup-key-missing']

const needsKey = (failure: Failure | null): boolean =>
  failure !== null && 'refusal' in failure && ASKS_FOR_KEY.includes(failure.refusal.kind)

/** The last part of a path. */
const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path

/** First what would change; then, by one press, it is so, and undo takes it back. */
export function RestoreDialog({ source, onClose }: { readonly source: RestoreSource; readonly onClose: () => void }) {
  const say = useWords(backupsWords)
  const [passphrase, setPassphrase] = useState('')
  const [preview, setPreview] = useState<RestorePreview | null>(null)
  const look = useCommand('previewRestore')
  const restore = useCommand('restoreBackup')
  const { name, ...chosen } = source
  const request = { ...chosen, ...(passphrase === '' ? {} : { passphrase }) }
  const open = async (): Promise<void> => setPreview(await look.run(request))
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once when it opens; a passphrase asks again by its button
  useEffect(() => void open(), [])
  const put = async (): Promise<void> => {
    const result = await restore.run(request)
    if (result === null) return
    const aside = result.undoable || result.kept === null ? null : nameOf(result.kept)
    showToast(
      aside === null
        ? { text: say('restored'), undo: result.undoable }
        : { text: say('restoredAside', { name: aside }) },
    )
    onClose()
  }
  return (
    <Dialog title={say('restoreTitle')} form="sheet" onClose={onClose}>
      <div className="stack">
        <p className="second">{name}</p>
        {look.busy ? (
          <ProgressPanel text={say('looking')} progress={null} onStop={look.stop} stopMeans={say('lookStop')} />
        ) : null}
        {preview === null && needsKey(look.failure) ? (
          <KeyForm value={passphrase} onChange={setPassphrase} onOpen={() => void open()} />
        ) : null}
        <FailureNote failure={look.failure ?? restore.failure} />
        {preview === null ? null : <RestoreChanges preview={preview} />}
        {restore.busy ? (
          <ProgressPanel text={say('restoring')} progress={null} onStop={restore.stop} stopMeans={say('lookStop')} />
        ) : preview === null ? null : (
          <div className="form-end">
            <Button onPress={onClose}>{say('cancel')}</Button>
            <Button kind="main" onPress={() => void put()}>
              {say('doRestore')}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  )
}

function KeyForm(props: {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onOpen: () => void
}) {
  const say = useWords(backupsWords)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    props.onOpen()
  }
  return (
    <form className="form" onSubmit={submit}>
      <TextField label={say('passphrase')} value={props.value} focusFirst onChange={props.onChange} />
      <div className="form-end">
        <Button kind="main" submit>
          {say('open')}
        </Button>
      </div>
    </form>
  )
}
