import type { Day, Month } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { AccountId } from './account.ts'
import type { Certainty } from './cells.ts'
import type { EntryId } from './entry.ts'

/** The bill of one account and month: what was posted from the previous statement day through the day before this one (domain.md 1.7). */
export type Bill = {
  readonly account: AccountId
  readonly month: Month
  readonly issuedOn: Day
  readonly dueOn: Day
  readonly status: BillStatus
  /** The total that counts: as shown in Alipay where it was copied, else derived. Before any repayment. */
  readonly total: Fen
  readonly shown: Fen | null
  readonly derived: Fen
  readonly parts: BillParts
  readonly paid: Fen
  readonly unpaid: Fen
  /** How certain it is what is unpaid, and the total where none was copied. */
  readonly certainty: Certainty
  readonly minimum: Fen
  readonly minimumCertainty: Certainty
  /** The safe reading of the minimum: 20 %, rolled principal and everything past due in full (engine.md 3). */
  readonly minimumSafe: Fen
  readonly proof: BillProof
}

export type BillStatus = 'upcoming' | 'issued' | 'partly-paid' | 'minimum-paid' | 'paid' | 'overdue' | 'in-installments'

/** What a bill is made of; refunds and what was moved to installments reduce it and are given as positive amounts. */
export type BillParts = {
  readonly newPurchases: Fen
  readonly refunds: Fen
  readonly installmentPrincipal: Fen
  readonly installmentFees: Fen
  readonly rolledPrincipal: Fen
  readonly revolvingInterest: Fen
  readonly overdueCharges: Fen
  readonly deferredIn: Fen
  readonly deferralFees: Fen
  readonly deferredOut: Fen
  readonly movedToInstallments: Fen
  /** Shown total minus what the ledger explains: positive when entries are missing. */
  readonly unexplained: Fen
}

/** The shown total against the entries of its window, with the smallest sets of rows that would explain a difference. */
export type BillProof =
  | { readonly state: 'derived-only' }
  | { readonly state: 'proved' }
  | { readonly state: 'total-only' }
  | { readonly state: 'differs'; readonly difference: Fen; readonly explanations: readonly ProofExplanation[] }

/** Rows that, taken out of the bill or taken in from a neighbour, would make the figures agree. Offered, never applied. */
export type ProofExplanation = { readonly take: 'out' | 'in'; readonly rows: readonly EntryId[]; readonly amount: Fen }
