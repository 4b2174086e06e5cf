import { contract } from '#shared/contract/contract.ts'
import { entriesJson, entryJson } from '#shared/contract/json/entry-json.ts'
import { date, yuan } from '#shared/contract/json/leaves.ts'
import { cliText, cliTexts } from '#shared/contract/texts/cli-texts.ts'
import type { EntryPage, EntryView } from '#shared/contract/views.ts'
import { whyText } from '#shared/statement-files/why-text.ts'
import { entryHandlers } from '../handlers/entry-handlers.ts'
import { expectAccount } from './known-account.ts'
import { type LedgerSession, withLedger } from './ledger-session.ts'
import { requestOf, wholeOf } from './request.ts'
import { splitTyped } from './split-option.ts'
import { facts, grouped, table } from './table.ts'
import type { Terminal } from './terminal.ts'

export type ListOptions = {
  readonly account?: string
  readonly kind?: string
  readonly month?: string
  readonly text?: string
  readonly limit?: string
  readonly offset?: string
}

export const listEntries = (terminal: Terminal, options: ListOptions): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    const typed = { ...options, limit: wholeOf(options.limit), offset: wholeOf(options.offset) }
    const request = requestOf(contract.listEntries.request, typed)
    await expectAccount(session, request.account)
    const page = await session.ask(entryHandlers.listEntries, request)
    terminal.answer(entriesJson(page), () => entriesTable(terminal, page))
  })

export const showEntry = (terminal: Terminal, id: string): Promise<void> =>
  withLedger(terminal, { access: 'read' }, (session) => answerEntry(terminal, session, id))

export type EditOptions = {
  readonly account?: string
  readonly amount?: string
  readonly on?: string
  readonly posted?: string
  readonly awaiting?: boolean
  readonly month?: string
  readonly minimum?: string
  readonly of?: string
  readonly label?: string
  readonly note?: string
  readonly fee?: string
  readonly feeRate?: string
  readonly count?: string
  readonly paidPeriods?: string
  readonly dailyRate?: string
  readonly method?: string
  readonly repayDay?: string
  readonly split?: readonly string[]
}

export const editEntry = (terminal: Terminal, id: string, options: EditOptions): Promise<void> =>
  withLedger(terminal, { access: 'write' }, async (session) => {
    const { awaiting, posted, minimum, split, count, paidPeriods, repayDay, ...plain } = options
    const typed = {
      ...plain,
      postedOn: awaiting ? null : posted,
      shownMinimum: minimum,
      count: wholeOf(count),
      paidPeriods: wholeOf(paidPeriods),
      repayDay: wholeOf(repayDay),
      split: split && splitTyped(split, undefined),
    }
    const changes = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined))
    await session.ask(entryHandlers.editEntry, requestOf(contract.editEntry.request, { id, changes }))
    await answerEntry(terminal, session, id)
  })

export const deleteEntry = (terminal: Terminal, id: string): Promise<void> =>
  withLedger(terminal, { access: 'write' }, async (session) => {
    await session.ask(entryHandlers.deleteEntry, requestOf(contract.deleteEntry.request, { id }))
    await answerEntry(terminal, session, id)
  })

export const confirmReceipt = (terminal: Terminal, id: string, { on }: { on?: string }): Promise<void> =>
  withLedger(terminal, { access: 'write' }, async (session) => {
    const typed = { id, on: on ?? date(session.today) }
    await session.ask(entryHandlers.confirmReceipt, requestOf(contract.confirmReceipt.request, typed))
    await answerEntry(terminal, session, id)
  })

/** The record as a scenario states it, with what it was before. */
export async function answerEntry(
  terminal: Terminal,
  session: LedgerSession,
  id: string,
  notes: readonly string[] = [],
): Promise<void> {
  const opened = await session.ask(entryHandlers.getEntry, { id })
  const json = entryJson(opened)
  terminal.answer(json, () => {
    const { record, withdrawn } = json
    const assumedFee = record.kind === 'deferral' && record.certain === false ? (record.fee ?? null) : null
    const fields = Object.entries(record)
      .filter(([, value]) => value !== undefined && value !== null)
      .filter(([name]) => assumedFee === null || name !== 'certain')
    const rows = fields.map(
      ([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const,
    )
    return [
      ...(withdrawn ? [terminal.say(cliTexts.withdrawn)] : []),
      facts(rows),
      ...(assumedFee === null ? [] : [terminal.say(cliTexts.feeAssumed, { id, fee: assumedFee })]),
      ...originLine(terminal, opened),
      ...notes,
    ].join('\n')
  })
}

/** Which row of which file it is; nothing of what was entered by hand. */
function originLine({ say, language }: Terminal, { origin }: EntryView): readonly string[] {
  if (origin.kind === 'user') return []
  const { file, line, why } = origin
  return [say(cliTexts.entryFromFile, { file, line, why: whyText(why, language) })]
}

function entriesTable({ say }: Terminal, page: EntryPage): string {
  if (page.total === 0) return say(cliTexts.noEntries)
  const rows = page.rows.map((row) => [
    date(row.on),
    say(cliText(`kind-${row.kind}`)),
    row.account ?? '',
    grouped(yuan(row.amount)),
    row.label,
    row.flag === null ? '' : say(cliText(`flag-${row.flag}`)),
    row.id,
  ])
  const columns = [
    { title: say(cliTexts.day) },
    { title: say(cliTexts.kind) },
    { title: say(cliTexts.account) },
    { title: say(cliTexts.amount), align: 'right' as const },
    { title: say(cliTexts.label) },
    { title: '' },
    { title: say(cliTexts.id) },
  ]
  const shown =
    page.rows.length < page.total ? say(cliTexts.shownOf, { shown: page.rows.length, total: page.total }) : ''
  return [table(columns, rows), shown].filter((part) => part !== '').join('\n')
}
