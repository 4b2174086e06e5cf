import {
  billFrom,
  deferralFrom,
  installmentsFrom,
  loanFrom,
  purchaseFrom,
  quotaFrom,
  refundFrom,
} from '#shared/contract/entries-from-fields.ts'
import { type Day, monthText } from '#shared/kernel/day.ts'
import { fen, yuanText } from '#shared/kernel/money.ts'
import { done } from '#shared/kernel/outcome.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { enteredAsPaid, paidBeside } from '#shared/ledger/decisions/entered-as-paid.ts'
import type { Entry, EntryId, ShownBill } from '#shared/ledger/entry.ts'
import { readAccounts } from '../store/accounts.ts'
import type { ActionLabel } from '../store/actions.ts'
import type { Writer } from '../store/queries.ts'
import { readLedger } from '../store/read-ledger.ts'
import { append } from './append.ts'
import { decideEntry } from './entry-decisions.ts'
import type { Handled, HandlerContext, Handlers } from './handler.ts'
import { datedBill, recordPaidOn } from './paid-on-day.ts'

/** One fact each, as the user states it. */
export const factHandlers: Handlers<
  'enterBill' | 'addPurchase' | 'addRefund' | 'addInstallments' | 'addLoan' | 'addDeferral' | 'copyQuota'
> = {
  enterBill: (context, request) => {
    const { account, month } = request
    const label = { code: 'bill-entered', values: { account, month: monthText(month) } }
    return context.store.write(label, (writer) => {
      const given = billFrom(request, request.id ?? writer.newId())
      const draft = given.paid === 0 ? given : besideRepayments(writer, context.today, given)
      const decided = decideEntry(writer, context.today, draft)
      if (!decided.ok) return decided
      const dated = datedBill(draft, request.paidOn, writer.newId)
      const added = append(context, writer, dated.bill)
      if (!added.ok) return added
      const recorded = recordPaidOn(context, writer, { dated, given, on: request.paidOn })
      if (!recorded.ok) return recorded
      const bill = billsOf(readLedger(writer, context.today)).find(
        (one) => one.account === account && one.month === month,
      )
      if (!bill) throw new Error('an entered bill is not among the bills')
      return done({
        id: added.value.id,
        total: bill.total,
        dueOn: bill.dueOn,
        paidAlready: fen(given.paid - draft.paid),
      })
    })
  },
  addPurchase: (context, request) => {
    const label = labelOf('purchase-added', request)
    return write(context, label, (id) => purchaseFrom(request, request.id ?? id, context.today))
  },
  addRefund: (context, request) =>
    write(context, labelOf('refund-added', request), (id) => refundFrom(request, request.id ?? id)),
  addInstallments: (context, request) => {
    const label = labelOf('installments-added', { ...request, amount: request.principal })
    return context.store.write(label, (writer) =>
      append(context, writer, installmentsFrom(request, request.id ?? writer.newId(), readAccounts(writer))),
    )
  },
  addLoan: (context, request) => {
    const label = labelOf('loan-added', { ...request, amount: request.principal })
    return write(context, label, (id) => loanFrom(request, request.id ?? id))
  },
  addDeferral: (context, request) =>
    context.store.write(labelOf('deferral-added', request), (writer) =>
      append(context, writer, deferralFrom(request, request.id ?? writer.newId(), readAccounts(writer))),
    ),
  copyQuota: (context, request) => {
    const label = labelOf('quota-copied', { ...request, amount: request.used })
    return write(context, label, (id) => quotaFrom(request, request.id ?? id, context.today))
  },
}

/** A bill that breaks a rule is left as it was typed, so that the refusal speaks of what was typed. */
function besideRepayments(writer: Writer, today: Day, given: ShownBill): ShownBill {
  if (!decideEntry(writer, today, given).ok) return given
  return { ...given, paid: enteredAsPaid(given.paid, paidBeside(readLedger(writer, today), given)) }
}

type Labeled = Pick<Extract<Entry, { kind: 'purchase' }>, 'account' | 'amount'>

const labelOf = (code: string, { account, amount }: Labeled): ActionLabel => ({
  code,
  values: { account, amount: yuanText(amount) },
})

const write = (context: HandlerContext, label: ActionLabel, make: (id: EntryId) => Entry): Handled<{ id: EntryId }> =>
  context.store.write(label, (writer) => append(context, writer, make(writer.newId())))
