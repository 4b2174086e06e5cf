import type { Day } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { type PlanBook, unbilledPrincipal } from '#shared/ledger/book/plan-book.ts'
import { settlementFee } from '#shared/ledger/book/settle-plan.ts'
import { settlementFeeLines } from '#shared/ledger/explain/explain-settlement.ts'
import { termsOn } from '#shared/ledger/terms.ts'
import { warning } from '../warning.ts'
import { addCost, changesDaily, paid, touch } from './account-run.ts'
import { billedReach, hasOverdueBill, payBilledRun, settleBilledPlan } from './billed-run.ts'
import { isGoalInHand } from './goal-in-hand.ts'
import type { AccountRun, Run } from './run.ts'
import { setAside, setAsideFor } from './set-aside.ts'
import { inOrder, isOfSaving, isOfTarget } from './strategy.ts'
import { type Target, targetsOf } from './targets.ts'

/** Money that no required payment needs until more arrives, paid by the strategy; what a target leaves goes to the next. */
export function paySurplus(run: Run, day: Day, most: number): void {
  if (run.plan.strategy.kind === 'minimum-only') return
  payRolledAhead(run, day)
  const kept = isGoalInHand(run, day, Math.min(run.cash, most)) ? 0 : setAside(run, day).full
  run.covered = run.cash >= kept
  const spare = (): number => Math.min(run.cash - kept, most - spentToday)
  let spentToday = 0
  const spend = (amount: number): void => {
    run.cash -= amount
    spentToday += amount
  }
  if (spare() <= 0) return
  for (const account of run.active) {
    if (account.touchedOn !== day && changesDaily(account)) touch(run, account, day)
  }
  settleChosen(run, day, { spare, spend })
  const saving = settleForClosing(run, day, { spare, spend })
  const done = new Set<AccountRun>()
  let left = spare()
  const targets: Target[] = []
  for (const account of run.active) targets.push(...targetsOf(run, account, day))
  for (const target of inOrder(targets, run.plan.strategy)) {
    if (left <= 0) break
    if (saving && !isOfSaving(run, target.account)) break
    const amount = Math.min(target.amount, left)
    if (amount < target.least) continue
    const parts = target.pay(amount)
    const why = 'projected-repaid-ahead'
    paid(run, target.account, { on: day, amount, what: 'repayment', settles: target.loan, parts, why })
    spend(amount)
    left -= amount
    noteDirection(run, target.account, done)
  }
}

/** Money set aside for a bill that holds rolled principal pays that principal now: every day until the bill costs interest. */
function payRolledAhead(run: Run, day: Day): void {
  for (const account of run.active) {
    if (account.state.kind !== 'billed' || account.state.book.rolled.principal === 0) continue
    if (account.touchedOn !== day) touch(run, account, day)
    const { book } = account.state
    const own = setAsideFor(run, account, day).full
    const others = setAside(run, day).full - own
    const amount = Math.min(billedReach(book).rolled, own, run.cash - others)
    if (amount <= 0) continue
    const parts = payBilledRun(book, { on: day, amount: fen(amount), month: null })
    run.cash -= amount
    paid(run, account, { on: day, amount, what: 'repayment', settles: null, parts, why: 'projected-repaid-rolled' })
  }
}

type Purse = { readonly spare: () => number; readonly spend: (amount: number) => void }

/** Plans that the user chose to settle early, as soon as the money covers one (domain.md 4.18: only whole plans). */
function settleChosen(run: Run, day: Day, purse: Purse): void {
  for (const id of run.plan.settleEarly) {
    for (const account of run.active) {
      if (account.state.kind !== 'billed') continue
      const plan = account.state.book.plans.find((candidate) => candidate.plan.id === id)
      if (plan) settle(run, account, plan, { day, ...purse })
    }
  }
}

/** Closing soonest needs every plan of the target settled; true while money is kept for one that it does not cover yet. */
function settleForClosing(run: Run, day: Day, purse: Purse): boolean {
  const { strategy } = run.plan
  if (strategy.kind !== 'soonest-closure') return false
  let missing = false
  for (const account of run.active) {
    if (account.state.kind !== 'billed' || !isOfTarget(strategy.target, account.account)) continue
    for (const plan of [...account.state.book.plans]) {
      if (!settle(run, account, plan, { day, ...purse })) missing = true
    }
  }
  return missing
}

function settle(run: Run, account: AccountRun, plan: PlanBook, on: Purse & { readonly day: Day }): boolean {
  if (account.state.kind !== 'billed' || hasOverdueBill(account.state.book)) return false
  const mode = termsOn(account.account.terms, on.day).earlySettlementMode
  const fee = settlementFee(plan, mode)
  const amount = fen(unbilledPrincipal(plan) + fee)
  if (amount === 0 || amount > on.spare()) return amount === 0
  addCost(run, account, {
    ...{ day: on.day, interest: 0, fee, penalty: 0 },
    why: run.lines && { fee: settlementFeeLines(plan, mode) },
  })
  const parts = settleBilledPlan(account.state.book, plan, { on: on.day, amount })
  const settles = plan.plan.id
  paid(run, account, {
    ...{ on: on.day, amount, what: 'early-settlement', settles, parts },
    why: 'projected-early-settlement',
  })
  on.spend(amount)
  return true
}

/** Money for what rolls goes through the open bill first: the order inside an account is the lender's. */
function noteDirection(run: Run, account: AccountRun, done: Set<AccountRun>): void {
  if (account.state.kind !== 'billed' || done.has(account)) return
  done.add(account)
  const { book } = account.state
  if (book.rolled.principal === 0 || run.notes.has(`direct:${account.account.id}`)) return
  run.notes.set(`direct:${account.account.id}`, warning('plan-cannot-direct', { account: account.account.name }))
}
