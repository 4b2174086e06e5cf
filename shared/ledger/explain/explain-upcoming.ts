import { type Month, monthText } from '#shared/kernel/day.ts'
import { fen, minFen, sumFen } from '#shared/kernel/money.ts'
import { upcomingView } from '../bills-of.ts'
import type { BilledBook, Upcoming } from '../book/billed-book.ts'
import { unbilled } from '../book/plan-book.ts'
import { billTerms } from '../cycle.ts'
import type { DerivationLine } from '../derivation.ts'
import type { Installment } from '../installment-plan.ts'
import { interestLines } from './explain-interest.ts'
import { line, spoken } from './line.ts'

/** How a bill that is not issued yet comes about: what is posted so far, installments, what rolls into it, what was paid early. */

export function upcomingTotalLines(book: BilledBook, month: Month): readonly DerivationLine[] {
  const cycle = book.upcoming.get(month)
  const periods = book.plans.flatMap(unbilled).filter((period) => period.billMonth === month)
  const isNext = month === book.nextMonth
  const { rolledPrincipal } = upcomingView(book, month).parts
  return spoken([
    ...(cycle ? postedLines(cycle) : []),
    ...periods.flatMap((period) => [installmentLine(period, 'principal'), installmentLine(period, 'fee')]),
    line('rolled-principal', rolledPrincipal, { source: '2.5' }),
    ...(isNext ? runningInterestLines(book) : []),
    ...(isNext ? [line('fee-carried', book.carriedFee)] : []),
    ...(cycle ? [deferralFeeLine(cycle)] : []),
  ])
}

/** What is left of it once the money that was paid early is in it. */
export function upcomingUnpaidLines(book: BilledBook, month: Month): readonly DerivationLine[] {
  const total = upcomingTotalLines(book, month)
  const cycle = book.upcoming.get(month)
  return cycle ? spoken([...total, paidEarlyLine(cycle, sumFen(total.map(({ amount }) => amount)))]) : total
}

export const upcomingPaidLines = (book: BilledBook, month: Month): readonly DerivationLine[] =>
  (book.upcoming.get(month)?.credits ?? []).map((credit) =>
    line('paid-early', credit.amount, {
      values: { month: monthText(month), count: 0 },
      certainty: credit.estimated ? 'assumed' : 'derived',
      source: '1.12',
      entries: credit.entry === null ? [] : [credit.entry],
    }),
  )

const about = (cycle: Upcoming) => ({ month: monthText(cycle.month), count: cycle.count })

export function postedLines(cycle: Upcoming): readonly DerivationLine[] {
  const values = about(cycle)
  return [
    line('posted-unbilled', cycle.purchases, { values, source: '1.7' }),
    line('refunded-unbilled', fen(-cycle.refunds), { values, source: '5.2' }),
    line('deferred-unbilled', cycle.deferredIn, { values, source: '9.4' }),
  ]
}

/** What was paid early takes off an amount, at most all of it. */
export const paidEarlyLine = (cycle: Upcoming, of: DerivationLine['amount']): DerivationLine =>
  line('paid-early', fen(-minFen(cycle.credited, of)), {
    values: about(cycle),
    source: '1.12',
    entries: cycle.credits.flatMap((credit) => credit.entry ?? []),
  })

export const deferralFeeLine = (cycle: Upcoming): DerivationLine =>
  line(cycle.feeAssumed ? 'deferral-fee-assumed' : 'deferral-fee', cycle.deferralFee, { source: '9.4' })

export const installmentLine = (period: Installment, column: 'principal' | 'fee'): DerivationLine =>
  line(`installment-${column}`, period[column], {
    values: { number: period.number, month: monthText(period.billMonth) },
    certainty: period.shown ? 'shown' : 'derived',
    source: '4.3',
  })

/** Interest that stands in no bill yet: what was rounded before, and what has run since. */
export function runningInterestLines(book: BilledBook): readonly DerivationLine[] {
  const { revolvingDailyRate } = billTerms(book.account.terms, book.nextMonth)
  return [line('interest-fixed-before', book.rolled.fixed), ...interestLines(book.rolled.segments, revolvingDailyRate)]
}
