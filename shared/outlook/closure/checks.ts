import { billedZero, installmentsSettled, loansSettled, overdueZero, unbilledZero } from './amount-checks.ts'
import { CONFIRMATIONS } from './confirmations.ts'
import {
  receiptsConfirmed,
  refundsFinal,
  repaymentsAllocated,
  residueWatched,
  returnsOver,
  reviewsAnswered,
  usedQuotaZero,
} from './fact-checks.ts'
import { preUpgradeBillSettled } from './pre-upgrade.ts'
import { recordsCurrent } from './records-current.ts'
import type { ClosureCheck } from './scope.ts'

/** Every requirement of closing, in the order in which it is shown (engine.md 10). */
export const CLOSURE_CHECKS: readonly ClosureCheck[] = [
  preUpgradeBillSettled,
  billedZero,
  unbilledZero,
  receiptsConfirmed,
  installmentsSettled,
  loansSettled,
  overdueZero,
  usedQuotaZero,
  repaymentsAllocated,
  reviewsAnswered,
  refundsFinal,
  residueWatched,
  recordsCurrent,
  returnsOver,
  ...CONFIRMATIONS,
]
