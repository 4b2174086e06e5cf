import { addMonths, type Month } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, ZERO } from '#shared/kernel/money.ts'
import type { Bill } from '#shared/ledger/bill.ts'
import type { ProjectedMonth } from '#shared/outlook/answers.ts'
import { BILL_PARTS, cutsOf } from '#shared/outlook/bill-stack.ts'

/** What the charts of months draw, from bills and from a projection: sums only, every one exact. */

/** Every month from the first through the last, so that a month without anything is a gap and not left out. */
export function monthsThrough(months: readonly Month[]): readonly Month[] {
  if (months.length === 0) return []
  const [first, last] = [Math.min(...months), Math.max(...months)]
  return Array.from({ length: last - first + 1 }, (_, index) => addMonths(first as Month, index))
}

/** What a bill is made of, in the order of the stack. */
export function billParts({ total, parts }: Pick<Bill, 'total' | 'parts'>): readonly Fen[] {
  const named = [parts.installmentPrincipal, parts.rolledPrincipal, chargesOf(parts)]
  const all = [total - sumFen(named), ...named]
  const cuts = cutsOf(all)
  return all.map((part, index) => fen(part - cuts[index]!))
}

/** A charge for being overdue runs after the bill and is in no total of it; it stands in the chart of costs. */
const chargesOf = (parts: Bill['parts']): Fen =>
  fen(parts.installmentFees + parts.revolvingInterest + parts.deferralFees)

/** What all bills of a month are made of, by part. */
export function billsByMonth(bills: readonly Bill[], months: readonly Month[]): readonly (readonly Fen[])[] {
  const of = Map.groupBy(bills, ({ month }) => month)
  const parts = months.map((month) => summedParts((of.get(month) ?? []).map(billParts), BILL_PARTS.length))
  return BILL_PARTS.map((_, part) => parts.map((sums) => sums[part]!))
}

/**
 * Interest, fees and charges by month: of issued bills, in the plan's first month with the interest that runs and is in
 * no bill yet, and of the plan from that month on.
 */
export function costByMonth(
  bills: readonly Bill[],
  planned: readonly ProjectedMonth[],
): { readonly months: readonly Month[]; readonly planFrom: Month | null; readonly parts: readonly (readonly Fen[])[] } {
  const planFrom = planned[0]?.month ?? null
  const isPast = ({ month, status }: Bill): boolean =>
    planFrom === null || month < planFrom || (month === planFrom && status !== 'upcoming')
  const past = bills.filter(isPast)
  const running = sumFen(bills.filter((bill) => !isPast(bill)).map(({ parts }) => parts.revolvingInterest))
  const months = monthsThrough([...past.map(({ month }) => month), ...planned.map(({ month }) => month)])
  const own = Map.groupBy(past, ({ month }) => month)
  const ahead = new Map(planned.map((one) => [one.month, [one.interest, one.fees, one.penalties]]))
  const costs = months.map((month) => {
    const ran = month === planFrom ? [[running, ZERO, ZERO]] : []
    return summedParts([...(own.get(month) ?? []).map(costParts), ...ran, ahead.get(month) ?? [ZERO, ZERO, ZERO]], 3)
  })
  return { months, planFrom, parts: [0, 1, 2].map((part) => costs.map((sums) => sums[part] ?? ZERO)) }
}

const costParts = ({ parts }: Bill): readonly Fen[] => [
  parts.revolvingInterest,
  fen(parts.installmentFees + parts.deferralFees),
  parts.overdueCharges,
]

const summedParts = (all: readonly (readonly Fen[])[], parts: number): readonly Fen[] =>
  Array.from({ length: parts }, (_, part) => sumFen(all.map((one) => one[part]!)))

/** What has come together by the end of each month. */
export function cumulative(parts: readonly (readonly Fen[])[]): readonly Fen[] {
  let sum = 0
  return (parts[0] ?? []).map((_, at) => {
    for (const part of parts) sum += part[at] ?? 0
    return fen(sum)
  })
}
