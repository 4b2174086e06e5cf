import { addMonths, type Day } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen } from '#shared/kernel/money.ts'
import type { Account } from '#shared/ledger/account.ts'
import { cycleOfMonth } from '#shared/ledger/cycle.ts'
import { revolvingInterest } from '#shared/ledger/interest.ts'
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
  const rolling = coming
    .filter((due) => due.on === coming[0]?.on)
    .flatMap((due) => {
      const account = accounts.find(({ id }) => id === due.account)
      if (!account || due.bill === null || due.minimum >= due.amount) return []
      const through = cycleOfMonth(account.terms, addMonths(due.bill, 1)).dueOn
      const segment = { after: due.on, through, balance: fen(due.amount - due.minimum) }
      return [{ through, amount: revolvingInterest([segment], termsOn(account.terms, due.on).revolvingDailyRate) }]
    })
  if (rolling.length === 0) return null
  const through = rolling.reduce((latest, one) => (one.through > latest ? one.through : latest), rolling[0]!.through)
  return { amount: sumFen(rolling.map(({ amount }) => amount)), through }
}
