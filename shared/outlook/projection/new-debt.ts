import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'

type Asked = { readonly account: AccountId; readonly after: Day; readonly through: Day; readonly books: LedgerBook }

/**
 * What was borrowed anew on an account's days, less what shops gave back: purchases by posting day, refunds, drawn
 * loans, and what copied bills hold beyond their entries. `books` are those of the last day.
 */
export function newDebt(ledger: Ledger, { account, after, through, books }: Asked): Fen {
  const within = (on: Day | null): boolean => on !== null && on > after && on <= through
  let sum = 0
  for (const posting of ledger.postings)
    if (posting.account === account && within(posting.on))
      sum += posting.what === 'purchase' ? posting.amount : -posting.amount
  const waiting = new Set(ledger.entries.filter(awaitsReceipt).map(({ id }) => id))
  for (const entry of ledger.entries) {
    const neverOwed = entry.kind === 'refund' && entry.of !== null && waiting.has(entry.of)
    if ('account' in entry && entry.account === account && !neverOwed) sum += debtOf(entry, within)
  }
  for (const { cycle, parts } of books.billed.get(account)?.bills ?? [])
    if (within(cycle.issuedOn)) sum += parts.unexplained
  return fen(sum)
}

const awaitsReceipt = (entry: Entry): boolean => entry.kind === 'purchase' && entry.postedOn === null

function debtOf(entry: Entry, within: (on: Day | null) => boolean): number {
  switch (entry.kind) {
    case 'purchase':
      return within(entry.postedOn) ? entry.amount : 0
    case 'refund':
      return !entry.inFlight && within(entry.on) ? -entry.amount : 0
    case 'loan':
      return within(entry.drawnOn) ? entry.principal : 0
    default:
      return 0
  }
}
