import { addDays, addMonths, type Day, maxDay } from '#shared/kernel/day.ts'
import type { Account, AccountId } from '../account.ts'
import type { LedgerBook } from '../book/books.ts'
import { cycleOfMonth } from '../cycle.ts'
import type { EntryId, InstallmentPlan } from '../entry.ts'
import type { Ledger } from '../ledger.ts'
import { loanPartsOf } from '../loan.ts'

/**
 * Days on which the rules post something although no fact says so: statement days, the day after a loan part's due
 * day, the day from which a plan or a copied balance counts (engine.md 2–5).
 */
export type Stops = ReadonlyMap<Day, ReadonlySet<AccountId>>

export function stopsOf(ledger: Ledger, books: LedgerBook, planDays: ReadonlyMap<EntryId, Day>): Stops {
  const stops = new Map<Day, Set<AccountId>>()
  const stop = (on: Day, account: AccountId): void => {
    if (on > ledger.today) return
    const there = stops.get(on)
    if (there) there.add(account)
    else stops.set(on, new Set([account]))
  }
  for (const book of books.billed.values()) {
    for (let month = book.nextMonth; ; month = addMonths(month, 1)) {
      const { issuedOn } = cycleOfMonth(book.account.terms, month)
      if (issuedOn > ledger.today) break
      stop(issuedOn, book.account.id)
    }
  }
  for (const entry of ledger.entries) {
    if (entry.kind === 'installments') stop(beginOf(entry, planDays, ledger.today), entry.account)
    if (entry.kind === 'loan') {
      stop(entry.drawnOn, entry.account)
      const terms = ledger.accounts.find(({ id }) => id === entry.account)?.terms
      for (const { dueOn } of loanPartsOf(entry, terms)) stop(addDays(maxDay(dueOn, entry.drawnOn), 1), entry.account)
    }
  }
  for (const account of ledger.accounts) {
    const known = balanceDay(account, ledger.today)
    if (known !== null) stop(known, account.id)
  }
  return stops
}

const beginOf = ({ id }: InstallmentPlan, planDays: ReadonlyMap<EntryId, Day>, today: Day): Day =>
  planDays.get(id) ?? today

/** The day on which the balance of an other debt was copied, today at the latest: before it nothing is known. */
export function balanceDay({ otherDebt }: Account, today: Day): Day | null {
  if (otherDebt === null) return null
  return otherDebt.balanceOn < today ? otherDebt.balanceOn : today
}
