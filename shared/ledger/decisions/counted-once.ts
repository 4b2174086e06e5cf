import { addDays, addMonths, type Day } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import type { Account } from '../account.ts'
import { cycleOfMonth } from '../cycle.ts'
import type { Entry, EntryId, Repayment, ShownBill } from '../entry.ts'
import type { Ledger } from '../ledger.ts'
import { paidBeside } from './entered-as-paid.ts'

/**
 * A bill was entered as paid, and the repayments that paid it come into the ledger afterwards: they are the same money.
 * What was entered gives way to them, so that it never becomes an advance on the next bill that nobody has paid. The
 * safe reading: where a repayment that was made by then is in truth another one, the bill shows as unpaid, in sight.
 *
 * @param saidOn the day on which each bill was last entered; what is repaid later is not in what was said
 * @returns the bills as they now stand, each with less entered as paid
 */
export function countedOnce(before: Ledger, after: Ledger, saidOn: ReadonlyMap<EntryId, Day>): readonly ShownBill[] {
  if (repaymentsText(before) === repaymentsText(after)) return []
  const accounts = new Map(after.accounts.map((account) => [account.id, account]))
  // The earliest first: what it no longer needs is there for the next one.
  const bills = after.entries.filter(isEnteredAsPaid).sort((a, b) => a.month - b.month)
  const changed = new Map<EntryId, ShownBill>()
  for (const bill of bills) {
    const [account, said] = [accounts.get(bill.account), saidOn.get(bill.id)]
    if (account === undefined || said === undefined) continue
    const by = (ledger: Ledger) => paidBeside(repaidBy(ledger, said), bill, lastDayFor(account, bill))
    const now = by({ ...after, entries: after.entries.map((entry) => changed.get(entry.id) ?? entry) })
    const more = now.repaid - by(before).repaid
    const paid = fen(Math.max(Math.min(bill.paid - more, now.room), 0))
    if (more > 0 && paid < bill.paid) changed.set(bill.id, { ...bill, paid })
  }
  return [...changed.values()]
}

export const isEnteredAsPaid = (entry: Entry): entry is ShownBill => entry.kind === 'bill' && entry.paid > 0

/** What is repaid when the next bill is out may be for that one. */
const lastDayFor = ({ terms }: Account, { month }: ShownBill): Day =>
  addDays(cycleOfMonth(terms, addMonths(month, 1)).issuedOn, -1)

const isRepayment = (entry: Entry): entry is Repayment => entry.kind === 'repayment'

const repaidBy = (ledger: Ledger, said: Day): Ledger => ({
  ...ledger,
  entries: ledger.entries.filter((entry) => !isRepayment(entry) || entry.on <= said),
})

const repaymentsText = ({ entries }: Ledger): string => JSON.stringify(entries.filter(isRepayment))
