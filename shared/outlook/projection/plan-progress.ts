import { addDays, addMonths, type Day, firstOf, minDay, monthOf } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, ZERO } from '#shared/kernel/money.ts'
import type { Account, AccountId } from '#shared/ledger/account.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import { openBooks } from '#shared/ledger/book/ledger-book.ts'
import type { Repayment } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { PlanProgress, PlanProgressFigures } from '../answers.ts'
import type { Plan } from '../plan.ts'
import { balancesIn } from './balances.ts'
import { newDebt } from './new-debt.ts'
import { startOf } from './project.ts'
import { type Simulation, simulate } from './simulate.ts'

/**
 * What a plan foresaw beside what really happened since it began (product.md E). Both sides set out from the same books:
 * the facts through the plan's first day, as they are known now. null on that very day, and before it.
 */
export function planProgress(ledger: Ledger, plan: Plan): PlanProgress | null {
  const { today } = ledger
  if (plan.from >= today) return null
  const simulation = { ledger, books: openBooks(ledger, plan.from), plan }
  const ids = comparedIn(ledger, plan.from)
  const start = sumsOf(ids, new Map(), balancesIn(ledger, simulation.books))
  const ends = monthEnds(plan.from, today)
  const planned = figuresOf(
    ends.map((end) => plannedThrough(simulation, ids, end)),
    start.balance,
  )
  const actual = figuresOf(
    ends.map((end) => actualThrough(ledger, ids, { after: plan.from, through: end })),
    start.balance,
  )
  const foreseen = simulate({ ...simulation, through: today }).accounts
  const now = balancesIn(ledger, openBooks(ledger, today))
  return {
    plan: plan.name,
    from: plan.from,
    on: today,
    months: ends.map((end, index) => ({ month: monthOf(end), planned: planned[index]!, actual: actual[index]! })),
    accounts: foreseen
      .filter(({ id }) => ids.includes(id))
      .map(({ id, balance }) => ({ id, planned: balance, actual: now.get(id) ?? ZERO })),
    leftOut: ledger.accounts.flatMap(({ id }) => (ids.includes(id) ? [] : [id])),
    behind: fen((actual.at(-1)?.closing ?? 0) - (planned.at(-1)?.closing ?? 0)),
    freeOn: { planned: simulate(simulation).freeOn, now: simulate(startOf(ledger, plan)).freeOn },
  }
}

/** The accounts whose balance at the plan's start is known. */
export const comparedIn = ({ accounts }: Ledger, from: Day): readonly AccountId[] =>
  accounts.filter((account) => canCompare(account, from)).map(({ id }) => id)

/** Of a debt elsewhere the ledger keeps one balance: copied anew after the plan began, it says nothing about before. */
const canCompare = ({ kind, otherDebt }: Account, from: Day): boolean =>
  kind !== 'other' || (otherDebt !== null && otherDebt.balanceOn <= from)

/** The last day of each month that has begun since, at last today. */
export function monthEnds(from: Day, today: Day): readonly Day[] {
  const ends: Day[] = []
  for (let month = monthOf(from); month <= monthOf(today); month = addMonths(month, 1))
    ends.push(minDay(addDays(firstOf(addMonths(month, 1)), -1), today))
  return ends
}

/** Sums since the plan began, and the balance they lead to. */
type Sums = { readonly spending: Fen; readonly paid: Fen; readonly balance: Fen }

type Moved = { readonly spending: number; readonly paid: number }

function sumsOf(
  ids: readonly AccountId[],
  moved: ReadonlyMap<AccountId, Moved>,
  balances: ReadonlyMap<AccountId, Fen>,
): Sums {
  const sum = (of: (id: AccountId) => number): Fen => fen(ids.reduce((total, id) => total + of(id), 0))
  return {
    spending: sum((id) => moved.get(id)?.spending ?? 0),
    paid: sum((id) => moved.get(id)?.paid ?? 0),
    balance: sum((id) => balances.get(id) ?? 0),
  }
}

function plannedThrough(simulation: Simulation, ids: readonly AccountId[], through: Day): Sums {
  const { accounts } = simulate({ ...simulation, through })
  const moved = new Map(accounts.map((account) => [account.id, account] as const))
  return sumsOf(ids, moved, new Map(accounts.map(({ id, balance }) => [id, balance] as const)))
}

function actualThrough(ledger: Ledger, ids: readonly AccountId[], days: { after: Day; through: Day }): Sums {
  const books = openBooks(ledger, days.through)
  const moved = new Map(
    ids.map((id) => {
      const spending = newDebt(ledger, { account: id, books, ...days })
      return [id, { spending, paid: repaid(ledger, books, { account: id, after: days.after }) }] as const
    }),
  )
  return sumsOf(ids, moved, balancesIn(ledger, books))
}

/** What reduces no debt of this ledger on its day: money paid early reduces the month in which something needs it. */
const NOT_TAKEN: readonly string[] = ['prepaid', 'beyond-records', 'own-money']

type Since = { readonly account: AccountId; readonly after: Day }

const repaid = (ledger: Ledger, books: LedgerBook, since: Since): Fen =>
  sumFen(repaidParts(ledger, books, since).map(({ amount }) => amount))

/** Only what a debt took. The books have allocated nothing that was paid after their own day. */
export function repaidParts(
  { entries }: Ledger,
  { allocations }: LedgerBook,
  { account, after }: Since,
): readonly { readonly entry: Repayment; readonly amount: Fen }[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'repayment' || entry.on <= after) return []
    const parts = allocations.get(entry.id) ?? []
    const taken = parts.filter((part) => part.account === account && !NOT_TAKEN.includes(part.what))
    return taken.map(({ amount }) => ({ entry, amount }))
  })
}

/** Sums since the beginning become those of each month. `otherwise` is what neither spending nor repayments explain. */
function figuresOf(sums: readonly Sums[], opening: Fen): readonly PlanProgressFigures[] {
  let before: Sums = { spending: ZERO, paid: ZERO, balance: opening }
  return sums.map((now) => {
    const spending = fen(now.spending - before.spending)
    const paid = fen(now.paid - before.paid)
    const figures = {
      opening: before.balance,
      spending,
      otherwise: fen(now.balance - before.balance - spending + paid),
      paid,
      closing: now.balance,
    }
    before = now
    return figures
  })
}
