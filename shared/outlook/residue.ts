import { addDays, type Day, dayText } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import { type BilledBook, looseInterest } from '#shared/ledger/book/billed-book.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import { cycleOfMonth } from '#shared/ledger/cycle.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { termsOn } from '#shared/ledger/terms.ts'
import type { Residue } from './answers.ts'

/**
 * What a payment in full may leave behind: interest that ran since the last statement enters a later bill only,
 * purchases that await receipt cannot be paid, refunds are not final (domain.md 13, engine.md 8).
 */
export function residueOf(ledger: Ledger, books: LedgerBook, account: AccountId): readonly Residue[] {
  const book = books.billed.get(account)
  const on = books.day
  const trailing: Left[] = []
  const until = book ? trailingUntil(book) : null
  if (book && until !== null) {
    trailing.push({ what: 'trailing-interest', from: addDays(on, 1), amount: trailingInterest(book, on), until })
  }
  const awaiting = (book?.awaiting ?? []).map(
    (purchase): Left => ({
      what: 'awaiting-receipt',
      from: purchase.orderedOn,
      amount: purchase.amount,
      until: null,
    }),
  )
  const left = [...trailing, ...awaiting, ...refundResidue(ledger, account, on)]
  return left.map((one) => ({ ...one, explain: `residue:${account}:${one.what}@${dayText(on)}` }))
}

/** What is left, before it is named. */
type Left = Omit<Residue, 'explain'>

/** Interest and charges of the running cycle: the part that Alipay may post with the next bill. */
function trailingInterest(book: BilledBook, on: Day): Fen {
  const charges = book.bills.filter((bill) => bill.state === 'overdue').map((bill) => bill.penalty)
  return fen(looseInterest(book, termsOn(book.account.terms, on)) + sumFen(charges))
}

/**
 * The day of the next statement, where revolving interest or an overdue charge ran at any time since the last one;
 * null where none did. Paid or not: only that bill shows that nothing came after.
 */
export function trailingUntil(book: BilledBook): Day | null {
  const lastIssuedOn = cycleOfMonth(book.account.terms, (book.nextMonth - 1) as typeof book.nextMonth).issuedOn
  const rolls =
    book.rolled.principal > 0 ||
    book.rolled.fixed > 0 ||
    book.rolled.weight > 0n ||
    book.bills.some((bill) => bill.state === 'rolled' && bill.cycle.dueOn >= lastIssuedOn)
  const rolledIntoLast = book.bills.at(-1)
  const entered = rolledIntoLast?.cycle.issuedOn === lastIssuedOn && rolledIntoLast.parts.rolledPrincipal > 0
  const overdue = book.bills.some((bill) => (bill.overdue.segments.at(-1)?.through ?? -Infinity) >= lastIssuedOn)
  return rolls || entered || overdue ? book.nextCycle.issuedOn : null
}

function refundResidue(ledger: Ledger, account: AccountId, on: Day): readonly Left[] {
  return ledger.entries.flatMap((entry): Left[] => {
    if (entry.kind === 'refund' && entry.account === account && entry.inFlight && entry.on <= on) {
      return [{ what: 'refund-in-flight', from: entry.on, amount: entry.amount, until: null }]
    }
    if (entry.kind === 'purchase' && entry.account === account && entry.refundExpected) {
      return [{ what: 'refund-expected', from: entry.orderedOn, amount: entry.amount, until: null }]
    }
    return []
  })
}
