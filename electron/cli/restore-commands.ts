import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { restoreJson } from '#shared/contract/json/history-json.ts'
import { yuan } from '#shared/contract/json/leaves.ts'
import type { ContentView, RestorePreview, RestoreResult } from '#shared/contract/safety-views.ts'
import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { dayText } from '#shared/kernel/day.ts'
import { done, refused } from '#shared/kernel/outcome.ts'
import type { Handled, RescueContext } from '../handlers/handler.ts'
import { restoreHandlers } from '../handlers/restore-handlers.ts'
import { withRescue } from './ledger-session.ts'
import { table } from './table.ts'
import type { Terminal } from './terminal.ts'
import { coded } from './words.ts'

export type RestoreOptions = { readonly passphrase?: string; readonly dryRun?: boolean }

const instant = (at: number): string => new Date(at).toISOString()

type Restored = { readonly preview: RestorePreview; readonly result: RestoreResult | null }

/** Says what changes, keeps the present ledger, and puts the file in place; works also where the ledger is broken. */
export async function restore(terminal: Terminal, file: string, options: RestoreOptions): Promise<void> {
  const { preview, result } = await withRescue(terminal, (context) => restoreIn(context, resolve(file), options))
  const json = { schema: 'huaqing/restore@1', restore: { ...restoreJson(preview, instant), ...result } }
  terminal.answer(json, () => [tableOf(terminal, preview), ...resultLines(terminal, result)].join('\n'))
}

async function restoreIn(context: RescueContext, path: string, options: RestoreOptions): Promise<Handled<Restored>> {
  if (!existsSync(path)) return refused({ kind: 'file-not-found', path })
  const request = { fileToken: path, ...(options.passphrase === undefined ? {} : { passphrase: options.passphrase }) }
  const preview = await restoreHandlers.previewRestore(context, request)
  if (!preview.ok) return preview
  if (options.dryRun) return done({ preview: preview.value, result: null })
  const result = await restoreHandlers.restoreBackup(context, request)
  return result.ok ? done({ preview: preview.value, result: result.value }) : result
}

function tableOf(terminal: Terminal, { before, after, leaves, leavesCount }: RestorePreview): string {
  const { say } = terminal
  const right = 'right' as const
  const columns = [
    { title: '' },
    { title: say(cliTexts.account), align: right },
    { title: say(cliTexts.entries), align: right },
    { title: say(cliTexts.actionsTitle), align: right },
    { title: say(cliTexts.total), align: right },
    { title: say(cliTexts.newestDay) },
  ]
  const row = (name: string, content: ContentView): string[] => [
    name,
    String(content.accounts),
    String(content.entries),
    String(content.actions),
    yuan(content.owed),
    content.newestDay === null ? '' : dayText(content.newestDay),
  ]
  const rows = [...(before === null ? [] : [row(say(cliTexts.before), before)]), row(say(cliTexts.after), after)]
  const left = leavesCount === 0 ? [] : [say(cliTexts.restoreLeaves, { count: leavesCount })]
  return [table(columns, rows), ...left, ...leaves.map(({ label }) => `  ${coded(terminal, label)}`)].join('\n')
}

function resultLines({ say }: Terminal, result: RestoreResult | null): readonly string[] {
  if (result === null) return []
  const { file, kept, undoable } = result
  const keptLine = kept === null ? [] : [say(undoable ? cliTexts.restoreKept : cliTexts.restoreAside, { kept })]
  return [say(cliTexts.restored, { file }), ...keptLine]
}
