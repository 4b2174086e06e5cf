import { type Fen, sumFen } from '#shared/kernel/money.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import type { ReviewView } from './review-view.ts'

/**
 * Money that is counted as paid twice if an imported row is the one entered by hand, or the one whose number it has:
 * until that is answered, what is owed may be too low by as much. A purchase that is there twice errs the other way.
 */
export const doubledIn = (reviews: readonly ReviewView[]): Fen =>
  sumFen(reviews.filter(({ proposal }) => proposal.kind === 'double' && proposal.lessens).map(({ amount }) => amount))

/** The same of a ledger that is a scenario: it does not say which entry was made by hand, but what is asked of which. */
export function doubledOf(entries: readonly Entry[]): Fen {
  const lessening = new Set(entries.flatMap(({ kind, id }) => (kind === 'repayment' || kind === 'refund' ? [id] : [])))
  return sumFen(
    entries.flatMap((entry) => {
      const isOne = entry.kind === 'review' && REASONS.has(entry.reason)
      return isOne && lessening.has(entry.id.replace(/\.review$/, '')) ? [entry.amount] : []
    }),
  )
}

const REASONS: ReadonlySet<string> = new Set(['possible-double', 'number-taken'])
