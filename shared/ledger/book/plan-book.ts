import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, ZERO } from '#shared/kernel/money.ts'
import type { InstallmentPlan } from '../entry.ts'
import type { Installment } from '../installment-plan.ts'

export type PlanBook = {
  readonly plan: InstallmentPlan
  installments: readonly Installment[]
  /** Index of the first installment that is in no bill yet, and the principal from it on. */
  next: number
  left: Fen
  settledOn: Day | null
  /** Count or rate are guesses, or it was made anew after a refund: how Alipay does that is not known. */
  guessed: boolean
}

/** Installments of a plan that are in no bill yet. */
export const unbilled = (plan: PlanBook): readonly Installment[] =>
  plan.settledOn === null ? plan.installments.slice(plan.next) : []

export const unbilledPrincipal = (plan: PlanBook): Fen => (plan.settledOn === null ? plan.left : ZERO)

/** The first installment that is in no bill yet enters one. */
export function billNext(plan: PlanBook, { principal }: Installment): void {
  plan.next++
  plan.left = fen(plan.left - principal)
}

/** The principal from an installment on. */
export const principalFrom = (installments: readonly Installment[], next: number): Fen =>
  sumFen(installments.slice(next).map((period) => period.principal))

/** Gives a plan other installments, of which as many as before are billed. */
export function setInstallments(plan: PlanBook, installments: readonly Installment[]): void {
  plan.installments = installments
  plan.left = principalFrom(installments, plan.next)
}
