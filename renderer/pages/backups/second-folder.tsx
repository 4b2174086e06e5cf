import { type FormEvent, useState } from 'react'
import type { SafetyView } from '#shared/contract/safety-views.ts'
import { bridge } from '../../bridge/bridge.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Icon } from '../../components/icon.tsx'
import { Section } from '../../components/section.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { Sentence } from '../../i18n/sentences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Answered, FailureNote } from '../../state/answered.tsx'
import { useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { backupsWords } from './backups-words.ts'

/** A second folder of the user's choice, locked where it leaves the computer; and what around the ledger endangers it. */
export function SecondFolder() {
  const answer = useAsk('getSafety', {})
  return <Answered answer={answer}>{(safety) => <Safety safety={safety} />}</Answered>
}

function Safety({ safety }: { readonly safety: SafetyView }) {
  const say = useWords(backupsWords)
  return (
    <>
      {safety.warnings.map((warning) => (
        <div className="call" key={JSON.stringify(warning)}>
          <Icon name="warn" />
          <p>
            <Sentence room="surroundings" {...warning} />
          </p>
        </div>
      ))}
      <Section title={say('second')}>
        <div className="stack">
          <FolderState safety={safety} />
          <FolderButtons safety={safety} />
        </div>
      </Section>
    </>
  )
}

function FolderState({ safety }: { readonly safety: SafetyView }) {
  const say = useWords(backupsWords)
  const format = useFormat()
  const { folder, locked } = safety
  if (folder === null) return <p className="label prose">{say('secondNone')}</p>
  return (
    <>
      <p className="second">{folder.path}</p>
      <p className="note">
        {folder.last === null ? say('secondEmpty') : say('secondLast', { when: format.instant(folder.last.at) })}
        {locked ? ` · ${say('secondLocked')}` : ''}
      </p>
      {folder.isThere && !folder.isBehind ? null : (
        <p className="state is-attention">
          <Icon name="warn" />
          {say(folder.isThere ? 'secondBehind' : 'secondAway')}
        </p>
      )}
    </>
  )
}

function FolderButtons({ safety }: { readonly safety: SafetyView }) {
  const say = useWords(backupsWords)
  const [token, setToken] = useState<string | null>(null)
  const [locking, setLocking] = useState(false)
  const change = useCommand('setBackupFolder')
  const syncs =
    change.failure !== null && 'refusal' in change.failure && change.failure.refusal.kind === 'backup-folder-syncs'
  const choose = async () => {
    const folder = await bridge.shell.pickFolder()
    if (folder === null) return
    setToken(folder.folderToken)
    await change.run({ folderToken: folder.folderToken })
  }
  const anyway = () => void change.run({ folderToken: token, plain: true })
  return (
    <>
      <FailureNote failure={change.failure} />
      <div className="row">
        {bridge.shell.can.pickFolder ? (
          <Button onPress={() => void choose()}>{say(safety.folder === null ? 'secondChoose' : 'secondOther')}</Button>
        ) : (
          <p className="note">
            {say('secondByCommand')}{' '}
            <code className="second">npm run huaqing -- backups folder {say('secondFolder')}</code>
          </p>
        )}
      </div>
      <div className="row">
        <Button onPress={() => setLocking(true)}>{say(safety.locked ? 'lockAgain' : 'lock')}</Button>
        {syncs ? <Button onPress={anyway}>{say('secondPlain')}</Button> : null}
        {safety.folder === null ? null : (
          <Button onPress={() => void change.run({ folderToken: null })}>{say('secondEnd')}</Button>
        )}
      </div>
      {locking ? <LockDialog onClose={() => setLocking(false)} /> : null}
    </>
  )
}

/** A passphrase, and then the key on paper, once. */
function LockDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(backupsWords)
  const [passphrase, setPassphrase] = useState('')
  const [key, setKey] = useState<string | null>(null)
  const lock = useCommand('lockBackups')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const made = await lock.run({ passphrase })
    if (made !== null) setKey(made.secretKey)
  }
  return (
    <Dialog title={say('lock')} form="sheet" onClose={onClose}>
      {key === null ? (
        <form className="form" onSubmit={(event) => void submit(event)}>
          <p className="prose">{say('lockText')}</p>
          <TextField
            label={say('lockPassphrase')}
            note={say('lockNote')}
            value={passphrase}
            focusFirst
            refusal={lock.fieldRefusal('passphrase')}
            onChange={setPassphrase}
          />
          <FailureNote failure={lock.failure} />
          <div className="form-end">
            <Button kind="main" submit cannot={lock.busy ? say('lockRunning') : null}>
              {say('lockDo')}
            </Button>
          </div>
        </form>
      ) : (
        <div className="stack">
          <p className="prose">{say('keyText')}</p>
          <p className="backup-key">{key}</p>
          <div className="row">
            <Button onPress={() => void bridge.shell.copyText(key)}>{say('keyCopy')}</Button>
            <Button onPress={() => window.print()}>{say('keyPrint')}</Button>
            <Button kind="main" onPress={onClose}>
              {say('keyKept')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  )
}
