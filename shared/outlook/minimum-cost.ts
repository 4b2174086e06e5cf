import { addMonths, type Day, maxDay } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen } from '#shared/kernel/money.ts'
import type { Rate } from '#shared/kernel/rate.ts'
import type { Account } from '#shared/ledger/account.ts'
import { cycleOfMonth } from '#shared/ledger/cycle.ts'
import { revolvingInterest, type Segment } from '#shared/ledger/interest.ts'
import type { Owed } from '#shared/ledger/owed.ts'
import { termsOn } from '#shared/ledger/terms.ts'

/**
 * What it costs to pay only the minimum on the next due day: the rest rolls and bears revolving interest from the day
 * after it through the next due day, if it is paid then (domain.md 2.5, engine.md 3).
 */
export type MinimumCost = {
  readonly amount: Fen
  /** The next due day after, the latest of the accounts. */
  readonly through: Day
}

/** Null where no bill is due, or its minimum is all of it. */
export function minimumCost(accounts: readonly Account[], owed: Pick<Owed, 'nextDue'>): MinimumCost | null {
  const coming = owed.nextDue.filter((due) => !due.overdue)
  const rolling = rollingFrom(
    accounts,
    coming.filter((due) => due.on === coming[0]?.on),
  )
  if (rolling.length === 0) return null
  const ends = rolling.map(({ segment }) => segment.through)
  return { amount: sumFen(rolling.map(({ amount }) => amount)), through: ends.reduce(maxDay) }
}

type Rolling = { readonly segment: Segment; readonly rate: Rate; readonly amount: Fen }

/** What each bill leaves to roll when only its minimum is paid on its due day, and the interest of that. */
export const rollingFrom = (accounts: readonly Account[], dues: Owed['nextDue']): readonly Rolling[] =>
  dues.flatMap((due) => {
    const account = accounts.find(({ id }) => id === due.account)
    if (!account || due.bill === null || due.minimum >= due.amount) return []
    const through = cycleOfMonth(account.terms, addMonths(due.bill, 1)).dueOn
    const segment = { after: due.on, through, balance: fen(due.amount - due.minimum) }
    const rate = termsOn(account.terms, due.on).revolvingDailyRate
    return [{ segment, rate, amount: revolvingInterest([segment], rate) }]
  })
