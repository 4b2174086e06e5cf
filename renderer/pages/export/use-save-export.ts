import type { SaveOutcome } from '#shared/contract/shell.ts'
import { bridge } from '../../bridge/bridge.ts'
import { showToast } from '../../components/toast-list.ts'
import { useLanguage, useWords } from '../../i18n/preferences.tsx'
import { useCommand } from '../../state/use-command.ts'
import { type ExportDraft, requestOf } from './export-draft.ts'
import { exportWords } from './export-words.ts'

/** What the system's codes mean for whoever wants to save. */
const REASONS: Readonly<Record<string, 'failed.full' | 'failed.closed'>> = {
  ENOSPC: 'failed.full',
  EDQUOT: 'failed.full',
  EACCES: 'failed.closed',
  EPERM: 'failed.closed',
  EROFS: 'failed.closed',
  ENOENT: 'failed.closed',
}

/** Has the file made and asks where it goes; what became of it is told. */
export function useSaveExport() {
  const say = useWords(exportWords)
  const language = useLanguage()
  const make = useCommand('exportFile')
  const save = async (draft: ExportDraft) => {
    const file = await make.run(requestOf(draft, language))
    if (file === null) return
    tell(await bridge.shell.saveFile({ suggestedName: file.name, content: file.text }))
  }
  const tell = (outcome: SaveOutcome): void => {
    if (outcome.kind === 'saved') showToast({ text: say('done', { name: outcome.name }) })
    else if (outcome.kind === 'handed-over') showToast({ text: say('handed', { name: outcome.name }) })
    else if (outcome.kind === 'failed')
      showToast({ text: say(REASONS[outcome.code] ?? 'failed.other', { code: outcome.code }) })
  }
  return { save, busy: make.busy, failure: make.failure }
}
