import type { SaveOutcome } from '#shared/contract/shell.ts'
import { bridge } from '../../bridge/bridge.ts'
import { showToast } from '../../components/toast-list.ts'
import { useLanguage, useWords } from '../../i18n/preferences.tsx'
import { useCommand } from '../../state/use-command.ts'
import { DO_ALSO } from './palette-also.ts'
import { command, type PaletteCommand } from './palette-command.ts'
import { paletteWords } from './palette-words.ts'

/** What leaves the ledger as a file or on paper. */
export function useFileCommands(): readonly PaletteCommand[] {
  const say = useWords(paletteWords)
  const language = useLanguage()
  const backup = useCommand('makeBackup', { done: () => say('backupDone') })
  const make = useCommand('exportFile')
  const tell = (saved: SaveOutcome) => {
    if (saved.kind === 'failed') showToast({ text: say('notSaved', { code: saved.code }) })
    else if (saved.kind !== 'canceled') showToast({ text: say('fileSaved', { name: saved.name }) })
  }
  const save = async (format: 'csv' | 'ics') => {
    const file = await make.run({ format, language, bom: format === 'csv' })
    if (file !== null) tell(await bridge.shell.saveFile({ suggestedName: file.name, content: file.text }))
  }
  const savePage = async () => {
    const title = document.querySelector('main h1')?.textContent || document.title
    tell(await bridge.shell.savePdf(`${title}.pdf`))
  }
  return [
    command('backup', say('backup'), { icon: 'shield', also: DO_ALSO.backup, run: () => void backup.run({}) }),
    command('export-csv', say('exportCsv'), {
      icon: 'export',
      also: DO_ALSO['export-csv'],
      run: () => void save('csv'),
    }),
    command('export-ics', say('exportIcs'), {
      icon: 'export',
      also: DO_ALSO['export-ics'],
      run: () => void save('ics'),
    }),
    command('print', say('print'), { icon: 'print', also: DO_ALSO.print, run: () => window.print() }),
    ...(bridge.shell.can.savePdf
      ? [command('save-pdf', say('savePdf'), { icon: 'print', also: DO_ALSO['save-pdf'], run: () => void savePage() })]
      : []),
  ]
}
