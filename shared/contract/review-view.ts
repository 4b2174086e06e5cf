import type { Day, Month } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { EntryId } from '#shared/ledger/entry.ts'

/** A purchase to which a refund may belong; the likeliest comes first. */
export type RefundCandidate = {
  readonly entry: EntryId
  readonly label: string
  readonly on: Day
  readonly amount: Fen
}

/** A row that waits for the user, with what may be proposed. */
export type ReviewView = {
  readonly id: string
  readonly reason: string
  readonly on: Day
  readonly amount: Fen
  readonly label: string
  readonly description: string
  readonly method: string
  readonly accounts: readonly AccountId[]
  readonly month: Month | null
  /** Questions with the same one can be answered at once; null where each has figures of its own. */
  readonly alike: string | null
  /** What the row is taken to be until it is answered; null where it is nothing yet. */
  readonly guess: { readonly as: 'purchase' | 'refund' | 'repayment' | 'loan'; readonly account: AccountId } | null
  readonly proposal:
    | {
        readonly kind: 'split'
        readonly certain: boolean
        /** Estimated among the accounts that the user named the last time. */
        readonly isRemembered: boolean
        readonly parts: readonly { readonly account: AccountId; readonly month: Month | null; readonly amount: Fen }[]
      }
    | {
        readonly kind: 'refund-of'
        readonly candidates: readonly RefundCandidate[]
      }
    | {
        readonly kind: 'own-amount'
        readonly account: AccountId
        readonly atMost: Fen
        readonly installments: number | null
      }
    /** The days of an account that its repayments agree on, to be taken over with one press. */
    | {
        readonly kind: 'days'
        readonly account: AccountId
        readonly statementDay: number
        readonly dueDay: number
      }
    | { readonly kind: 'choose-kind' }
    /** A row that could not be read: the user says its amount and day. */
    | { readonly kind: 'mend' }
    /** Another entry that may be the same transaction. */
    | {
        readonly kind: 'double'
        /** Both are money paid or given back: if they are one, too little is said to be owed. */
        readonly lessens: boolean
        readonly other: { readonly entry: EntryId; readonly label: string; readonly on: Day; readonly amount: Fen }
      }
    | { readonly kind: 'wait' }
}

/** A refund that has not come only waits: nothing can be answered yet. */
export const asksNow = ({ proposal }: ReviewView): boolean => proposal.kind !== 'wait'
