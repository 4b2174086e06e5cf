import { addDays, dayText, monthText } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, ZERO } from '#shared/kernel/money.ts'
import type { BilledBook, Credit, IssuedBill } from '../book/billed-book.ts'
import { billCertainty } from '../book/certainty-of.ts'
import type { Certainty, Column } from '../cells.ts'
import type { DerivationLine } from '../derivation.ts'
import { chargeLines, interestLines } from './explain-interest.ts'
import { line, negated, spoken, sumLine } from './line.ts'

/** How a bill's total and what is left of it came about, column by column (engine.md 2, 3). */

/** The total before any repayment: its parts, and what the copied figure has beyond them. */
export function billTotalLines(book: BilledBook, bill: IssuedBill): readonly DerivationLine[] {
  const { parts } = bill
  const certainty = billCertainty(book, bill)
  const window = {
    from: dayText(bill.cycle.from),
    through: dayText(addDays(bill.cycle.issuedOn, -1)),
    count: bill.entryCount,
  }
  const plain = (rule: string, amount: Fen, source = ''): DerivationLine => line(rule, amount, { certainty, source })
  const lines = [
    line('bill-purchases', parts.newPurchases, { values: window, certainty, source: '1.7' }),
    plain('bill-refunds', fen(-parts.refunds), '5.2'),
    plain('bill-installments', parts.installmentPrincipal, '4.10'),
    plain('bill-installment-fees', parts.installmentFees, '4.3'),
    plain('bill-rolled', parts.rolledPrincipal, '2.7'),
    interestLine(bill, certainty),
    plain('bill-deferred-in', parts.deferredIn, '9.4'),
    plain('bill-deferral-fees', parts.deferralFees, '9.4'),
    plain('bill-deferred-out', fen(-parts.deferredOut), '9.4'),
    plain('bill-moved', fen(-parts.movedToInstallments), '4.7'),
  ]
  return spoken([...lines, restLine(bill, lines, { sum: bill.total, certainty: isShown(bill) ? 'shown' : certainty })])
}

/** What its entries add up to, without what Alipay shows beyond them. */
export function billDerivedLines(book: BilledBook, bill: IssuedBill): readonly DerivationLine[] {
  const lines = billTotalLines(book, bill).filter(({ rule }) => !REST_RULES.includes(rule))
  const rest = fen(bill.derived - sumFen(lines.map(({ amount }) => amount)))
  return spoken([...lines, line('bill-carried', rest, { certainty: billCertainty(book, bill) })])
}

/** What Alipay shows less what its entries add up to. */
export const billDiffersLines = (book: BilledBook, bill: IssuedBill): readonly DerivationLine[] =>
  spoken([
    line('bill-shown-total', bill.shown?.shown ?? ZERO, { certainty: 'shown' }),
    negated(sumLine('bill-derived', billDerivedLines(book, bill))),
  ])

export const isShown = (bill: IssuedBill): boolean => bill.shown?.shown != null

type Whole = { readonly sum: Fen; readonly certainty: Certainty }

/**
 * What no part names: the copied figure itself where there is nothing beside it, what it has beyond the entries, or fees
 * that an earlier bill left open.
 */
function restLine(bill: IssuedBill, parts: readonly DerivationLine[], { sum, certainty }: Whole): DerivationLine {
  const rest = fen(sum - sumFen(parts.map((part) => part.amount)))
  if (!isShown(bill)) return line('bill-carried', rest, { certainty })
  return line(parts.every(({ amount }) => amount === 0) ? 'bill-shown-all' : 'bill-shown-more', rest, { certainty })
}

function interestLine(bill: IssuedBill, certainty: Certainty): DerivationLine {
  const interest = bill.parts.revolvingInterest
  const lines = interestLines(bill.parts.interestSegments, bill.terms.revolvingDailyRate)
  const sum = sumFen(lines.map((part) => part.amount))
  const before = fen(interest - sum)
  return line('bill-interest', interest, {
    certainty,
    source: '2.7',
    lines: interest === 0 ? [] : spoken([...lines, line('interest-fixed-before', before)]),
  })
}

/** What reduced the bill, newest last, as negative lines. */
export const creditLines = (bill: IssuedBill): readonly DerivationLine[] =>
  bill.credits.map((credit) => creditLine(credit, fen(-credit.amount), bill))

/** What counts as paid of it: a deferral moves a part, and pays none. */
export const billPaidLines = (bill: IssuedBill): readonly DerivationLine[] =>
  bill.credits.filter(({ what }) => what !== 'deferred').map((credit) => creditLine(credit, credit.amount, bill))

function creditLine(credit: Credit, amount: Fen, bill: IssuedBill): DerivationLine {
  return line(`credit-${credit.what}`, amount, {
    values: { on: dayText(credit.on), month: monthText(bill.cycle.month) },
    certainty: credit.estimated ? 'assumed' : 'derived',
    source: credit.what === 'repayment' ? '3.11' : '',
    entries: credit.entry === null ? [] : [credit.entry],
  })
}

/** What is unpaid of the bill, all columns: its total, its charges when overdue, what was paid. */
export function billUnpaidLines(book: BilledBook, bill: IssuedBill): readonly DerivationLine[] {
  return spoken([...billTotalLines(book, bill), ...penaltyLines(bill), ...creditLines(bill)])
}

const penaltyLines = (bill: IssuedBill): readonly DerivationLine[] => chargeLines(bill.overdue.segments, bill.terms)

/** One column of what is unpaid, with what was paid of just this column. */
export function billColumnLines(book: BilledBook, bill: IssuedBill, column: Column): readonly DerivationLine[] {
  const own = billTotalLines(book, bill).filter(
    (part) => columnOf(part.rule) === column && !REST_RULES.includes(part.rule),
  )
  const sum = fen(bill.issued[column] - (column === 'principal' ? bill.parts.deferredOut : 0))
  const rest = restLine(bill, own, { sum, certainty: billCertainty(book, bill) })
  const paid = bill.credits.map((credit) => creditLine(credit, fen(-(credit.to?.[column] ?? ZERO)), bill))
  return spoken([...own, rest, ...(column === 'penalty' ? penaltyLines(bill) : []), ...paid])
}

/** What no part names is worked out for each column anew. */
const REST_RULES = ['bill-shown-all', 'bill-shown-more', 'bill-carried']

function columnOf(rule: string): Column {
  if (rule === 'bill-interest') return 'interest'
  return rule === 'bill-installment-fees' || rule === 'bill-deferral-fees' ? 'fee' : 'principal'
}
