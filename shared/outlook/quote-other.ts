import { addDays, addMonths, type Day, dayInMonth, dayText, monthOf } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, yuanText, ZERO } from '#shared/kernel/money.ts'
import { percentText, type Rate } from '#shared/kernel/rate.ts'
import type { Account } from '#shared/ledger/account.ts'
import type { OtherBook } from '#shared/ledger/book/other-book.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import { line, spoken } from '#shared/ledger/explain/line.ts'
import { monthlyInterest, otherParts, simpleInterest } from '#shared/ledger/other-debt.ts'
import { termsOn } from '#shared/ledger/terms.ts'

/**
 * The balance of another debt carried from the day it was copied to a later one, as if nothing were paid in between:
 * an estimate until a new balance is copied, and said so in the quote (engine.md 5, 8). Interest and fees are the sum of
 * the lines that explain them.
 */
export function carriedBalance(
  book: OtherBook,
  on: Day,
): { readonly principal: Fen; readonly interest: Fen; readonly fee: Fen } {
  const charge = sumFen(carriedLines(book, on).map(({ amount }) => amount))
  const isFee = book.debt?.interest.model === 'flat-fee'
  return { principal: book.balance, interest: isFee ? ZERO : charge, fee: isFee ? charge : ZERO }
}

/** What has run on the balance since it was copied. */
export function carriedLines({ account, debt, balance }: OtherBook, on: Day): readonly DerivationLine[] {
  if (debt === null || on <= debt.balanceOn || balance === 0) return []
  const { interest, balanceOn } = debt
  switch (interest.model) {
    case 'none':
      return []
    case 'monthly-apr':
      return monthlyLines({ balance, rate: interest.annualRate }, payDays(account, balanceOn, on))
    case 'flat-fee':
      return spoken(
        otherParts(interest, balance, balanceOn).map((part) => line('flat-fee-part', part.charge, { source: '9.6' })),
      )
    case 'daily-simple':
    case 'equal-principal': {
      const days = on - balanceOn
      const values = {
        from: dayText(balanceOn),
        through: dayText(addDays(on, -1)),
        days,
        balance: yuanText(balance),
        rate: percentText(interest.dailyRate),
      }
      const amount = simpleInterest(balance, interest.dailyRate, days)
      return spoken([line('daily-interest', amount, { values, source: '9.6', rounding: 'halfUp' })])
    }
  }
}

function payDays(account: Account, after: Day, on: Day): readonly Day[] {
  const { dueDay } = termsOn(account.terms, on)
  const months = Array.from({ length: monthOf(on) - monthOf(after) + 1 }, (_, index) =>
    addMonths(monthOf(after), index),
  )
  return months.map((month) => dayInMonth(month, dueDay)).filter((payDay) => payDay > after && payDay <= on)
}

/** A month of interest on each pay day, on what the ones before it made of the balance. */
function monthlyLines(
  { balance, rate }: { balance: Fen; rate: Rate },
  days: readonly Day[],
): readonly DerivationLine[] {
  let carried = balance
  return spoken(
    days.map(() => {
      const values = { balance: yuanText(carried), rate: percentText(rate) }
      const amount = monthlyInterest(carried, rate)
      carried = fen(carried + amount)
      return line('monthly-interest', amount, { values, source: '9.6', rounding: 'halfUp' })
    }),
  )
}
