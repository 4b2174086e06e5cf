import { useEffect } from 'react'
import type { LedgerStatus } from '#shared/contract/views.ts'
import type { Frame } from '../components/frame-context.ts'
import { frameWords } from '../components/frame-words.ts'
import { showToast } from '../components/toast-list.ts'
import { useWords } from '../i18n/preferences.tsx'
import { useSentence } from '../i18n/sentences.tsx'
import { useCommand } from './use-command.ts'
import { useToggleAmounts } from './use-toggle-amounts.ts'

/** What every page's bar can do: take back, do again, hide amounts, leave the sample. */
export function useFrameActions(
  status: LedgerStatus | null,
  open: Pick<Frame, 'openPalette' | 'openShortcuts'>,
): Frame {
  const say = useWords(frameWords)
  const sentence = useSentence('action')
  const sayRefusal = useSentence('refusal')
  const undo = useCommand('undo', { done: (action) => say('undone', { what: sentence(action.label) }) })
  const redo = useCommand('redo', { done: (action) => say('redone', { what: sentence(action.label) }) })
  const toggleAmounts = useToggleAmounts()
  const leave = useCommand('leaveSample')
  const accept = useCommand('acceptLedger')
  const refused = undo.failure ?? redo.failure
  useEffect(() => {
    if (refused === null) return
    if ('fault' in refused) showToast({ text: say('stepFailed', { reference: refused.fault.reference }) })
    else showToast({ text: sayRefusal({ code: refused.refusal.kind, values: refused.refusal.values }) })
  }, [refused, sayRefusal, say])
  return {
    undo: status?.undo ? () => void undo.run({}) : null,
    redo: status?.redo ? () => void redo.run({}) : null,
    undoLabel: status?.undo ? sentence(status.undo.label) : null,
    redoLabel: status?.redo ? sentence(status.redo.label) : null,
    amountsHidden: status?.settings.hideAmounts ?? false,
    toggleAmounts,
    ...open,
    sample: status?.sample ?? false,
    leaveSample: () => void leave.run({}),
    readOnly: status?.readOnly?.reason ?? null,
    older: status?.older ?? null,
    acceptLedger: () => void accept.run({}),
  }
}
