import { Page } from '../../components/page.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { BackupList } from './backup-list.tsx'
import './backups.css'
import { backupsWords } from './backups-words.ts'
import { Doctor } from './doctor.tsx'
import { SecondFolder } from './second-folder.tsx'

/** What was kept and what brings it back, where else it lies, and whether the ledger is sound. */
export function BackupsPage() {
  const say = useWords(backupsWords)
  return (
    <Page title={say('title')} note={say('note')}>
      <div className="column">
        <BackupList />
        <SecondFolder />
        <Doctor />
      </div>
    </Page>
  )
}
