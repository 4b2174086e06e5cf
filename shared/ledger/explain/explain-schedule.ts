import { dayText, monthText, parseDay } from '#shared/kernel/day.ts'
import { type Fen, fen, minFen, sumFen, yuanText } from '#shared/kernel/money.ts'
import { percentText } from '#shared/kernel/rate.ts'
import type { Derivation, DerivationLine } from '../derivation.ts'
import type { InstallmentPlan, Loan } from '../entry.ts'
import { installmentsOf, totalFee } from '../installment-plan.ts'
import type { Ledger } from '../ledger.ts'
import { annuity, interestOnlyParts, type LoanPart, loanPartsOf } from '../loan.ts'
import { termsOn } from '../terms.ts'
import { derivation, line, negated, spoken, sumLine } from './line.ts'

/**
 * A period of installments or a part of a loan as it was agreed (engine.md 4, 5, 11): `schedule:ENTRY:NUMBER:principal@DAY`,
 * `charge` its fee or interest, `sum` both; with `all` for the number of all of them. Null for another entry or number.
 */
export function explainSchedule(ledger: Ledger, figure: string): Derivation | null {
  const match = /^schedule:(.+):(\d+|all):(principal|charge|sum)@(\d{4}-\d{2}-\d{2})$/.exec(figure)
  const [, id, numberPart, what, dayPart = ''] = match ?? []
  const on = parseDay(dayPart)
  const entry = ledger.entries.find((one) => one.id === id)
  if (!match || !on.ok) return null
  const asked = { ...ledger, today: on.value }
  const numbers = numberPart === 'all' ? numbersOf(entry) : [Number(numberPart)]
  const periods = numbers.flatMap((number) => periodOf(asked, entry, number) ?? [])
  if (periods.length === 0) return null
  // Each line says which period it is of: it is read out to customer service by itself.
  const lines = periods.flatMap(({ principal, charge }) => [
    ...(what === 'charge' ? [] : [principal]),
    ...(what === 'principal' ? [] : [charge]),
  ])
  return derivation(figure, spoken(lines))
}

/** The numbers of all periods. */
const numbersOf = (entry: Ledger['entries'][number] | undefined): readonly number[] =>
  entry?.kind === 'installments' || entry?.kind === 'loan'
    ? Array.from({ length: entry.count }, (_, index) => index + 1)
    : []

type Period = { readonly principal: DerivationLine; readonly charge: DerivationLine }

function periodOf(ledger: Ledger, entry: Ledger['entries'][number] | undefined, number: number): Period | null {
  if (entry?.kind === 'installments') return installmentOf(ledger, entry, number)
  return entry?.kind === 'loan' ? partOf(ledger, entry, number) : null
}

/** Equal shares rounded down; what that leaves goes to one period (domain.md 4.3). */
function installmentOf(ledger: Ledger, plan: InstallmentPlan, number: number): Period | null {
  const terms = ledger.accounts.find(({ id }) => id === plan.account)?.terms ?? []
  const period = installmentsOf(plan, termsOn(terms, ledger.today).remainderPeriod).find((one) => one.number === number)
  if (!period) return null
  const { principal, fee, billMonth, shown } = period
  const values = { number, month: monthText(billMonth) }
  if (shown) {
    return {
      principal: sumLine('installment-principal', copied(plan, principal), values),
      charge: sumLine('installment-fee', copied(plan, fee), values),
    }
  }
  const shownBefore = plan.shownPeriods.filter((one) => one.number <= plan.count)
  const left = fen(plan.principal - sumFen(shownBefore.map((one) => one.principal)))
  const count = plan.count - new Set(shownBefore.map((one) => one.number)).size
  const fees = { principal: yuanText(plan.principal), rate: percentText(plan.feeRate) }
  return {
    principal: sumLine(
      'installment-principal',
      shares(plan, 'schedule-share', { of: left, count, part: principal }),
      values,
    ),
    charge: sumLine(
      'installment-fee',
      shares(plan, 'schedule-fee-share', { of: totalFee(plan), count: plan.count, part: fee }, fees),
      values,
    ),
  }
}

const behind = ({ id, certain }: InstallmentPlan | Loan) => ({
  certainty: certain ? ('derived' as const) : ('assumed' as const),
  entries: [id],
})

const copied = (entry: InstallmentPlan | Loan, amount: Fen): readonly DerivationLine[] =>
  spoken([line('schedule-copied', amount, { certainty: 'shown', entries: [entry.id] })])

function shares(
  plan: InstallmentPlan,
  rule: string,
  { of, count, part }: { readonly of: Fen; readonly count: number; readonly part: Fen },
  more: DerivationLine['values'] = {},
): readonly DerivationLine[] {
  const share = minFen(part, fen(Math.trunc(of / count)))
  const values = { of: yuanText(of), count, ...more }
  return spoken([
    line(rule, share, { ...behind(plan), values, source: '4.3', rounding: 'down' }),
    line('schedule-remainder', fen(part - share), { ...behind(plan), source: '4.3' }),
  ])
}

/** Interest on what is left, and principal as the rest of an equal payment, or what is left at the end (domain.md 7.4–7.6). */
function partOf(ledger: Ledger, loan: Loan, number: number): Period | null {
  const terms = ledger.accounts.find(({ id }) => id === loan.account)?.terms ?? []
  const part = loanPartsOf(loan, terms).find((one) => one.number === number)
  if (!part) return null
  const values = { number, due: dayText(part.dueOn) }
  return {
    principal: sumLine('loan-principal', principalLines(loan, part), values),
    charge: sumLine('loan-interest', interestLines(loan, part), values),
  }
}

function interestLines(loan: Loan, { interest, accrual }: LoanPart): readonly DerivationLine[] {
  if (accrual === null) return copied(loan, interest)
  const { balance, days } = accrual
  const values = { balance: yuanText(balance), days, rate: percentText(loan.dailyRate) }
  return spoken([
    line('loan-interest-days', interest, {
      ...behind(loan),
      values,
      source: days === 30 ? '7.5' : '7.6',
      rounding: 'halfUp',
    }),
  ])
}

function principalLines(loan: Loan, part: LoanPart): readonly DerivationLine[] {
  if (part.shown) return copied(loan, part.principal)
  const parts = loan.count - interestOnlyParts(loan)
  const payment = parts === 0 ? fen(0) : annuity(loan.principal, loan.dailyRate, parts)
  const isEqual = part.principal > 0 && part.principal + part.interest === payment
  if (!isEqual) return spoken([line('schedule-left', part.principal, { ...behind(loan), source: '7.5' })])
  const values = { principal: yuanText(loan.principal), count: parts, rate: percentText(loan.dailyRate) }
  return spoken([
    line('schedule-payment', payment, { ...behind(loan), values, source: '7.5', rounding: 'halfUp' }),
    negated(sumLine('schedule-interest', interestLines(loan, part))),
  ])
}
