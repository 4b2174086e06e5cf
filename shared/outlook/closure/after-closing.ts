import type { Day } from '#shared/kernel/day.ts'
import { type Fen, ZERO } from '#shared/kernel/money.ts'
import { type Account, type AccountId, isBilled } from '#shared/ledger/account.ts'
import { cycleOfMonth, cycleOfPosting } from '#shared/ledger/cycle.ts'
import type { Entry, EntryId } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { lastClosedOn } from './closing-day.ts'
import type { Scope } from './scope.ts'
import { accountsOfTarget } from './targets.ts'

/**
 * The watch after a closing (engine.md 10, domain.md 13): whatever is still charged to a closed credit is a row that
 * must not be there. The first statement after the closing shows what was forgotten; the watch itself has no end.
 */
export type AfterClosing = {
  /** The latest closing day of the target's accounts. */
  readonly closedOn: Day
  /** The last statement day by which something forgotten shows. */
  readonly watchUntil: Day
  readonly rows: readonly RowAfterClosing[]
  /** Days since the closing, or since the last row that must not be there. */
  readonly cleanDays: number
}

export type RowAfterClosing = {
  readonly account: AccountId
  readonly on: Day
  readonly what: 'purchase' | 'bill' | 'loan' | 'installments' | 'quota'
  readonly amount: Fen
  /** null for purchases of a day that are kept as one sum. */
  readonly entry: EntryId | null
}

/** null while no account of the target is closed, or while one of them is still open. */
export function afterClosing(ledger: Ledger, asked: Pick<Scope, 'target' | 'owner'>): AfterClosing | null {
  const accounts = accountsOfTarget(ledger.accounts, asked)
  const closed = accounts.flatMap((account) =>
    account.status === 'closed' && account.closedOn !== null ? [{ account, closedOn: account.closedOn }] : [],
  )
  const closedOn = lastClosedOn(accounts)
  if (closedOn === null) return null
  const rows = closed.flatMap((one) => rowsAfter(ledger, one)).sort((a, b) => a.on - b.on)
  const since = Math.max(closedOn, ...rows.map(({ on }) => on))
  return {
    closedOn,
    watchUntil: Math.max(...closed.map(({ account, closedOn: on }) => statementAfter(account, on))) as Day,
    rows,
    cleanDays: Math.max(0, ledger.today - since),
  }
}

/**
 * The first statement after a day of closing. A lender without bills shows what was forgotten when the next part would
 * be due: a month later.
 */
export const statementAfter = (account: Account, on: Day): Day =>
  isBilled(account) ? cycleOfPosting(account.terms, on).issuedOn : ((on + 31) as Day)

type Closed = { readonly account: Account; readonly closedOn: Day }

function rowsAfter(ledger: Ledger, { account, closedOn }: Closed): readonly RowAfterClosing[] {
  const single = ledger.entries.flatMap((entry) => rowOf(entry, account) ?? [])
  const sums = ledger.postings.flatMap((one): RowAfterClosing[] =>
    one.account === account.id && one.what === 'purchase'
      ? [{ account: account.id, on: one.on, what: 'purchase', amount: one.amount, entry: null }]
      : [],
  )
  return [...single, ...sums].filter(({ on, amount }) => on > closedOn && amount > ZERO)
}

/** What an entry charges to an account, and on which day; null where it charges nothing. */
function rowOf(entry: Entry, account: Account): RowAfterClosing | null {
  if (!('account' in entry) || entry.account !== account.id) return null
  const row = (what: RowAfterClosing['what'], on: Day, amount: Fen): RowAfterClosing => ({
    account: account.id,
    on,
    what,
    amount,
    entry: entry.id,
  })
  switch (entry.kind) {
    case 'purchase':
      return row('purchase', entry.orderedOn, entry.amount)
    case 'bill':
      return row('bill', cycleOfMonth(account.terms, entry.month).issuedOn, entry.shown ?? ZERO)
    case 'loan':
      return row('loan', entry.drawnOn, entry.principal)
    case 'installments':
      return row('installments', cycleOfMonth(account.terms, entry.firstBill).from, entry.principal)
    case 'quota':
      return row('quota', entry.on, entry.used)
    default:
      return null
  }
}
