import { type Day, dayText } from '#shared/kernel/day.ts'
import { type Fen, sumFen } from '#shared/kernel/money.ts'
import type { Account, AccountId } from '#shared/ledger/account.ts'
import type { BilledBook } from '#shared/ledger/book/billed-book.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import type { LendingBook } from '#shared/ledger/book/lending-book.ts'
import type { Cells } from '#shared/ledger/cells.ts'
import { type ClosureTarget, type Ledger, ofAccount } from '#shared/ledger/ledger.ts'
import { cellsOfAccount } from '#shared/ledger/owed-on.ts'
import type {
  ClosureRequirement,
  Evidence,
  Projection,
  RequirementCode,
  RequirementKind,
  RequirementStatus,
  Warning,
} from '../answers.ts'
import { warning } from '../warning.ts'
import { isOwnedBy, KINDS, ownersOf } from './targets.ts'

/** What every check of closing looks at: the accounts of the target, and their books today (engine.md 10). */

/** What closing takes from a plan: the day on which each account will be paid. */
export type PlannedDays = Pick<Projection, 'accounts'>

export type Scope = {
  /** With the accounts of the asked owner only. */
  readonly ledger: Ledger
  readonly target: ClosureTarget
  readonly accounts: readonly Account[]
  /** One person's accounts, or everyone's: then all of them have to be clear. */
  readonly owner: string | null
  /** The people who have such an account here; with two of them each confirms for their own. */
  readonly owners: readonly string[]
  readonly books: LedgerBook
  readonly today: Day
  readonly projection: PlannedDays | null
  /** Day of the newest change of any account in scope; what was confirmed before it is no longer sure. */
  readonly newestOn: Day | null
}

/** A rule of closing: one code, one function. Rules not meant for a target are not asked. */
export type ClosureCheck = {
  readonly code: RequirementCode
  readonly kind: RequirementKind
  readonly targets: readonly ClosureTarget[]
  readonly check: (scope: Scope) => Finding
}

export type Finding = {
  readonly status: RequirementStatus
  readonly amount?: Fen | null
  readonly evidence?: readonly Evidence[]
  readonly action?: Warning | null
  /** Left out where the rule is met: then today. */
  readonly earliestOn?: Day | null
}

export function scopeOf(
  whole: Ledger,
  books: LedgerBook,
  asked: Pick<Scope, 'target' | 'projection' | 'owner'>,
): Scope {
  const ledger = ownedBy(whole, asked.owner)
  const ofTarget = (account: Account): boolean => KINDS[asked.target].includes(account.kind)
  const accounts = ledger.accounts.filter(ofTarget)
  const newest = accounts.flatMap((account) => ofAccount(ledger.newestEntryOn, account.id) ?? [])
  return {
    ...asked,
    ledger,
    accounts,
    owners: ownersOf(whole.accounts.filter(ofTarget)),
    books,
    today: ledger.today,
    newestOn: newest.length === 0 ? null : (Math.max(...newest) as Day),
  }
}

const ownedBy = (ledger: Ledger, owner: string | null): Ledger =>
  owner === null ? ledger : { ...ledger, accounts: ledger.accounts.filter((one) => isOwnedBy(one, owner)) }

export const inScope = (scope: Scope, id: AccountId): boolean => scope.accounts.some((account) => account.id === id)

export const billedIn = (scope: Scope): readonly BilledBook[] =>
  scope.accounts.flatMap((account) => scope.books.billed.get(account.id) ?? [])

export const lendingIn = (scope: Scope): readonly LendingBook[] =>
  scope.accounts.flatMap((account) => scope.books.lending.get(account.id) ?? [])

export const cellsIn = (scope: Scope, id: AccountId): Cells => cellsOfAccount(scope.books, id).cells

/** The day an amount can be zero: when the plan has paid the accounts, else today, because it can be paid today. */
export function payableOn(scope: Scope, ids: readonly AccountId[] = scope.accounts.map(({ id }) => id)): Day | null {
  if (scope.projection === null) return scope.today
  const days = scope.projection.accounts.filter((one) => ids.includes(one.id)).map((one) => one.freeOn)
  if (days.length === 0) return scope.today
  return days.reduce<Day | null>((a, b) => (a === null || b === null ? null : (Math.max(a, b) as Day)), scope.today)
}

/** A rule that amounts must be zero: met without lines of proof, else unmet with their sum. */
export function mustBeZero(
  scope: Scope,
  open: readonly Evidence[],
  action: { readonly code: string; readonly earliestOn: Day | null },
): Finding {
  if (scope.accounts.length === 0) return { status: 'unknown', earliestOn: null, action: warning('add-the-account') }
  if (open.length === 0) return { status: 'met' }
  return {
    status: 'unmet',
    amount: sumFen(open.flatMap((line) => line.amount ?? [])),
    evidence: open,
    action: warning(action.code),
    earliestOn: action.earliestOn,
  }
}

/** `closure:TARGET[:CODE][/OWNER]@DAY`, as `explain` takes it. */
export const figureOf = ({ target, owner, today }: Scope, code: string): string =>
  `closure:${target}${code}${owner === null ? '' : `/${owner}`}@${dayText(today)}`

export const isLacking = ({ status }: Pick<ClosureRequirement, 'status'>): boolean =>
  status !== 'met' && status !== 'confirmed'

export function requirement(check: ClosureCheck, scope: Scope): ClosureRequirement {
  const { status, amount = null, evidence = [], action = null, earliestOn } = check.check(scope)
  const { code, kind } = check
  return {
    code,
    kind,
    status,
    amount,
    evidence,
    action,
    earliestOn: earliestOn ?? (isLacking({ status }) ? null : scope.today),
    explain: amount === null ? null : figureOf(scope, `:${code}`),
  }
}

/** The latest of their days; unknown as soon as one of them is. */
export function latestOf(requirements: readonly ClosureRequirement[]): Day | null {
  const days = requirements.map((one) => one.earliestOn)
  return days.reduce<Day | null>((a, b) => (a === null || b === null ? null : (Math.max(a, b) as Day)), days[0] ?? null)
}
