import { addMonths, type Day, dayText, type Month, monthText } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, yuanText, ZERO } from '#shared/kernel/money.ts'
import { type BilledBook, isOpen, unpaidOf } from '#shared/ledger/book/billed-book.ts'
import { billedCells, unbilledPostings } from '#shared/ledger/book/cells-of.ts'
import { unbilled } from '#shared/ledger/book/plan-book.ts'
import { settlementFee } from '#shared/ledger/book/settle-plan.ts'
import { type Cycle, cycleOfMonth } from '#shared/ledger/cycle.ts'
import type { InstallmentPlan } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { termsOn } from '#shared/ledger/terms.ts'
import type { Evidence } from '../answers.ts'
import { evidence, warning } from '../warning.ts'
import { type ClosureCheck, type Finding, payableOn, type Scope } from './scope.ts'
import { BILLED_TARGETS } from './targets.ts'

/**
 * What Huabei posted before the upgrade must be settled, in one payment, before Credit Purchase or Huabei can be closed
 * (domain.md 6.10). Without the day of the upgrade nobody knows.
 */
export const preUpgradeBillSettled: ClosureCheck = {
  code: 'pre-upgrade-bill-settled',
  kind: 'block',
  targets: BILLED_TARGETS,
  check,
}

function check(scope: Scope): Finding {
  const { ledger, books } = scope
  const huabei = ledger.accounts.filter((account) => account.kind === 'huabei')
  const upgraded = ledger.accounts.some((account) => account.kind === 'credit-purchase')
  const upgradedOn = firstUpgrade(ledger)
  if (upgradedOn === null) {
    if (scope.target === 'huabei' && !upgraded) return { status: 'met', evidence: [evidence('never-upgraded', {})] }
    return { status: 'unknown', action: warning('enter-upgrade-day'), earliestOn: scope.today }
  }
  if (huabei.length === 0) return { status: 'unknown', action: warning('add-huabei'), earliestOn: scope.today }
  const open = huabei.flatMap((account) => {
    const book = books.billed.get(account.id)
    return book ? unpaidBefore(ledger, book, upgradedOn) : []
  })
  if (open.length === 0) return { status: 'met', evidence: [evidence('upgraded-on', { on: dayText(upgradedOn) })] }
  const amount = sumFen(open.flatMap((line) => line.amount ?? []))
  return {
    status: 'unmet',
    amount,
    evidence: open,
    action: warning('settle-pre-upgrade', { amount: yuanText(amount) }),
    earliestOn: payableOn(
      scope,
      huabei.map(({ id }) => id),
    ),
  }
}

export function firstUpgrade(ledger: Ledger): Day | null {
  const days = ledger.accounts.flatMap((account) => account.upgradedOn ?? [])
  return days.length === 0 ? null : (Math.min(...days) as Day)
}

function unpaidBefore(ledger: Ledger, book: BilledBook, upgradedOn: Day): Evidence[] {
  const account = book.account.id
  const earlier = earlierMonths(ledger, book, upgradedOn)
  const line = (code: string, amount: Fen, values: Record<string, string> = {}): Evidence[] =>
    amount > 0 ? [evidence(code, { ...values, amount: yuanText(amount) }, { account, amount })] : []
  const bills = book.bills
    .filter((bill) => isOpen(book, bill) && earlier.has(bill.cycle.month))
    .flatMap((bill) => line('pre-upgrade-bill', unpaidOf(book, bill), { month: monthText(bill.cycle.month) }))
  const rolledFrom = book.rolled.bill === null ? book.bills.findLast((bill) => bill.state === 'rolled') : undefined
  const loose = rolledFrom && earlier.has(rolledFrom.cycle.month) ? book.rolled.principal : fen(0)
  const upcoming = [...book.upcoming.values()].filter((cycle) => earlier.has(cycle.month)).map(unbilledPostings)
  const mode = termsOn(book.account.terms, ledger.today).earlySettlementMode
  const plans = book.plans.filter(({ plan }) => isEarlierPlan({ ledger, book, upgradedOn, earlier }, plan))
  return [
    ...bills,
    ...line('pre-upgrade-rolled', loose),
    ...line('pre-upgrade-interest', loose > 0 ? billedCells(book).next.interest : ZERO),
    ...line('pre-upgrade-unbilled', sumFen(upcoming)),
    ...plans.flatMap((plan) =>
      line('pre-upgrade-installments', sumFen(unbilled(plan).map((period) => period.principal))),
    ),
    // One payment settles them early: what it must hold is what settling costs.
    ...line('pre-upgrade-installment-fees', sumFen(plans.map((plan) => settlementFee(plan, mode)))),
  ]
}

/**
 * The months whose bill holds anything from before: postings of its own days, what the bill before it handed on by a
 * minimum or a deferral, and periods of plans from before. What is handed on stays what it was, however often.
 */
function earlierMonths(ledger: Ledger, book: BilledBook, upgradedOn: Day): ReadonlySet<Month> {
  const earlier = new Set<Month>()
  const months = [...book.bills.map((bill) => bill.cycle.month), ...[...book.upcoming.keys()].sort((a, b) => a - b)]
  for (const month of months) {
    const cycle = cycleOfMonth(book.account.terms, month)
    const { handedOn, installments } = heldIn(book, month)
    const isHandedOn = handedOn > 0 && earlier.has(addMonths(month, -1))
    const isPosted =
      installments > 0 &&
      book.plans.some(
        ({ plan, installments }) =>
          installments.some((period) => period.billMonth === month) &&
          isEarlierPlan({ ledger, book, upgradedOn, earlier }, plan),
      )
    if (isHandedOn || isPosted || holdsEarlier(ledger, book, { cycle, upgradedOn })) earlier.add(month)
  }
  return earlier
}

function heldIn(book: BilledBook, month: Month): { readonly handedOn: number; readonly installments: number } {
  const parts = book.bills.find((bill) => bill.cycle.month === month)?.parts
  if (!parts) return { handedOn: book.upcoming.get(month)?.deferredIn ?? 0, installments: 0 }
  return { handedOn: parts.rolledPrincipal + parts.deferredIn, installments: parts.installmentPrincipal }
}

type Window = { readonly cycle: Cycle; readonly upgradedOn: Day }

/** A cycle that the upgrade cuts counts when a posting of it is earlier, or when no entry tells what is in it. */
function holdsEarlier(ledger: Ledger, book: BilledBook, { cycle, upgradedOn }: Window): boolean {
  if (cycle.from >= upgradedOn) return false
  if (cycle.issuedOn <= upgradedOn) return true
  const bill = book.bills.find((candidate) => candidate.cycle.month === cycle.month)
  if (bill && (bill.parts.unexplained !== 0 || bill.parts.rolledPrincipal > 0)) return true
  const early = (on: Day | null): boolean => on !== null && on >= cycle.from && on < upgradedOn
  const id = book.account.id
  return (
    ledger.postings.some((posting) => posting.account === id && early(posting.on)) ||
    ledger.entries.some((entry) => entry.kind === 'purchase' && entry.account === id && early(entry.postedOn))
  )
}

type Before = {
  readonly ledger: Ledger
  readonly book: BilledBook
  readonly upgradedOn: Day
  readonly earlier: ReadonlySet<Month>
}

/** A plan is as old as the purchase or the bill that it pays; where neither is proved, as the days of its first bill. */
function isEarlierPlan({ ledger, book, upgradedOn, earlier }: Before, plan: InstallmentPlan): boolean {
  const bought = ledger.entries.find(({ id }) => id === plan.of)
  if (bought?.kind === 'purchase') return (bought.postedOn ?? bought.orderedOn) < upgradedOn
  const first = plan.fromBill ?? plan.firstBill
  if (plan.fromBill !== null && earlier.has(plan.fromBill)) return true
  if (plan.fromBill !== null && isProved(book, plan.fromBill)) return false
  const cycle = first >= book.nextMonth ? book.nextCycle : cycleOfMonth(book.account.terms, first)
  return cycle.from < upgradedOn
}

/** A copied total that its entries make up to the fen: they then tell every day of it. */
function isProved(book: BilledBook, month: Month): boolean {
  const bill = book.bills.find((candidate) => candidate.cycle.month === month)
  return bill?.shown?.shown != null && bill.parts.unexplained === 0
}
