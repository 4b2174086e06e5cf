import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import type { Required, Run } from './run.ts'
import type { ShortDebt } from './shortfall.ts'

type Shared = { readonly required: readonly Required[]; readonly given: readonly number[]; readonly cash: number }

/**
 * Told on the due day, and of what is overdue from the start once the plan's first money is there; what stays overdue
 * is not told again each day, and takes the money before anything else.
 */
export function noteShortfall(run: Run, day: Day, { required, given, cash }: Shared): void {
  const isAsked = (one: Required): boolean => !one.overdue || (run.arrearsOn === day && one.on < run.start)
  let needed = 0
  let available = cash
  for (const [index, one] of required.entries()) {
    if (isAsked(one)) needed += one.minimum
    else available -= given[index]!
  }
  if (needed <= available) return
  const debts = required.flatMap((one, index) => (isAsked(one) ? shortDebt(one, fen(given[index]!)) : []))
  run.shortfalls.push({ on: day, required: fen(needed), available: fen(available), debts })
}

const shortDebt = (one: Required, given: Fen): ShortDebt => ({
  account: one.account.account.id,
  required: one.minimum,
  paid: given,
  becomes: whatBecomes(one, given),
})

function whatBecomes({ overdue, account, full, minimum }: Required, given: Fen): ShortDebt['becomes'] {
  if (given >= full) return 'paid'
  if (overdue) return 'stays-overdue'
  if (given >= minimum) return 'rolls'
  return account.state.kind === 'other' ? 'goes-on' : 'falls-overdue'
}
