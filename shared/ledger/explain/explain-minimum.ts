import { parseDay, parseMonth } from '#shared/kernel/day.ts'
import { type Fen, fen, maxFen, minFen, sumFen, yuanText } from '#shared/kernel/money.ts'
import { applyRate, percentText } from '#shared/kernel/rate.ts'
import type { BilledBook, IssuedBill } from '../book/billed-book.ts'
import { booksOn } from '../book/books-on.ts'
import { billCertainty } from '../book/certainty-of.ts'
import { billTerms } from '../cycle.ts'
import type { Derivation, DerivationLine } from '../derivation.ts'
import type { Ledger } from '../ledger.ts'
import { type MinimumParts, type MinimumTerms, minimumBase, minimumOf, safeTerms } from '../minimum.ts'
import { safeMinimum } from '../owed-on.ts'
import { derivation, line, spoken } from './line.ts'

/**
 * Why a minimum is what it is (domain.md 2.3, 2.4): `minimum:ACCOUNT:MONTH@DAY` for the estimate, or the copied one,
 * `minimum-safe:ACCOUNT:MONTH@DAY` for the reading that is safe to pay. Null for a bill that is not issued.
 */
export function explainMinimum(ledger: Ledger, figure: string): Derivation | null {
  const match = /^(minimum|minimum-safe):(.+):(\d{4}-\d{2})@(\d{4}-\d{2}-\d{2})$/.exec(figure)
  const [, what, account = '', monthPart = '', dayPart = ''] = match ?? []
  const on = parseDay(dayPart)
  const month = parseMonth(monthPart)
  if (!on.ok || !month.ok) return null
  const book = booksOn(ledger, on.value).billed.get(account)
  const bill = book?.bills.find((one) => one.cycle.month === month.value)
  if (!book || !bill) return null
  return derivation(figure, what === 'minimum' ? minimumLines(book, bill) : safeLines(book, bill))
}

function minimumLines(book: BilledBook, bill: IssuedBill): readonly DerivationLine[] {
  const shown = bill.shown?.shownMinimum
  if (shown != null) {
    const capped = line('minimum-capped', fen(bill.minimum - shown), { source: '2.4' })
    return spoken([line('minimum-shown', shown, { certainty: 'shown' }), capped])
  }
  return partLines(book, bill, { terms: bill.terms, figure: bill.minimum })
}

/** The safe reading never asks for less than the estimate. */
function safeLines(book: BilledBook, bill: IssuedBill): readonly DerivationLine[] {
  const figure = safeMinimum(book, bill)
  if (bill.shown?.shownMinimum != null) return minimumLines(book, bill)
  const terms = billTerms(book.account.terms, bill.cycle.month)
  const safe = safeTerms(terms)
  return partLines(book, bill, { terms: minimumOf(bill.minimumParts, safe) === figure ? safe : terms, figure })
}

type Reading = { readonly terms: MinimumTerms; readonly figure: Fen }

function partLines(book: BilledBook, bill: IssuedBill, { terms, figure }: Reading): readonly DerivationLine[] {
  const parts = bill.minimumParts
  const base = minimumBase(parts, terms)
  const certainty = billCertainty(book, bill)
  const plain = (rule: string, amount: Fen): DerivationLine => line(rule, amount, { certainty, source: '2.3' })
  const share = line('minimum-share', applyRate(base, terms.minRatio, 'halfUp'), {
    values: { base: yuanText(base), ratio: percentText(terms.minRatio) },
    certainty: 'assumed',
    source: '2.3',
    rounding: 'halfUp',
  })
  const named = [
    share,
    plain('minimum-installments', parts.installmentsPosted),
    plain('minimum-deferral', parts.deferralPosted),
    plain('minimum-fees', parts.fees),
    plain('minimum-interest', parts.interestAndPenalty),
    plain('minimum-rolled', terms.minRolledPrincipal === 'dueInFullNext' ? parts.rolledPrincipal : fen(0)),
  ]
  return spoken([...named, ...boundLines(sumFen(named.map((part) => part.amount)), { parts, terms, figure })])
}

/** What the floor adds, and what the total cuts off. */
function boundLines(sum: Fen, bound: Reading & { readonly parts: MinimumParts }): readonly DerivationLine[] {
  const { parts, terms, figure } = bound
  const raised = maxFen(sum, terms.minFloor)
  const capped = minFen(raised, parts.total)
  if (capped !== figure) throw new Error(`the lines of a minimum sum to ${capped}, the figure is ${figure}`)
  const floor = { values: { floor: yuanText(terms.minFloor) }, source: '2.4' }
  return [
    line('minimum-floor', fen(raised - sum), floor),
    line('minimum-capped', fen(capped - raised), { source: '2.4' }),
  ]
}
