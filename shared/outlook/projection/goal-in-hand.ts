import { addDays, type Day } from '#shared/kernel/day.ts'
import { type PlanBook, unbilled, unbilledPrincipal } from '#shared/ledger/book/plan-book.ts'
import { settlementFee } from '#shared/ledger/book/settle-plan.ts'
import { termsOn } from '#shared/ledger/terms.ts'
import { changesDaily, totalBalance, touch } from './account-run.ts'
import { type AccountRun, NEVER, type Run } from './run.ts'
import { setAside } from './set-aside.ts'
import { isOfSaving } from './strategy.ts'
import { targetsOf } from './targets.ts'

/**
 * Whoever has a day to be free by pays everything before it once the money is in hand, rather than keep it for bills that
 * ask for the same debts only later: else the goal would need that money twice.
 */
export function isGoalInHand(run: Run, day: Day, money: number): boolean {
  const { goal } = run.plan
  if (goal === null || day > goal.freeBy || run.next.spending !== NEVER || money < totalBalance(run)) return false
  const isKeptForLater = setAside(run, day).full > setAside(run, day, addDays(goal.freeBy, 1)).full
  if (!isKeptForLater) return false
  let needed = 0
  for (const account of run.active) {
    if (account.touchedOn !== day && changesDaily(account)) touch(run, account, day)
    const ends = toEnd(run, account, day)
    if (ends === null) return false
    needed += ends
  }
  return money >= needed
}

/** What ends an account today; null where something of it can only be paid later. */
function toEnd(run: Run, account: AccountRun, day: Day): number | null {
  const targets = targetsOf(run, account, day).reduce((sum, target) => sum + target.amount, 0)
  const { settled, fees } = settlements(run, account, day)
  return targets + settled < account.balance ? null : targets + settled + fees
}

/** Plans that are settled early anyway, and the fees that asks for. */
function settlements(run: Run, account: AccountRun, day: Day): { readonly settled: number; readonly fees: number } {
  let settled = 0
  let fees = 0
  if (account.state.kind !== 'billed') return { settled, fees }
  const mode = termsOn(account.account.terms, day).earlySettlementMode
  for (const plan of account.state.book.plans) {
    if (!isSettled(run, account, plan)) continue
    settled += unbilledPrincipal(plan)
    fees += settlementFee(plan, mode)
  }
  return { settled, fees }
}

const isSettled = (run: Run, account: AccountRun, plan: PlanBook): boolean =>
  unbilled(plan).length > 0 && (run.plan.settleEarly.includes(plan.plan.id) || isOfSaving(run, account))
