import type { Day } from '#shared/kernel/day.ts'
import { addMonths, dayInMonth, monthOf } from '#shared/kernel/day.ts'
import { type Fen, fen, ZERO } from '#shared/kernel/money.ts'
import type { OtherBook } from '#shared/ledger/book/other-book.ts'
import { isScheduled, monthlyInterest, otherParts, simpleInterest } from '#shared/ledger/other-debt.ts'
import { termsOn } from '#shared/ledger/terms.ts'

/**
 * The balance of another debt carried from the day it was copied to a later one, as if nothing were paid in between:
 * an estimate until a new balance is copied, and said so in the quote (engine.md 5, 8).
 */
export function carriedBalance(
  book: OtherBook,
  on: Day,
): { readonly principal: Fen; readonly interest: Fen; readonly fee: Fen } {
  const { debt, balance } = book
  if (debt === null || on <= debt.balanceOn || balance === 0) return { principal: balance, interest: ZERO, fee: ZERO }
  const { interest } = debt
  if (interest.model === 'none') return { principal: balance, interest: ZERO, fee: ZERO }
  if (interest.model === 'daily-simple') {
    return { principal: balance, interest: simpleInterest(balance, interest.dailyRate, on - debt.balanceOn), fee: ZERO }
  }
  if (interest.model === 'monthly-apr') {
    let carried = balance
    for (let month = monthOf(debt.balanceOn); ; month = addMonths(month, 1)) {
      const payDay = dayInMonth(month, termsOn(book.account.terms, on).dueDay)
      if (payDay > on) break
      if (payDay > debt.balanceOn) carried = fen(carried + monthlyInterest(carried, interest.annualRate))
    }
    return { principal: balance, interest: fen(carried - balance), fee: ZERO }
  }
  const parts = isScheduled(interest) ? otherParts(interest, balance, debt.balanceOn) : []
  if (interest.model === 'flat-fee') {
    return { principal: balance, interest: ZERO, fee: fen(parts.reduce((sum, part) => sum + part.charge, 0)) }
  }
  return { principal: balance, interest: simpleInterest(balance, interest.dailyRate, on - debt.balanceOn), fee: ZERO }
}
