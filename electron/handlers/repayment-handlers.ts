import { repaymentFrom } from '#shared/contract/entries-from-fields.ts'
import type { AllocationView } from '#shared/contract/views.ts'
import type { Day, Month } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { done } from '#shared/kernel/outcome.ts'
import { allocate } from '#shared/ledger/allocation.ts'
import type { Repayment } from '#shared/ledger/entry.ts'
import type { Reader } from '../store/queries.ts'
import { readLedger } from '../store/read-ledger.ts'
import { decideEntry } from './entry-decisions.ts'
import { append } from './fact-handlers.ts'
import type { Handlers } from './handler.ts'

/** The preview and the record come from the same books, so they say the same. */
export const repaymentHandlers: Handlers<'previewRepayment' | 'recordRepayment'> = {
  previewRepayment: ({ store, today }, request) =>
    store.read((reader) => {
      const draft = repaymentFrom(request, request.id ?? 'draft')
      const decided = decideEntry(reader, today, draft)
      return decided.ok ? done(allocationOf(reader, today, draft)) : decided
    }),

  recordRepayment: (context, request) =>
    context.store.write(labelOf(request), (writer) => {
      const draft = repaymentFrom(request, request.id ?? writer.newId())
      const added = append(context, writer, draft)
      return added.ok ? done({ id: draft.id, allocation: allocationOf(writer, context.today, draft) }) : added
    }),
}

const labelOf = ({ amount, split }: Pick<Repayment, 'amount'> & { split: Repayment['split'] | unknown[] }) => ({
  code: 'repayment-recorded',
  values: { amount: yuanText(amount), parts: split?.length ?? 0 },
})

function allocationOf(reader: Reader, today: Day, repayment: Repayment): AllocationView {
  const { parts, certain, owedBefore, owedAfter } = allocate(readLedger(reader, today), repayment)
  return {
    amount: repayment.amount,
    parts: parts.map(({ account, what, month, amount }) => ({ account, what, month: month as Month | null, amount })),
    certain,
    owedBefore,
    owedAfter,
  }
}
