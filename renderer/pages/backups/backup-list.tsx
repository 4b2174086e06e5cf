import { useState } from 'react'
import type { BackupView } from '#shared/contract/safety-views.ts'
import { backupReasonText } from '#shared/contract/texts/backup-reason-texts.ts'
import { bridge } from '../../bridge/bridge.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { Section } from '../../components/section.tsx'
import { showToast } from '../../components/toast-list.ts'
import { ProgressPanel } from '../../components/waiting.tsx'
import { sizeText } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Answered, FailureNote } from '../../state/answered.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { backupsWords } from './backups-words.ts'
import { RestoreDialog, type RestoreSource } from './restore-dialog.tsx'

/** Backups that were made, reopened and checked, newest first; each can be put back. Works without an open ledger. */
export function BackupList({ canMake = true }: { readonly canMake?: boolean }) {
  const say = useWords(backupsWords)
  const language = useLanguage()
  const format = useFormat()
  const answer = useAsk('listBackups', {})
  const isSample = hereOrNull(useAsk('getStatus', {}, { enabled: canMake }))?.sample ?? false
  const none = !canMake ? 'noneBeside' : isSample ? 'noneOfSample' : 'none'
  const make = useCommand('makeBackup', { done: () => say('done') })
  const [source, setSource] = useState<RestoreSource | null>(null)
  const pick = async () => {
    const file = await bridge.shell.pickFile('backup')
    if (file !== null) setSource({ fileToken: file.fileToken, name: file.name })
    else if (bridge.shell.kind === 'browser') showToast({ text: say('unreadable') })
  }
  return (
    <Section title={say('list')}>
      <div className="stack">
        <Answered answer={answer}>
          {(backups) =>
            backups.length === 0 ? (
              <p className="label">{say(none)}</p>
            ) : (
              <BackupTable
                backups={backups}
                onRestore={(backup) =>
                  setSource({
                    backup: backup.file,
                    name: `${format.instant(backup.at)} · ${backupReasonText(backup.reason, language)}`,
                  })
                }
              />
            )
          }
        </Answered>
        {make.busy ? (
          <ProgressPanel text={say('running')} progress={make.progress} onStop={make.stop} stopMeans={say('stop')} />
        ) : (
          <div className="row">
            {canMake ? (
              <Button icon="shield" onPress={() => void make.run({})}>
                {say('now')}
              </Button>
            ) : null}
            <Button onPress={() => void pick()}>{say('fromFile')}</Button>
          </div>
        )}
        <FailureNote failure={make.failure} />
      </div>
      {source === null ? null : <RestoreDialog source={source} onClose={() => setSource(null)} />}
    </Section>
  )
}

function BackupTable(props: {
  readonly backups: readonly BackupView[]
  readonly onRestore: (backup: BackupView) => void
}) {
  const say = useWords(backupsWords)
  return (
    <table className="grid-table dense">
      <thead>
        <tr>
          <th scope="col">{say('when')}</th>
          <th scope="col">{say('why')}</th>
          <th scope="col" className="number">
            {say('size')}
          </th>
          <th scope="col">{say('state')}</th>
          <th scope="col">
            <span className="unseen">{say('restore')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.backups.map((backup) => (
          <BackupRow key={backup.file} backup={backup} onRestore={() => props.onRestore(backup)} />
        ))}
      </tbody>
    </table>
  )
}

function BackupRow({ backup, onRestore }: { readonly backup: BackupView; readonly onRestore: () => void }) {
  const say = useWords(backupsWords)
  const language = useLanguage()
  const format = useFormat()
  const when = format.instant(backup.at)
  return (
    <tr title={backup.file}>
      <td className="nowrap">{when}</td>
      <td className="second">{backupReasonText(backup.reason, language)}</td>
      <td className="number">{sizeText(backup.bytes)}</td>
      <td>
        <span className={`state ${backup.verified ? 'is-safe' : 'is-attention'}`}>
          <Icon name={backup.verified ? 'shield' : 'warn'} />
          {say(backup.verified ? 'verified' : 'failed')}
          {backup.encrypted ? ` · ${say('locked')}` : ''}
        </span>
      </td>
      <td className="shrink">
        {backup.verified ? (
          <Button small name={say('restoreFrom', { when })} onPress={onRestore}>
            {say('restore')}
          </Button>
        ) : null}
      </td>
    </tr>
  )
}
