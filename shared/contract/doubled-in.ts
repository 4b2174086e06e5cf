import { type Fen, sumFen } from '#shared/kernel/money.ts'
import type { ReviewView } from './review-view.ts'

/**
 * Money that is counted as paid twice if an imported row is the one entered by hand, or the one whose number it has:
 * until that is answered, what is owed may be too low by as much. A purchase that is there twice errs the other way.
 */
export const doubledIn = (reviews: readonly ReviewView[]): Fen =>
  sumFen(
    reviews
      .filter(
        ({ proposal, guess }) => proposal.kind === 'double' && (guess?.as === 'repayment' || guess?.as === 'refund'),
      )
      .map(({ amount }) => amount),
  )
