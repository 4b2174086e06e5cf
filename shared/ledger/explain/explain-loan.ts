import { addDays, type Day, dayText } from '#shared/kernel/day.ts'
import { fen, yuanText } from '#shared/kernel/money.ts'
import { percentText } from '#shared/kernel/rate.ts'
import { certaintyOfPart } from '../book/certainty-of.ts'
import { accrualOn, accruedParts, isOpenPart, type LoanBook, type PartBook, penaltyOf } from '../book/lending-book.ts'
import type { Column } from '../cells.ts'
import type { DerivationLine } from '../derivation.ts'
import { sharedLines } from './explain-interest.ts'
import { line, spoken } from './line.ts'

/** A part of a loan line by line: what its interest was reckoned on, what its charge runs on, what is paid of both. */

export function loanPartLine(loan: LoanBook, part: PartBook, what: 'principal' | 'interest'): DerivationLine {
  const lines = what === 'interest' ? interestLines(loan, part) : []
  return line(`loan-${what}`, part[what], { ...behind(loan, part, what), source: '7.5', lines })
}

export function loanPenaltyLine(loan: LoanBook, part: PartBook, tenths: number): DerivationLine {
  const lines = penaltyLines(loan, part, tenths)
  return line('loan-penalty', penaltyOf(loan, part, tenths), {
    ...behind(loan, part, 'penalty'),
    source: '7.11',
    lines,
  })
}

const behind = (loan: LoanBook, part: PartBook, column: Column) => ({
  values: { number: part.number, due: dayText(part.dueOn) },
  certainty: certaintyOfPart(loan, part, column),
  entries: [loan.loan.id],
})

function interestLines(loan: LoanBook, { asked, interest }: PartBook): readonly DerivationLine[] {
  const paid = line('loan-interest-paid', fen(interest - asked.amount))
  switch (asked.by) {
    case 'copy':
      return paid.amount === 0 ? [] : [line('loan-interest-copied', asked.amount, { certainty: 'shown' }), paid]
    case 'days': {
      const { balance, days } = asked.accrual
      const values = { balance: yuanText(balance), days, rate: percentText(loan.loan.dailyRate) }
      const amount = fen(asked.amount - asked.carried)
      return spoken([
        line('loan-interest-days', amount, { values, source: days === 30 ? '7.5' : '7.6', rounding: 'halfUp' }),
        line('loan-interest-carried', asked.carried, { source: '7.10' }),
        paid,
      ])
    }
    case 'share': {
      const values = { of: yuanText(asked.of), left: yuanText(asked.left), before: yuanText(asked.before) }
      return spoken([line('loan-interest-share', asked.amount, { values, source: '7.10', rounding: 'halfUp' }), paid])
    }
  }
}

/** One rounding for all stretches, at the loan's rate × 1.5; what was paid of it before is taken off. */
function penaltyLines(loan: LoanBook, part: PartBook, tenths: number): readonly DerivationLine[] {
  const left = penaltyOf(loan, part, tenths)
  const stretches = sharedLines(part.overdue, loan.loan.dailyRate, {
    rule: 'loan-charge-stretch',
    source: '7.11',
    total: fen(left + part.penaltyPaid),
    values: { times: `${tenths / 10}` },
  })
  return spoken([...stretches, line('loan-charge-paid', fen(-part.penaltyPaid))])
}

/** Interest to the day by actual days, as a prepayment asks for it (J2), with what an earlier one left of it unpaid. */
export function accruedLines(loan: LoanBook, on: Day): readonly DerivationLine[] {
  const running = accrualOn(loan, on)
  if (running === null) return []
  const { balance, days, from } = running
  const { ran, carried, paid } = accruedParts(loan, on)
  const values = {
    from: dayText(from),
    through: dayText(addDays(from, Math.max(days - 1, 0))),
    days,
    balance: yuanText(balance),
    rate: percentText(loan.loan.dailyRate),
  }
  const behind = { certainty: loan.loan.certain ? ('derived' as const) : ('assumed' as const), entries: [loan.loan.id] }
  return spoken([
    line('loan-interest-to-day', ran, { ...behind, values, source: '7.6', rounding: 'halfUp' }),
    line('loan-interest-carried', carried, { ...behind, source: '7.10' }),
    line('loan-interest-paid', fen(-paid), behind),
  ])
}

/** What paying a loan off on a day asks for as interest: of the part that is due on it, else to the day (J2). */
export function interestTodayLines(loan: LoanBook, on: Day): readonly DerivationLine[] {
  const due = loan.parts.find((part) => part.dueOn === on && isOpenPart(part))
  return due ? [loanPartLine(loan, due, 'interest')] : accruedLines(loan, on)
}
