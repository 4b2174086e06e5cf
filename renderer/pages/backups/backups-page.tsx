import { Page } from '../../components/page.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { BackupList } from './backup-list.tsx'
import { backupsWords } from './backups-words.ts'

/** What was kept, and what brings it back. */
export function BackupsPage() {
  const say = useWords(backupsWords)
  return (
    <Page title={say('title')} note={say('note')}>
      <BackupList />
    </Page>
  )
}
