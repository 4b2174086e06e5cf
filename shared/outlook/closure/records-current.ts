import { addMonths, dayText, type Month, monthText } from '#shared/kernel/day.ts'
import { fen, yuanText } from '#shared/kernel/money.ts'
import type { BilledBook } from '#shared/ledger/book/billed-book.ts'
import type { Evidence } from '../answers.ts'
import { evidence, warning } from '../warning.ts'
import { billedIn, type ClosureCheck, type Finding, type Scope } from './scope.ts'
import { ALL_TARGETS } from './targets.ts'

/** Zeros derived from old records prove nothing: without a fresh import or comparison no verdict is `ready` (engine.md 10). */
export const RECORDS_DAYS = 3

export const recordsCurrent: ClosureCheck = {
  code: 'records-current',
  kind: 'block',
  targets: ALL_TARGETS,
  check,
}

function check(scope: Scope): Finding {
  const action = warning('update-records')
  const earliestOn = scope.today
  const currentOn = scope.ledger.recordsCurrentOn
  const holes = [
    ...missingAccounts(scope),
    ...billedIn(scope).flatMap((book) => [...gapsOf(book), ...contradictionsOf(book), ...laterBillsOf(book)]),
  ]
  if (currentOn === null || currentOn > scope.today) {
    return { status: 'unknown', evidence: [evidence('records-never-compared', {}), ...holes], action, earliestOn }
  }
  const age = scope.today - currentOn
  const line = evidence(age === 0 ? 'records-of-today' : 'records-of', { on: dayText(currentOn), days: age })
  if (age > RECORDS_DAYS) return { status: 'unmet', evidence: [line, ...holes], action, earliestOn }
  if (holes.length > 0) return { status: 'unknown', evidence: [line, ...holes], action, earliestOn }
  return { status: 'met', evidence: [line] }
}

/** An upgrade without any Credit Purchase account, or no account at all: Alipay shows a lender that is not here. */
function missingAccounts(scope: Scope): Evidence[] {
  if (scope.accounts.length === 0) return [evidence('records-no-account', {})]
  const accounts = scope.ledger.accounts
  const upgraded = accounts.some((account) => account.kind === 'huabei' && account.upgradedOn !== null)
  const lender = accounts.some((account) => account.kind === 'credit-purchase')
  return upgraded && !lender && scope.target !== 'borrow' ? [evidence('records-lender-missing', {})] : []
}

/** Months without bill or posting between months that have one. A month in which nothing was spent is entered as 0.00. */
function gapsOf(book: BilledBook): Evidence[] {
  const months = book.bills.map((bill) => bill.cycle.month)
  const known = new Set(months)
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return []
  const gaps: Month[] = []
  for (let month = first; month < last; month = addMonths(month, 1)) if (!known.has(month)) gaps.push(month)
  return gaps.map((month) =>
    evidence('records-gap', { account: book.account.name, month: monthText(month) }, { account: book.account.id }),
  )
}

/**
 * The entries hold more than the bills that Alipay showed: what a bill left out may stand in a bill to come, so no zero
 * that rests on them is proved. Only a bill beside it that shows more excuses it: a row moved over the statement day.
 */
function contradictionsOf(book: BilledBook): Evidence[] {
  const unexplained = new Map(book.bills.map((bill) => [bill.cycle.month, bill.parts.unexplained]))
  let left = 0
  for (const [month, difference] of unexplained) {
    let lacking = Math.max(-difference, 0)
    for (const beside of [addMonths(month, -1), addMonths(month, 1)]) {
      const more = Math.max(unexplained.get(beside) ?? 0, 0)
      const excused = Math.min(lacking, more)
      if (excused > 0) unexplained.set(beside, fen(more - excused))
      lacking -= excused
    }
    left += lacking
  }
  if (left === 0) return []
  const amount = fen(left)
  const { id, name } = book.account
  return [evidence('records-contradict', { account: name, amount: yuanText(amount) }, { account: id, amount })]
}

/** A total copied for a bill that is not issued yet is in no cell: it cannot be ignored either. */
function laterBillsOf(book: BilledBook): Evidence[] {
  const { id, name } = book.account
  return [...book.shownBills.values()]
    .filter((bill) => bill.month >= book.nextMonth && (bill.shown ?? 0) > 0)
    .map(({ month, shown }) =>
      evidence(
        'records-later-bill',
        { account: name, month: monthText(month), amount: yuanText(shown ?? fen(0)) },
        { account: id, amount: shown ?? fen(0) },
      ),
    )
}
