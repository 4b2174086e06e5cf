import type { Day, Month } from '#shared/kernel/day.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import type { Entry, EntryId } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'

type Asked = { readonly account: AccountId; readonly after: Day; readonly through: Day; readonly books: LedgerBook }

/** One thing that was borrowed anew, or given back. `month`: of the copied bill that holds it. */
export type NewDebt = {
  readonly what: 'bought' | 'given-back' | 'drawn' | 'beyond-entries'
  readonly on: Day
  readonly amount: number
  readonly month?: Month
  readonly entry?: EntryId
}

/**
 * What was borrowed anew on an account's days, less what shops gave back: purchases by posting day, refunds, drawn
 * loans, and what copied bills hold beyond their entries. `books` are those of the last day.
 */
export function newDebt(ledger: Ledger, asked: Asked): Fen {
  let sum = 0
  for (const { amount } of newDebts(ledger, asked)) sum += amount
  return fen(sum)
}

/** The same, each by itself. */
export function* newDebts(ledger: Ledger, { account, after, through, books }: Asked): Generator<NewDebt> {
  const within = (on: Day): boolean => on > after && on <= through
  for (const { account: of, on, what, amount } of ledger.postings)
    if (of === account && within(on))
      yield what === 'purchase' ? { what: 'bought', on, amount } : { what: 'given-back', on, amount: -amount }
  const waiting = new Set(ledger.entries.filter(awaitsReceipt).map(({ id }) => id))
  for (const entry of ledger.entries) {
    if (!('account' in entry) || entry.account !== account) continue
    const neverOwed = entry.kind === 'refund' && entry.of !== null && waiting.has(entry.of)
    const debt = neverOwed ? null : debtOf(entry)
    if (debt && within(debt.on)) yield { ...debt, entry: entry.id }
  }
  for (const { cycle, parts } of books.billed.get(account)?.bills ?? [])
    if (within(cycle.issuedOn) && parts.unexplained !== 0)
      yield { what: 'beyond-entries', on: cycle.issuedOn, amount: parts.unexplained, month: cycle.month }
}

const awaitsReceipt = (entry: Entry): boolean => entry.kind === 'purchase' && entry.postedOn === null

function debtOf(entry: Entry): NewDebt | null {
  switch (entry.kind) {
    case 'purchase':
      return entry.postedOn === null ? null : { what: 'bought', on: entry.postedOn, amount: entry.amount }
    case 'refund':
      return entry.inFlight ? null : { what: 'given-back', on: entry.on, amount: -entry.amount }
    case 'loan':
      return { what: 'drawn', on: entry.drawnOn, amount: entry.principal }
    default:
      return null
  }
}
