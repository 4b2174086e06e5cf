import type { BillView } from '#shared/contract/views.ts'
import { type Day, minDay } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'

/** Bills of one due day. */
type ComingBills = { readonly dueOn: Day; readonly issuedOn: Day; readonly bills: readonly BillView[] }

/** What a bill holds so far, less what was paid ahead. */
export const heldBy = ({ total, paid }: Pick<BillView, 'total' | 'paid'>) => fen(Math.max(0, total - paid))

/** The first due day of bills that are not issued yet; null where what is issued falls due before it. */
export function comingBills(all: readonly BillView[], nextDue: Day | null): ComingBills | null {
  const open = all.filter((bill) => bill.status === 'upcoming' && heldBy(bill) > 0)
  const [first, ...others] = open.map(({ dueOn }) => dueOn)
  if (first === undefined) return null
  const dueOn = others.reduce(minDay, first)
  if (nextDue !== null && nextDue < dueOn) return null
  const bills = open.filter((bill) => bill.dueOn === dueOn)
  const issuedOn = bills.map((bill) => bill.issuedOn).reduce(minDay)
  return { dueOn, issuedOn, bills }
}
