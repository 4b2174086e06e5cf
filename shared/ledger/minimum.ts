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

/** The minimum under the account's terms; the share is rounded half up. */
export function minimumOf(parts: MinimumParts, terms: MinimumTerms): Fen {
  const rolledInRatio = terms.minRolledPrincipal === 'inRatioBase'
  const base =
    parts.newPrincipal + (rolledInRatio ? parts.rolledPrincipal : 0) - parts.movedToInstallments - parts.refunds
  const share = applyRate(fen(Math.max(base, 0)), terms.minRatio, 'halfUp')
  const inFull =
    parts.installmentsPosted +
    parts.deferralPosted +
    parts.fees +
    parts.interestAndPenalty +
    parts.overdueHistory +
    (rolledInRatio ? 0 : parts.rolledPrincipal)
  return minFen(maxFen(fen(share + inFull), terms.minFloor), maxFen(parts.total, ZERO))
}

/**
 * The reading that is safe whatever the user's own ratio and mode are: 20 %, rolled principal in full, everything past
 * due in full (engine.md 3). Never less than the estimate itself.
 */
export function minimumSafeOf(parts: MinimumParts, terms: MinimumTerms): Fen {
  const safe = minimumOf(parts, { ...terms, minRatio: SAFE_MIN_RATIO, minRolledPrincipal: 'dueInFullNext' })
  return maxFen(safe, minimumOf(parts, terms))
}
