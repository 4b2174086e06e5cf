import { type Day, dayText } from '#shared/kernel/day.ts'
import { type Fen, fen, yuanText } from '#shared/kernel/money.ts'
import { isOpen, unpaidOf } from '#shared/ledger/book/billed-book.ts'
import { isOpenPart } from '#shared/ledger/book/lending-book.ts'
import type { Closure, Evidence } from '../answers.ts'
import { evidence } from '../warning.ts'
import { billedIn, inScope, lendingIn, type Scope } from './scope.ts'

type Risk = Closure['systemRisks'][number]

/** Days overdue after which lenders usually act: a reminder, a freeze, a closing (domain.md 3.12). */
export const OVERDUE_DAYS = [7, 30, 90] as const
/** From here an overdue amount counts as large whatever its age. */
export const LARGE_OVERDUE: Fen = fen(1_000_000)
/** Without any purchase for this long, an account counts as unused. */
export const UNUSED_DAYS = 365

/** Why the lender itself may freeze or close the credit; each with its evidence, or not known (engine.md 10). */
export function systemRisks(scope: Scope): readonly Risk[] {
  return [
    overdueRisk(scope),
    { code: 'risk-cash-out', status: 'not-known', evidence: [evidence('risk-cash-out-warning', {})] },
    unusedRisk(scope),
    { code: 'risk-identity-expired', status: 'not-known', evidence: [evidence('risk-identity-check', {})] },
  ]
}

type Overdue = { readonly account: string; readonly since: Day; readonly amount: Fen }

function overdueRisk(scope: Scope): Risk {
  const overdue = overdueOf(scope)
  if (overdue.length === 0) return { code: 'risk-overdue', status: 'absent', evidence: [] }
  return { code: 'risk-overdue', status: 'present', evidence: overdue.map((one) => overdueLine(scope, one)) }
}

function overdueOf(scope: Scope): Overdue[] {
  const bills = billedIn(scope).flatMap((book) =>
    book.bills
      .filter((bill) => bill.state === 'overdue' && isOpen(book, bill))
      .map((bill) => ({ account: book.account.id, since: bill.cycle.dueOn, amount: unpaidOf(book, bill) })),
  )
  const parts = lendingIn(scope).flatMap((book) =>
    book.loans.flatMap((loan) =>
      loan.parts
        .filter((part) => isOpenPart(part) && part.dueOn < scope.today)
        .map((part) => ({ account: book.account.id, since: part.dueOn, amount: fen(part.principal + part.interest) })),
    ),
  )
  return [...bills, ...parts]
}

/** Beyond which threshold it is, and whether the amount is large. */
function overdueLine(scope: Scope, { account, since, amount }: Overdue): Evidence {
  const days = scope.today - since
  const beyond = OVERDUE_DAYS.filter((threshold) => days > threshold).at(-1) ?? 0
  const code = beyond > 0 ? `risk-overdue-beyond-${beyond}` : 'risk-overdue-fresh'
  const size = amount >= LARGE_OVERDUE ? 'risk-overdue-large' : code
  const name = scope.accounts.find((one) => one.id === account)?.name ?? account
  return evidence(size, { account: name, days, since: dayText(since), amount: yuanText(amount) }, { account, amount })
}

/** By posting day, which summed purchases have too; one that awaits receipt was used on the day of its order. */
function unusedRisk(scope: Scope): Risk {
  const last = scope.ledger.entries.reduce<number>((latest, entry) => {
    const on =
      entry.kind === 'purchase' ? (entry.postedOn ?? entry.orderedOn) : entry.kind === 'loan' ? entry.drawnOn : null
    return on !== null && 'account' in entry && inScope(scope, entry.account) ? Math.max(latest, on) : latest
  }, Number.NEGATIVE_INFINITY)
  const posted = scope.ledger.postings
    .filter((posting) => posting.what === 'purchase' && inScope(scope, posting.account))
    .reduce((latest, posting) => Math.max(latest, posting.on), last)
  if (posted === Number.NEGATIVE_INFINITY) return { code: 'risk-unused', status: 'not-known', evidence: [] }
  const days = scope.today - posted
  const line = evidence('risk-last-used', { on: dayText(posted as Day), days })
  return { code: 'risk-unused', status: days > UNUSED_DAYS ? 'present' : 'absent', evidence: [line] }
}
