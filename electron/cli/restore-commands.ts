import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { restoreJson } from '#shared/contract/json/history-json.ts'
import type { ContentView, RestorePreview, RestoreResult } from '#shared/contract/safety-views.ts'
import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { dayText } from '#shared/kernel/day.ts'
import { done, refused } from '#shared/kernel/outcome.ts'
import type { Handled, RescueContext } from '../handlers/handler.ts'
import { allBackups, restoreHandlers } from '../handlers/restore-handlers.ts'
import { instantText } from '../instant.ts'
import { withRescue } from './ledger-session.ts'
import { money, table } from './table.ts'
import type { Terminal } from './terminal.ts'
import { coded } from './words.ts'

export type RestoreOptions = { readonly passphrase?: string; readonly dryRun?: boolean; readonly yes?: boolean }

/** `isShown`: what changes was shown already, before it was asked whether to go on. */
type Restored = { readonly preview: RestorePreview; readonly result: RestoreResult | null; readonly isShown: boolean }

/** Says what changes, asks, keeps the present ledger, and puts the file in place; works also where the ledger is broken. */
export async function restore(terminal: Terminal, file: string, options: RestoreOptions): Promise<void> {
  const answered = await withRescue(terminal, (context) => restoreIn(terminal, context, { ...options, file }))
  const { preview, result, isShown } = answered
  const json = { schema: 'huaqing/restore@1', restore: { ...restoreJson(preview, instantText), ...result } }
  terminal.answer(json, () =>
    [...(isShown ? [] : [changesText(terminal, preview)]), ...endLines(terminal, result)].join('\n'),
  )
}

async function restoreIn(
  terminal: Terminal,
  context: RescueContext,
  { file, passphrase, dryRun, yes }: RestoreOptions & { readonly file: string },
): Promise<Handled<Restored>> {
  const request = { fileToken: pathOf(context, file), ...(passphrase === undefined ? {} : { passphrase }) }
  const looked = await restoreHandlers.previewRestore(context, request)
  if (!looked.ok) return looked
  const preview = looked.value
  if (dryRun) return done({ preview, result: null, isShown: false })
  const confirm = yes ? null : terminal.confirm
  if (confirm !== null) {
    terminal.tell(changesText(terminal, preview))
    if (!(await confirm(terminal.say(cliTexts.restoreAsk)))) return refused({ kind: 'canceled' })
  }
  const result = await restoreHandlers.restoreBackup(context, request)
  return result.ok ? done({ preview, result: result.value, isShown: confirm !== null }) : result
}

/** A file, or one of the backups by its name alone. */
function pathOf(context: RescueContext, file: string): string {
  const path = resolve(file)
  if (existsSync(path)) return path
  return allBackups(context).find((backup) => basename(backup.file) === file)?.file ?? path
}

function changesText(terminal: Terminal, preview: RestorePreview): string {
  const { say } = terminal
  const { before, after, entries, leaves, leavesCount } = preview
  const lines = [
    contentTable(terminal, preview),
    before === null ? '' : say(cliTexts.restoreOwed, { before: money(before.owed), after: money(after.owed) }),
    entries === null ? '' : say(cliTexts.restoreEntries, entries),
    leavesCount === 0 ? '' : say(cliTexts.restoreLeaves, { count: leavesCount }),
    ...leaves.map(({ label }) => `  ${coded(terminal, 'action', label)}`),
    leavesCount > leaves.length ? `  ${say(cliTexts.andMore, { count: leavesCount - leaves.length })}` : '',
    say(before === null ? cliTexts.restoreBroken : cliTexts.restoreKeeps),
  ]
  return lines.filter((line) => line !== '').join('\n')
}

function contentTable({ say }: Terminal, { before, after }: RestorePreview): string {
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
    money(content.owed),
    content.newestDay === null ? '' : dayText(content.newestDay),
  ]
  const rows = [...(before === null ? [] : [row(say(cliTexts.before), before)]), row(say(cliTexts.after), after)]
  return table(columns, rows)
}

function endLines({ say }: Terminal, result: RestoreResult | null): readonly string[] {
  if (result === null) return [say(cliTexts.restoreDry)]
  const { file, kept, undoable } = result
  const keptLine = kept === null ? [] : [say(undoable ? cliTexts.restoreKept : cliTexts.restoreAside, { kept })]
  return [say(cliTexts.restored, { file }), ...keptLine]
}
