import type { Day } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { Rate } from '#shared/kernel/rate.ts'
import type { DatedTerms } from './terms.ts'

/** A liability of one lender: Huabei, each lender's Credit Purchase, Borrow, its twin Credit Loan, or any other debt (domain.md 6.1, 7.16). */
export type AccountId = string

export type AccountKind = 'huabei' | 'credit-purchase' | 'borrow' | 'credit-loan' | 'other'

/** `frozen` and `closed-by-lender` end spending only: the debt and its days go on (domain.md 8.2). */
export type AccountStatus = 'open' | 'frozen' | 'closed-by-lender' | 'closing-requested' | 'closed'

/** What Alipay deducts by itself on the due day; it cannot be switched off, so unknown counts as `full` (domain.md 3.8, engine.md 3). */
export type AutoRepay = 'full' | 'minimum' | 'unknown'

export type Account = {
  readonly id: AccountId
  readonly kind: AccountKind
  readonly name: string
  /** The bank or company behind a Credit Purchase or Credit Loan; null elsewhere. */
  readonly lender: string | null
  /** Whose Alipay account it is: two people's files stay apart. */
  readonly owner: string
  readonly limit: Fen | null
  readonly openedOn: Day | null
  /** The day Huabei was upgraded to Credit Purchase; what was posted before must be settled in one go (domain.md 6.10). */
  readonly upgradedOn: Day | null
  readonly status: AccountStatus
  readonly closedOn: Day | null
  readonly autoRepay: AutoRepay
  /** Where the account comes from; `import` means found in a file, its terms assumed. */
  readonly origin: 'user' | 'import'
  readonly terms: readonly DatedTerms[]
  /** Kind `other` only: how its interest runs, and what is owed on which day. */
  readonly otherDebt: OtherDebt | null
}

export type OtherDebt = { readonly balance: Fen; readonly balanceOn: Day; readonly interest: OtherInterest }

/** The models of engine.md 5. Rates are exact; `minimum` is fixed, or a percentage with a floor. */
export type OtherInterest =
  | { readonly model: 'none' }
  | { readonly model: 'monthly-apr'; readonly annualRate: Rate; readonly minimum: OtherMinimum }
  | { readonly model: 'daily-simple'; readonly dailyRate: Rate }
  | { readonly model: 'flat-fee'; readonly count: number; readonly feeRate: Rate; readonly repayDay: number }
  | { readonly model: 'equal-principal'; readonly count: number; readonly dailyRate: Rate; readonly repayDay: number }

export type OtherMinimum =
  | { readonly kind: 'fixed'; readonly amount: Fen }
  | { readonly kind: 'percent'; readonly percent: Rate; readonly floor: Fen }

/** Accounts whose debt is billed month by month. */
export const isBilled = (account: Pick<Account, 'kind'>): boolean =>
  account.kind === 'huabei' || account.kind === 'credit-purchase'

/** Accounts that lend in loans with dated parts. */
export const isLending = (account: Pick<Account, 'kind'>): boolean =>
  account.kind === 'borrow' || account.kind === 'credit-loan'
