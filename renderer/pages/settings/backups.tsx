import type { BackupView } from '#shared/contract/safety-views.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { Section } from '../../components/section.tsx'
import { ProgressPanel } from '../../components/waiting.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Answered, FailureNote } from '../../state/answered.tsx'
import { useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { settingsWords } from './settings-words.ts'

/** Backups that were made, reopened and checked, newest first, and one more on demand. */
export function Backups() {
  const say = useWords(settingsWords)
  const answer = useAsk('listBackups', {})
  const make = useCommand('makeBackup', { done: () => say('backupDone') })
  return (
    <Section title={say('backups')} aside={say('backupsNote')}>
      <div className="stack">
        <Answered answer={answer}>
          {(backups) =>
            backups.length === 0 ? <p className="label">{say('backupNone')}</p> : <BackupTable backups={backups} />
          }
        </Answered>
        {make.busy ? (
          <ProgressPanel
            text={say('backupRunning')}
            progress={make.progress}
            onStop={make.stop}
            stopMeans={say('backupStop')}
          />
        ) : (
          <div className="row">
            <Button icon="shield" onPress={() => void make.run({})}>
              {say('backupNow')}
            </Button>
          </div>
        )}
        <FailureNote failure={make.failure} />
      </div>
    </Section>
  )
}

function BackupTable({ backups }: { readonly backups: readonly BackupView[] }) {
  const say = useWords(settingsWords)
  const format = useFormat()
  return (
    <table className="grid-table dense">
      <thead>
        <tr>
          <th scope="col">{say('backupWhen')}</th>
          <th scope="col">{say('backupFile')}</th>
          <th scope="col" className="number">
            {say('backupSize')}
          </th>
          <th scope="col">{say('backupState')}</th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <tr key={backup.file}>
            <td className="nowrap">{format.instant(backup.at)}</td>
            <td className="second">{backup.file.split(/[\\/]/).at(-1)}</td>
            <td className="number">{sizeText(backup.bytes)}</td>
            <td>
              <span className={`state ${backup.verified ? 'is-safe' : 'is-attention'}`}>
                <Icon name={backup.verified ? 'shield' : 'warn'} />
                {say(backup.verified ? 'backupVerified' : 'backupNotVerified')}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Bytes as people read them: `1.4 MB`. */
function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
