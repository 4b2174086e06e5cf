import type { Request } from '#shared/contract/contract.ts'
import type { LeftAlone } from '#shared/contract/many-views.ts'
import { type Day, monthText } from '#shared/kernel/day.ts'
import { fen, ZERO } from '#shared/kernel/money.ts'
import { done, refused, unreachable } from '#shared/kernel/outcome.ts'
import { decideDelete, decideEdit } from '#shared/ledger/decisions/decide-edit.ts'
import { decideReceipt } from '#shared/ledger/decisions/decide-purchase.ts'
import type { Entry, EntryId } from '#shared/ledger/entry.ts'
import { relabelAction } from '../store/actions.ts'
import { findEntry, supersedeEntry } from '../store/entries.ts'
import { listDependents } from '../store/entry-facts.ts'
import type { Writer } from '../store/queries.ts'
import { askAnew, withdrawAsked } from './double-questions.ts'
import { decideEntry } from './entry-decisions.ts'
import { crossing, type Handled, type Handlers, type RuleRefusal } from './handler.ts'
import { payBill } from './pay-bill.ts'

/** The same done to many: one action of the history, and what does not fit is left alone with its reason. */
export const manyHandlers: Handlers<'payBills' | 'changeEntries'> = {
  payBills: (context, { bills, on }) =>
    context.store.write({ code: 'bills-paid', values: { count: bills.length } }, (writer) => {
      const inOrder = [...bills].sort((a, b) => a.month - b.month)
      const paid = inOrder.map((key) => payBill(context, writer, { ...key, on }))
      const left = inOrder.flatMap(({ account, month }, index) =>
        leftAlone(`${account} ${monthText(month)}`, paid[index]!),
      )
      const total = paid.reduce((sum, one) => (one.ok ? fen(sum + one.value) : sum), ZERO)
      const count = inOrder.length - left.length
      relabelAction(writer, { code: 'bills-paid', values: { count } })
      return someDone(left, inOrder.length) ?? done({ paid: count, total, left })
    }),

  changeEntries: ({ store, today }, { ids, change }) =>
    store.write({ code: LABELS[change.kind], values: { count: ids.length } }, (writer) => {
      const unique = [...new Set(ids)]
      const wanted = change.kind === 'delete' ? dependentsFirst(writer, unique) : unique
      const left = wanted.flatMap((id) => {
        const entry = findEntry(writer, id)
        if (!entry) return leftAlone(id, refused({ kind: 'entry-not-found', values: { id } }))
        return leftAlone(entry.label || id, changeOne(writer, today, { entry, change }))
      })
      const count = unique.length - left.length
      relabelAction(writer, { code: LABELS[change.kind], values: { count } })
      return someDone(left, unique.length) ?? done({ changed: count, left })
    }),
}

const LABELS = { edit: 'entries-edited', delete: 'entries-deleted', received: 'receipts-confirmed' } as const

type Change = Request<'changeEntries'>['change']

type Put = { readonly entry: Entry; readonly change: Change }

function changeOne(writer: Writer, today: Day, { entry, change }: Put): Handled<EntryId> {
  switch (change.kind) {
    case 'delete': {
      const decided = decideDelete(entry, listDependents(writer, entry.id))
      return decided.ok ? withdrawAsked(writer, entry.id) : decided
    }
    case 'received': {
      const decided = decideReceipt(entry, change.on, today)
      return decided.ok ? supersedeEntry(writer, decided.value) : decided
    }
    case 'edit': {
      const { kind, ...changes } = change
      const edited = decideEdit(entry, changes)
      if (!edited.ok) return edited
      const decided = decideEntry(writer, today, edited.value)
      if (!decided.ok) return decided
      const written = supersedeEntry(writer, decided.value)
      if (written.ok) askAnew(writer, entry, decided.value)
      return written
    }
    default:
      return unreachable(change)
  }
}

/** Refunds and repayments leave before what they point to, so that a purchase can leave together with its refunds. */
function dependentsFirst(writer: Writer, ids: readonly EntryId[]): readonly EntryId[] {
  const chosen = new Set(ids)
  const ordered = new Set<EntryId>()
  const add = (id: EntryId): void => {
    if (ordered.has(id)) return
    for (const dependent of listDependents(writer, id)) if (chosen.has(dependent) && dependent !== id) add(dependent)
    ordered.add(id)
  }
  for (const id of ids) add(id)
  return [...ordered]
}

export const leftAlone = (what: string, outcome: Handled<unknown>): readonly LeftAlone[] =>
  outcome.ok ? [] : [{ what, why: crossing(outcome.refusal) }]

/** Where nothing at all could be done it is a refusal, and the history has no action that did nothing. */
export function someDone(left: readonly LeftAlone[], count: number): { ok: false; refusal: RuleRefusal } | null {
  return left.length < count ? null : refused(left[0]!.why)
}
