import { repaymentFrom } from '#shared/contract/entries-from-fields.ts'
import type { AllocationView } from '#shared/contract/views.ts'
import type { Month } from '#shared/kernel/day.ts'
import { type Fen, yuanText } from '#shared/kernel/money.ts'
import { done } from '#shared/kernel/outcome.ts'
import { allocate } from '#shared/ledger/allocation.ts'
import type { Repayment } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { readLedger } from '../store/read-ledger.ts'
import { append } from './append.ts'
import { countOnce, withCountedOnce } from './count-once.ts'
import { decideEntry } from './entry-decisions.ts'
import type { Handlers } from './handler.ts'

/** The preview and the record come from the same books, so they say the same. */
export const repaymentHandlers: Handlers<'previewRepayment' | 'recordRepayment'> = {
  previewRepayment: ({ store, today }, request) =>
    store.read((reader) => {
      const draft = repaymentFrom(request, request.id ?? 'draft')
      const decided = decideEntry(reader, today, draft)
      if (!decided.ok) return decided
      const former = readLedger(reader, today)
      const { ledger, once } = withCountedOnce(reader, former, { ...former, entries: [...former.entries, draft] })
      return done(allocationOf(ledger, draft, { former, once }))
    }),

  recordRepayment: (context, request) =>
    context.store.write(labelOf(request), (writer) => {
      const { today } = context
      const draft = repaymentFrom(request, request.id ?? writer.newId())
      const former = readLedger(writer, today)
      const { value: added, once } = countOnce(writer, today, () => append(context, writer, draft))
      if (!added.ok) return added
      return done({ id: draft.id, allocation: allocationOf(readLedger(writer, today), draft, { former, once }) })
    }),
}

const labelOf = ({ amount, split }: Pick<Repayment, 'amount'> & { split: Repayment['split'] | unknown[] }) => ({
  code: 'repayment-recorded',
  values: { amount: yuanText(amount), parts: split?.length ?? 0 },
})

type Beside = { readonly former: Ledger; readonly once: Fen }

function allocationOf(ledger: Ledger, repayment: Repayment, { former, once }: Beside): AllocationView {
  const { parts, certain, owedBefore, owedAfter } = allocate(ledger, repayment, former)
  return {
    amount: repayment.amount,
    parts: parts.map(({ account, what, month, amount }) => ({ account, what, month: month as Month | null, amount })),
    certain,
    countedOnce: once,
    owedBefore,
    owedAfter,
  }
}
