import type { Day } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { accruedInterest, principalNotDue } from '#shared/ledger/book/lending-book.ts'
import { billTerms } from '#shared/ledger/cycle.ts'
import type { EntryId } from '#shared/ledger/entry.ts'
import { addCost } from './account-run.ts'
import { billedReach, payBilledRun } from './billed-run.ts'
import { payLoan, prepayExtra } from './lending-run.ts'
import { otherBalance, otherRate, payOtherState } from './other-run.ts'
import type { AccountRun, Run } from './run.ts'
import { prepaidLines } from './why-carried.ts'
import type { PaidPart } from './why-paid.ts'

/** Something that surplus can pay ahead through the lender's own order: an account, or one loan of it. */
export type Target = {
  readonly account: AccountRun
  readonly loan: EntryId | null
  /** The cost of one more yuan owed for a year, in units of 10⁻⁹. */
  readonly rate: number
  readonly amount: number
  /** Less than this changes nothing: interest that has run comes first. */
  readonly least: number
  readonly pay: (amount: number) => readonly PaidPart[]
}

export function targetsOf(run: Run, account: AccountRun, day: Day): Target[] {
  const { state } = account
  if (account.balance === 0) return []
  if (state.kind === 'billed') {
    const { book } = state
    const { rolled, open, unbilled } = billedReach(book)
    const pay = (amount: number) => payBilledRun(book, { on: day, amount: fen(amount), month: null })
    const rate = billTerms(account.account.terms, book.nextMonth).revolvingDailyRate * 365
    const costly = rolled > 0 ? [{ account, loan: null, rate, amount: rolled, least: 1, pay }] : []
    const rest = unbilled + (rolled > 0 ? 0 : open)
    return rest > 0 ? [...costly, { account, loan: null, rate: 0, amount: rest, least: 1, pay }] : costly
  }
  if (state.kind === 'lending') {
    const { book } = state
    return book.loans
      .filter((loan) => principalNotDue(loan, day) > 0)
      .map((loan) => {
        const interest = accruedInterest(loan, day)
        return {
          account,
          loan: loan.loan.id,
          rate: loan.loan.dailyRate * 365,
          amount: principalNotDue(loan, day) + interest,
          least: interest + 1,
          pay: (amount: number) => {
            const extra = prepayExtra(loan, day)
            account.balance += extra
            if (extra > 0)
              addCost(run, account, {
                ...{ day, interest: extra, fee: 0, penalty: 0 },
                why: run.lines && { interest: prepaidLines(loan, fen(extra), day) },
              })
            return payLoan(book, loan, { on: day, amount: fen(amount) })
          },
        }
      })
  }
  const rate = otherRate(state.book)
  if (rate === null) return []
  const amount = otherBalance(state.book)
  return [{ account, loan: null, rate, amount, least: 1, pay: (given) => payOtherState(state.book, day, fen(given)) }]
}
