import { contract } from '#shared/contract/contract.ts'
import { backupJson } from '#shared/contract/json/history-json.ts'
import type { CompactionCounts } from '#shared/contract/safety-views.ts'
import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { compactionHandlers } from '../handlers/compaction-handlers.ts'
import { statusHandlers } from '../handlers/status-handlers.ts'
import { instantText } from '../instant.ts'
import { type LedgerSession, withLedger } from './ledger-session.ts'
import { UsageError } from './refused-error.ts'
import { requestOf, wholeOrText } from './request.ts'
import type { Terminal } from './terminal.ts'

export type CompactOptions = { readonly depth?: string; readonly automatic?: string; readonly dryRun?: boolean }

/** Says how deep undo goes, and removes what it no longer reaches. */
export const compact = (terminal: Terminal, options: CompactOptions): Promise<void> =>
  withLedger(terminal, { access: 'write' }, async (session) => {
    const { undoDepth, undoSteps } = await depthOf(session, options)
    const depth = { undoDepth, undoSteps }
    if (options.dryRun || options.depth === 'all' || options.automatic !== undefined) {
      const preview = await session.ask(compactionHandlers.previewCompaction, {})
      terminal.answer({ schema: 'huaqing/compact@1', ...depth, ...preview, removed: null }, () =>
        [depthLine(terminal, depth), countsLine(terminal, 'compactWould', preview.removable)].join('\n'),
      )
      return
    }
    const { removed, backup, bytesBefore, bytesAfter } = await session.ask(compactionHandlers.compact, {})
    const json = { removed, bytesBefore, bytesAfter, backup: backupJson(backup, instantText) }
    terminal.answer({ schema: 'huaqing/compact@1', ...depth, ...json }, () =>
      [
        depthLine(terminal, depth),
        countsLine(terminal, 'compacted', removed),
        terminal.say(cliTexts.compactBytes, { before: bytesBefore, after: bytesAfter }),
        terminal.say(cliTexts.compactKept, { file: backup.file }),
      ].join('\n'),
    )
  })

type Depth = { readonly undoDepth: number | null; readonly undoSteps: number }

async function depthOf(session: LedgerSession, { depth, automatic }: CompactOptions): Promise<Depth> {
  if (automatic !== undefined && automatic !== 'on' && automatic !== 'off') throw new UsageError('--automatic on|off')
  const undoDepth = depth === undefined ? undefined : depth === 'all' ? null : wholeOrText(depth)
  const compactAutomatically = automatic === undefined ? undefined : automatic === 'on'
  if (undoDepth !== undefined || compactAutomatically !== undefined) {
    const changes = requestOf(contract.changeSettings.request, { undoDepth, compactAutomatically })
    await session.ask(statusHandlers.changeSettings, changes)
  }
  const { settings, undoSteps } = await session.ask(statusHandlers.getStatus, {})
  return { undoDepth: settings.undoDepth, undoSteps }
}

const depthLine = ({ say }: Terminal, { undoDepth, undoSteps }: Depth): string =>
  undoDepth === null
    ? say(cliTexts.undoWhole, { count: undoSteps })
    : say(cliTexts.undoBounded, { depth: undoDepth, count: undoSteps })

const countsLine = ({ say }: Terminal, text: 'compactWould' | 'compacted', counts: CompactionCounts): string =>
  say(cliTexts[text], { versions: counts.entries + counts.records, steps: counts.steps })
