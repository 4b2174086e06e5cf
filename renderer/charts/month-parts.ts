import { addMonths, type Month } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, ZERO } from '#shared/kernel/money.ts'
import type { Bill } from '#shared/ledger/bill.ts'
import type { ProjectedMonth } from '#shared/outlook/answers.ts'

/** What the charts of months draw, from bills and from a projection: sums only, every one exact. */

/** Every month from the first through the last, so that a month without anything is a gap and not left out. */
export function monthsThrough(months: readonly Month[]): readonly Month[] {
  if (months.length === 0) return []
  const [first, last] = [Math.min(...months), Math.max(...months)]
  return Array.from({ length: last - first + 1 }, (_, index) => addMonths(first as Month, index))
}

/** In the order of the stack; purchases are what the other parts leave of the total, so that the parts sum to it. */
export const BILL_PARTS = ['purchases', 'installments', 'rolled', 'charges'] as const

export function billParts({ total, parts }: Pick<Bill, 'total' | 'parts'>): readonly Fen[] {
  const installments = parts.installmentPrincipal
  const rolled = parts.rolledPrincipal
  const charges = chargesOf(parts)
  const rest = fen(total - installments - rolled - charges)
  return [fen(Math.max(0, rest)), installments, rolled, charges]
}

const chargesOf = (parts: Bill['parts']): Fen =>
  fen(parts.installmentFees + parts.revolvingInterest + parts.overdueCharges + parts.deferralFees)

/** What all bills of a month are made of, by part. */
export function billsByMonth(bills: readonly Bill[], months: readonly Month[]): readonly (readonly Fen[])[] {
  return BILL_PARTS.map((_, part) =>
    months.map((month) => sumFen(bills.filter((bill) => bill.month === month).map((bill) => billParts(bill)[part]!))),
  )
}

/** Interest, fees and charges by month: of issued bills before the plan, of the plan from its first month on. */
export function costByMonth(
  bills: readonly Bill[],
  planned: readonly ProjectedMonth[],
): { readonly months: readonly Month[]; readonly planFrom: Month | null; readonly parts: readonly (readonly Fen[])[] } {
  const planFrom = planned[0]?.month ?? null
  const past = bills.filter(({ month }) => planFrom === null || month < planFrom)
  const months = monthsThrough([...past.map(({ month }) => month), ...planned.map(({ month }) => month)])
  const of = (month: Month): readonly Fen[] => {
    const plan = planned.find((one) => one.month === month)
    if (plan) return [plan.interest, plan.fees, plan.penalties]
    const own = past.filter((bill) => bill.month === month).map(({ parts }) => parts)
    return [
      sumFen(own.map((parts) => parts.revolvingInterest)),
      sumFen(own.map((parts) => fen(parts.installmentFees + parts.deferralFees))),
      sumFen(own.map((parts) => parts.overdueCharges)),
    ]
  }
  return { months, planFrom, parts: [0, 1, 2].map((part) => months.map((month) => of(month)[part] ?? ZERO)) }
}

/** What has come together by the end of each month. */
export function cumulative(parts: readonly (readonly Fen[])[]): readonly Fen[] {
  let sum = 0
  return (parts[0] ?? []).map((_, at) => {
    for (const part of parts) sum += part[at] ?? 0
    return fen(sum)
  })
}
