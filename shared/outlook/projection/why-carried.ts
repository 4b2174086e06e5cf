import { addDays, type Day, dayText, type Month, maxDay, monthText } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, yuanText } from '#shared/kernel/money.ts'
import { percentText } from '#shared/kernel/rate.ts'
import type { BilledBook } from '#shared/ledger/book/billed-book.ts'
import { type LendingBook, type LoanBook, penaltyOf, principalNotDue } from '#shared/ledger/book/lending-book.ts'
import { billTerms } from '#shared/ledger/cycle.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import { sharedLines } from '#shared/ledger/explain/explain-interest.ts'
import { line, spoken } from '#shared/ledger/explain/line.ts'
import type { Segment } from '#shared/ledger/interest.ts'
import { termsOn } from '#shared/ledger/terms.ts'
import { chargedOn } from './billed-run.ts'
import { runningInterest } from './lending-run.ts'
import type { OtherState } from './other-run.ts'
import type { AccountRun } from './run.ts'

/** Why an account owes more after some days (engine.md 11): what it was before them is kept, and compared. */
export type Before = {
  /** The day through which interest had run. */
  readonly through: Day
  readonly month: Month | null
  /** Of each plan how many of its periods were billed. */
  readonly billed: ReadonlyMap<string, number>
  /** Charges so far by bill or part, and interest by loan. */
  readonly charged: ReadonlyMap<string, number>
  readonly interest: ReadonlyMap<string, number>
}

export type Added = { readonly interest: number; readonly fee: number; readonly penalty: number }
export type Why = { readonly [K in keyof Added]: readonly DerivationLine[] }

export function measured({ state, touchedOn }: AccountRun): Before {
  const none: Before = {
    through: touchedOn,
    month: null,
    billed: new Map(),
    charged: new Map(),
    interest: new Map(),
  }
  if (state.kind === 'billed') {
    const { book } = state
    const billed = new Map(book.plans.map((plan) => [plan.plan.id, plan.next]))
    return { ...none, through: book.rolled.through, month: book.nextMonth, billed, charged: chargesOf(book) }
  }
  if (state.kind === 'other') {
    const { accrued, unpaid, through } = state.book
    // Nothing was measured since interest began to run: all its days are still to be told.
    return accrued === unpaid ? { ...none, through } : none
  }
  return {
    ...none,
    charged: loanChargesOf(state.book, touchedOn),
    interest: new Map(state.book.loans.map((loan) => [loan.loan.id, interestOf(loan, touchedOn)])),
  }
}

export function whyCarried({ state }: AccountRun, before: Before, { day, ...added }: Added & { day: Day }): Why {
  if (state.kind === 'billed') {
    return {
      interest: stretchLines(state.book, before, added.interest),
      fee: feeLines(state.book, before),
      penalty: chargeLines(state.book, before, day),
    }
  }
  if (state.kind === 'other') {
    const fee = added.fee === 0 ? [] : [line('flat-fee-part', fen(added.fee), { source: '9.6' })]
    return { interest: otherLines(state.book, before, { day, ...added }), fee, penalty: [] }
  }
  return {
    interest: state.book.loans.flatMap((loan) => loanLines(loan, before, day)),
    fee: [],
    penalty: loanChargeLines(state.book, before, day),
  }
}

/** Stretches of days of the principal that rolls: those in the bill that was issued on the way, and those since. */
function stretchLines(book: BilledBook, before: Before, interest: number): readonly DerivationLine[] {
  const issued = book.bills.filter((bill) => before.month !== null && bill.cycle.month >= before.month)
  const segments = [...issued.flatMap((bill) => bill.parts.interestSegments), ...book.rolled.segments]
  const since = segments.flatMap((segment): Segment[] =>
    segment.through <= before.through ? [] : [{ ...segment, after: maxDay(segment.after, before.through) }],
  )
  const rate = billTerms(book.account.terms, book.nextMonth).revolvingDailyRate
  return spoken(sharedLines(since, rate, { rule: 'interest-stretch', source: '2.5', total: fen(interest) }))
}

/** Periods of installments that the bill issued on the way asks a fee for. */
const feeLines = (book: BilledBook, before: Before): readonly DerivationLine[] =>
  spoken(
    book.plans.flatMap((plan) =>
      plan.installments.slice(before.billed.get(plan.plan.id) ?? 0, plan.next).map((period) =>
        line('installment-fee', period.fee, {
          values: { number: period.number, month: monthText(period.billMonth) },
          certainty: period.shown ? 'shown' : 'derived',
          source: '4.3',
          entries: [plan.plan.id],
        }),
      ),
    ),
  )

const chargesOf = (book: BilledBook): ReadonlyMap<string, number> =>
  new Map(
    book.bills
      .filter((bill) => bill.overdue.since !== null)
      .map((bill) => [monthText(bill.cycle.month), chargedOn(bill)]),
  )

function chargeLines(book: BilledBook, before: Before, day: Day): readonly DerivationLine[] {
  const now = chargesOf(book)
  return spoken(
    book.bills.flatMap((bill) => {
      const month = monthText(bill.cycle.month)
      const { since, segments } = bill.overdue
      if (since === null) return []
      return line('charge-more', fen((now.get(month) ?? 0) - (before.charged.get(month) ?? 0)), {
        values: {
          month,
          from: dayText(addDays(maxDay(since, before.through), 1)),
          through: dayText(day),
          balance: yuanText(segments.at(-1)?.balance ?? fen(0)),
          rate: percentText(bill.terms.overdueDailyRate),
        },
        source: '3.2',
        rounding: 'halfUp',
      })
    }),
  )
}

/** Interest of a loan on a day: what its parts that fell due ask for, and what runs on the rest. */
const interestOf = (loan: LoanBook, on: Day): number =>
  sumFen(loan.parts.filter((part) => part.dueOn <= on).map((part) => part.interest)) + runningInterest(loan, on)

function loanLines(loan: LoanBook, before: Before, day: Day): readonly DerivationLine[] {
  const added = fen(interestOf(loan, day) - (before.interest.get(loan.loan.id) ?? 0))
  const due = loan.parts.find((part) => part.dueOn === day)
  const behind = { source: '7.5', entries: [loan.loan.id] }
  if (due) {
    const values = { number: due.number, due: dayText(day), interest: yuanText(due.interest) }
    return spoken([line('loan-interest-due', added, { ...behind, values })])
  }
  const values = {
    from: dayText(addDays(before.through, 1)),
    through: dayText(day),
    days: day - before.through,
    balance: yuanText(principalNotDue(loan, day)),
    rate: percentText(loan.loan.dailyRate),
  }
  return spoken([line('loan-interest-run', added, { ...behind, values, rounding: 'halfUp' })])
}

const partKey = (loan: LoanBook, number: number): string => `${loan.loan.id}/${number}`

function loanChargesOf(book: LendingBook, on: Day): ReadonlyMap<string, number> {
  const tenths = termsOn(book.account.terms, on).penaltyTenths
  return new Map(
    book.loans.flatMap((loan) =>
      loan.parts.map((part) => [
        partKey(loan, part.number),
        part.overdue.length === 0 ? 0 : penaltyOf(loan, part, tenths) + part.penaltyPaid,
      ]),
    ),
  )
}

function loanChargeLines(book: LendingBook, before: Before, day: Day): readonly DerivationLine[] {
  const now = loanChargesOf(book, day)
  const tenths = termsOn(book.account.terms, day).penaltyTenths
  return spoken(
    book.loans.flatMap((loan) =>
      loan.parts.map((part) => {
        const key = partKey(loan, part.number)
        const more = fen((now.get(key) ?? 0) - (before.charged.get(key) ?? 0))
        const after = maxDay(part.dueOn, before.through)
        const values = {
          ...{ from: dayText(addDays(after, 1)), through: dayText(day), days: day - after },
          ...{ balance: yuanText(part.principal), rate: percentText(loan.loan.dailyRate), times: `${tenths / 10}` },
        }
        return line('loan-penalty', more, {
          values: { number: part.number, due: dayText(part.dueOn) },
          source: '7.11',
          entries: [loan.loan.id],
          lines: [line('loan-charge-stretch', more, { values, source: '7.11', rounding: 'halfUp' })],
        })
      }),
    ),
  )
}

function otherLines(
  { interest, before: balance, principal }: OtherState,
  before: Before,
  { day, interest: added }: Added & { day: Day },
): readonly DerivationLine[] {
  if (interest.model === 'monthly-apr') {
    const values = { balance: yuanText(balance), rate: percentText(interest.annualRate) }
    return spoken([line('monthly-interest', fen(added), { values, source: '9.6', rounding: 'halfUp' })])
  }
  if (!('dailyRate' in interest)) return []
  const values = {
    from: dayText(addDays(before.through, 1)),
    through: dayText(day),
    days: day - before.through,
    balance: yuanText(principal),
    rate: percentText(interest.dailyRate),
  }
  return spoken([line('daily-interest', fen(added), { values, source: '9.6', rounding: 'halfUp' })])
}

/** Paying ahead asks for interest by actual days, where the schedule counts thirty to a month. */
export const prepaidLines = (loan: LoanBook, extra: Fen, on: Day): readonly DerivationLine[] => [
  line('loan-interest-prepaid', extra, {
    values: { balance: yuanText(principalNotDue(loan, on)), rate: percentText(loan.loan.dailyRate) },
    source: '7.10',
    rounding: 'halfUp',
    entries: [loan.loan.id],
  }),
]
