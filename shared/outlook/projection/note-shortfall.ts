import type { Day } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import type { Required, Run } from './run.ts'
import type { ShortDebt } from './shortfall.ts'

/**
 * Told on the due day, and of what is overdue from the start once the plan's first money is there; what stays overdue
 * is not told again each day, and takes the money before anything else.
 * @param required in the order in which the money goes to them
 */
export function noteShortfall(run: Run, day: Day, required: readonly Required[], cash: number): void {
  const isAsked = (one: Required): boolean => !one.overdue || (run.arrearsOn === day && one.on < run.start)
  let needed = 0
  let available = cash
  for (const one of required) {
    if (isAsked(one)) needed += one.minimum
    else available -= one.given
  }
  if (needed <= available) return
  const debts = required.filter(isAsked).map(shortDebt)
  run.shortfalls.push({ on: day, required: fen(needed), available: fen(available), debts })
}

const shortDebt = (one: Required): ShortDebt => ({
  account: one.account.account.id,
  on: one.on,
  required: one.minimum,
  paid: one.given,
  becomes: whatBecomes(one),
})

function whatBecomes({ overdue, account, full, minimum, given }: Required): ShortDebt['becomes'] {
  if (given >= full) return 'paid'
  if (overdue) return 'stays-overdue'
  if (given >= minimum) return 'rolls'
  return account.state.kind === 'other' ? 'goes-on' : 'falls-overdue'
}
