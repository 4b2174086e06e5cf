import type { Day, Month } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { BillFate } from '#shared/ledger/decisions/decide-bill-table.ts'
import type { Refusal } from './reply.ts'

/** What a command on many answers: what it did, and what it left as it was, each with the reason. */

/** One line of a pasted table: the bill it becomes, or why it becomes none. */
export type BillTableLine = {
  readonly line: number
  readonly text: string
  readonly bill: {
    readonly fate: BillFate
    readonly account: AccountId
    readonly month: Month
    readonly shown: Fen
    readonly shownMinimum: Fen | null
    readonly paid: Fen
    /** Left out of `paid`: recorded repayments have paid it, and it counts once. */
    readonly paidAlready: Fen
    /** The day that the line names for `paid`; without one it counts as paid in time. */
    readonly paidOn: Day | null
    /** The total that it replaces. */
    readonly before: Fen | null
  } | null
  readonly problem: Refusal | null
}

export type BillTablePreview = { readonly lines: readonly BillTableLine[] }

export type BillTableResult = {
  readonly entered: number
  readonly replaced: number
  readonly same: number
  readonly skipped: number
}

/** `what` names the thing that was left: a label, or an id. */
export type LeftAlone = { readonly what: string; readonly why: Refusal }

export type BillsPaid = {
  readonly paid: number
  readonly total: Fen
  readonly left: readonly LeftAlone[]
}

export type EntriesChanged = { readonly changed: number; readonly left: readonly LeftAlone[] }
