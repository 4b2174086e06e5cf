import { type Fen, fen, sumFen } from '#shared/kernel/money.ts'
import type { AllocatedPart } from './book/books.ts'
import { allocateCombined, type CombinedEstimate } from './book/combined.ts'
import { openBooks } from './book/ledger-book.ts'
import type { Repayment } from './entry.ts'
import type { Ledger } from './ledger.ts'
import { owedOfBooks } from './owed-on.ts'

/** Where a repayment goes: decided by the same books that the ledger is folded with, so that a preview is the record (engine.md 6). */
export type Allocation = {
  readonly parts: readonly AllocatedPart[]
  /** False while a combined repayment is only estimated. */
  readonly certain: boolean
  readonly owedBefore: Fen
  readonly owedAfter: Fen
}

/**
 * The allocation of a repayment among all facts up to its day, whether it is in the ledger already or still a draft.
 *
 * @param former the ledger without it, where it changes more than it adds
 */
export function allocate(ledger: Ledger, repayment: Repayment, former: Ledger = ledger): Allocation {
  const without = (one: Ledger) => one.entries.filter((entry) => entry.id !== repayment.id)
  const others = without(ledger)
  const before = owedOfBooks(former, openBooks({ ...former, entries: without(former) }, repayment.on))
  const books = openBooks({ ...ledger, entries: [...others, repayment] }, repayment.on)
  const parts = books.allocations.get(repayment.id) ?? []
  return {
    parts,
    certain: repayment.split !== null,
    owedBefore: before.total,
    owedAfter: owedOfBooks(ledger, books).total,
  }
}

/** What to propose for a combined repayment that waits for the user: certain where open bills match it exactly. */
export function proposeSplit(ledger: Ledger, repayment: Repayment): CombinedEstimate {
  const others = ledger.entries.filter((entry) => entry.id !== repayment.id)
  const books = openBooks({ ...ledger, entries: others }, repayment.on)
  return allocateCombined(books, repayment)
}

/** Parts of a split must sum to what was paid; the difference is what a form shows as still to be placed. */
export const unplaced = (amount: Fen, parts: readonly { readonly amount: Fen }[]): Fen =>
  fen(amount - sumFen(parts.map((part) => part.amount)))
