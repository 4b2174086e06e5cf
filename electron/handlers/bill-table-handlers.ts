import type { BillTableLine } from '#shared/contract/many-views.ts'
import type { Day } from '#shared/kernel/day.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { isBilled } from '#shared/ledger/account.ts'
import { type DecidedBill, decideBillTable } from '#shared/ledger/decisions/decide-bill-table.ts'
import { type BillLine, type BillLineProblem, readBillTable } from '#shared/statement-files/bill-table.ts'
import { readAccounts } from '../store/accounts.ts'
import { appendEntry, supersedeEntry } from '../store/entries.ts'
import { listEntriesOf } from '../store/entry-facts.ts'
import type { Reader, Writer } from '../store/queries.ts'
import { readLedger } from '../store/read-ledger.ts'
import { crossing, type HandlerContext, type Handlers, type RuleRefusal } from './handler.ts'
import { datedBill, recordDated, recordInFull } from './paid-on-day.ts'

/** A table of bills pasted as text: shown line by line, then written as one action. */
export const billTableHandlers: Handlers<'previewBillTable' | 'enterBillTable'> = {
  previewBillTable: ({ store, today }, request) =>
    done({ lines: store.read((reader) => judged(reader, today, request)).map(viewOf) }),

  enterBillTable: (context, { skipWrong, ...table }) => {
    const { store, today } = context
    const count = store.read((reader) => changing(judged(reader, today, table))).length
    return store.write<BillTableWritten, RuleRefusal>({ code: 'bills-entered', values: { count } }, (writer) => {
      const lines = judged(writer, today, table)
      const skipped = lines.filter(({ decided }) => !decided.ok).length
      if (skipped > 0 && !skipWrong) return refused({ kind: 'bill-lines-wrong', values: { count: skipped } })
      const bills = changing(lines)
      if (bills.length === 0) return refused({ kind: 'bill-lines-none', values: {} })
      for (const bill of bills) {
        const written = put(context, writer, bill)
        if (!written.ok) return written
      }
      const replaced = bills.filter(({ fate }) => fate === 'replaces').length
      const same = lines.length - skipped - bills.length
      return done({ entered: bills.length - replaced, replaced, same, skipped })
    })
  },
}

type BillTableWritten = { entered: number; replaced: number; same: number; skipped: number }

type Judged = {
  readonly line: BillLine
  readonly decided: Outcome<DecidedBill, BillLineProblem | RuleRefusal>
}

type Table = { readonly text: string; readonly account: string | null }

/** Lines that can be read are decided together: two of them for one month cannot both count. */
function judged(reader: Reader, today: Day, { text, account }: Table): readonly Judged[] {
  const accounts = readAccounts(reader)
  const lines = readBillTable(text, { accounts: accounts.filter(isBilled), account, today })
  const drafts = lines.flatMap(({ draft }) => (draft.ok ? [draft.value] : []))
  const decided = decideBillTable(
    { accounts, bills: listEntriesOf(reader, 'bill'), today, ledger: readLedger(reader, today) },
    drafts,
  )[Symbol.iterator]()
  return lines.map((line) => ({ line, decided: line.draft.ok ? decided.next().value! : line.draft }))
}

const changing = (lines: readonly Judged[]): readonly DecidedBill[] =>
  lines.flatMap(({ decided }) => (decided.ok && decided.value.fate !== 'same' ? [decided.value] : []))

/** What was paid on a day that the line names is a repayment of that day, as where one bill is entered. */
function put(
  context: HandlerContext,
  writer: Writer,
  { fate, bill, paidOn, inFull }: DecidedBill,
): Outcome<unknown, RuleRefusal> {
  const dated = datedBill(bill, paidOn, writer.newId)
  const written =
    fate === 'new' ? appendEntry(writer, { ...dated.bill, id: writer.newId() }) : supersedeEntry(writer, dated.bill)
  if (!written.ok) return written
  return inFull && paidOn !== null
    ? recordInFull(context, writer, { dated, on: paidOn })
    : recordDated(context, writer, dated)
}

function viewOf({ line, decided }: Judged): BillTableLine {
  const said = { line: line.line, text: line.text }
  if (!decided.ok) return { ...said, bill: null, problem: crossing(decided.refusal) }
  const { fate, bill, before, paidAlready, paidOn } = decided.value
  const { account, month, shown, shownMinimum, paid } = bill
  return {
    ...said,
    bill: {
      fate,
      account,
      month,
      shown: shown!,
      shownMinimum,
      paid,
      paidAlready,
      paidOn,
      before: before?.shown ?? null,
    },
    problem: null,
  }
}
