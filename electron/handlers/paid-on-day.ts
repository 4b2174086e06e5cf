import type { Day } from '#shared/kernel/day.ts'
import { type Fen, ZERO } from '#shared/kernel/money.ts'
import { done, type Outcome } from '#shared/kernel/outcome.ts'
import { repaymentOfBill } from '#shared/ledger/decisions/decide-paid-bills.ts'
import type { EntryId, Repayment, ShownBill } from '#shared/ledger/entry.ts'
import type { Writer } from '../store/queries.ts'
import { append } from './append.ts'
import { countOnce } from './count-once.ts'
import type { HandlerContext, RuleRefusal } from './handler.ts'
import { payBill } from './pay-bill.ts'

/** A bill as it is written, and the repayment that paid a part of it. */
export type DatedBill = { readonly bill: ShownBill; readonly repayment: Repayment | null }

/**
 * A part that was paid on a known day is a repayment of that day: interest and charges run until then (engine.md 3).
 * Without a day it stays with the bill and counts as paid in time.
 */
export function datedBill(bill: ShownBill, on: Day | null, newId: () => EntryId): DatedBill {
  if (on === null || bill.paid === 0) return { bill, repayment: null }
  return { bill: { ...bill, paid: ZERO }, repayment: repaymentOfBill(bill, { id: newId(), amount: bill.paid, on }) }
}

/** Records it in the action that is open, once its bill is written. */
export function recordDated(
  context: HandlerContext,
  writer: Writer,
  { repayment }: DatedBill,
): Outcome<null, RuleRefusal> {
  if (repayment === null) return done(null)
  const { value: added } = countOnce(writer, context.today, () => append(context, writer, repayment))
  return added.ok ? done(null) : added
}

/** All of a bill, paid on a day: whatever it asked for on that day, the charges of a late one with it. */
export function recordInFull(
  context: HandlerContext,
  writer: Writer,
  { dated, on }: { readonly dated: DatedBill; readonly on: Day },
): Outcome<Fen | null, RuleRefusal> {
  const { account, month } = dated.bill
  const settled = payBill(context, writer, { account, month, on })
  // A rest that rolled is no longer asked for by this bill: what was paid is recorded as it was said.
  return !settled.ok && settled.refusal.kind === 'bill-paid-already' ? recordDated(context, writer, dated) : settled
}

/** A bill was said to be paid, on a day: all of it, or an amount. */
export const recordPaidOn = (
  context: HandlerContext,
  writer: Writer,
  { dated, given, on }: { readonly dated: DatedBill; readonly given: ShownBill; readonly on: Day | null },
): Outcome<Fen | null, RuleRefusal> =>
  on !== null && given.paid > 0 && given.paid === given.shown
    ? recordInFull(context, writer, { dated, on })
    : recordDated(context, writer, dated)
