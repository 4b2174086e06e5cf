import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen, ZERO } from '#shared/kernel/money.ts'
import { countedOnce } from '#shared/ledger/decisions/counted-once.ts'
import type { ShownBill } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { supersedeEntry } from '../store/entries.ts'
import { readPaidSaidOn } from '../store/paid-said.ts'
import type { Reader, Writer } from '../store/queries.ts'
import { readLedger } from '../store/read-ledger.ts'

/** What a change answered, and how much of what was entered as paid is now the repayments'. */
export type CountedOnce<T> = { readonly value: T; readonly once: Fen }

/**
 * Around what brings repayments into the ledger: bills that were entered as paid give way to them. Where no bill was,
 * nothing is read.
 */
export function countOnce<T>(writer: Writer, today: Day, change: () => T): CountedOnce<T> {
  const saidOn = readPaidSaidOn(writer)
  if (saidOn.size === 0) return { value: change(), once: ZERO }
  const before = readLedger(writer, today)
  const value = change()
  const bills = countedOnce(before, readLedger(writer, today), saidOn)
  for (const bill of bills) supersedeEntry(writer, bill)
  return { value, once: lessPaid(before, bills) }
}

/** The same for a change that is only looked at: the ledger as it would be. */
export function withCountedOnce(
  reader: Reader,
  before: Ledger,
  after: Ledger,
): { readonly ledger: Ledger; readonly once: Fen } {
  const bills = new Map(countedOnce(before, after, readPaidSaidOn(reader)).map((bill) => [bill.id, bill]))
  const entries = after.entries.map((entry) => bills.get(entry.id) ?? entry)
  return { ledger: bills.size === 0 ? after : { ...after, entries }, once: lessPaid(before, [...bills.values()]) }
}

function lessPaid({ entries }: Ledger, bills: readonly ShownBill[]): Fen {
  const was = new Map(entries.flatMap((entry) => (entry.kind === 'bill' ? [[entry.id, entry.paid] as const] : [])))
  return fen(bills.reduce((sum, bill) => sum + (was.get(bill.id) ?? bill.paid) - bill.paid, 0))
}
