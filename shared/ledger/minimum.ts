import { type Fen, fen, maxFen, minFen, ZERO } from '#shared/kernel/money.ts'
import { applyRate, type Rate } from '#shared/kernel/rate.ts'
import { SAFE_MIN_RATIO } from './terms.ts'

/**
 * The minimum is a share of new and rolled principal plus everything else in full: installments and deferrals posted,
 * fees, overdue history, interest and charges; at least the floor, never more than the total (domain.md 2.3, 2.4).
 */
export type MinimumParts = {
  /** New principal of the bill before anything was moved out of it. */
  readonly newPrincipal: Fen
  readonly rolledPrincipal: Fen
  readonly refunds: Fen
  /** Principal moved to installments, less what of it was posted back into this bill. */
  readonly movedToInstallments: Fen
  /** Installment principal posted, of purchases and of bills. */
  readonly installmentsPosted: Fen
  readonly deferralPosted: Fen
  readonly fees: Fen
  readonly interestAndPenalty: Fen
  /** What is past due of earlier bills, charges included. */
  readonly overdueHistory: Fen
  /** What the bill asks for, overdue history included. */
  readonly total: Fen
}

export type MinimumTerms = {
  readonly minRatio: Rate
  readonly minFloor: Fen
  readonly minRolledPrincipal: 'inRatioBase' | 'dueInFullNext'
}

/** What bears the ratio: new principal and, where it does so again, rolled principal; less refunds and what was moved out. */
export function minimumBase(parts: MinimumParts, terms: MinimumTerms): Fen {
  const rolled = terms.minRolledPrincipal === 'inRatioBase' ? parts.rolledPrincipal : ZERO
  return fen(Math.max(parts.newPrincipal + rolled - parts.movedToInstallments - parts.refunds, 0))
}

/** The minimum under the account's terms; the share is rounded half up. */
export function minimumOf(parts: MinimumParts, terms: MinimumTerms): Fen {
  const share = applyRate(minimumBase(parts, terms), terms.minRatio, 'halfUp')
  const inFull =
    parts.installmentsPosted +
    parts.deferralPosted +
    parts.fees +
    parts.interestAndPenalty +
    parts.overdueHistory +
    (terms.minRolledPrincipal === 'dueInFullNext' ? parts.rolledPrincipal : 0)
  return minFen(maxFen(fen(share + inFull), terms.minFloor), maxFen(parts.total, ZERO))
}

/** 20 %, and rolled principal in full. */
export const safeTerms = (terms: MinimumTerms): MinimumTerms => ({
  ...terms,
  minRatio: SAFE_MIN_RATIO,
  minRolledPrincipal: 'dueInFullNext',
})

/** The reading that is safe whatever the user's own ratio and mode are (engine.md 3). Never less than the estimate itself. */
export const minimumSafeOf = (parts: MinimumParts, terms: MinimumTerms): Fen =>
  maxFen(minimumOf(parts, safeTerms(terms)), minimumOf(parts, terms))
