import { partsShown, repaymentPartFrom } from '#shared/contract/entries-from-fields.ts'
import { type Day, dayText } from '#shared/kernel/day.ts'
import { type Fen, fen, minFen, ZERO } from '#shared/kernel/money.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { decideDelete, decideEdit } from '#shared/ledger/decisions/decide-edit.ts'
import { decideReceipt } from '#shared/ledger/decisions/decide-purchase.ts'
import { paidBeside } from '#shared/ledger/decisions/entered-as-paid.ts'
import type { Entry, EntryId } from '#shared/ledger/entry.ts'
import { findEntry, readEntryHistory, supersedeEntry } from '../store/entries.ts'
import { listChain, listDependents } from '../store/entry-facts.ts'
import { listEntries } from '../store/entry-list.ts'
import { listImports } from '../store/imported-files.ts'
import type { Reader, Writer } from '../store/queries.ts'
import { readLedger } from '../store/read-ledger.ts'
import { askAnew, withdrawAsked } from './double-questions.ts'
import { decideEntry } from './entry-decisions.ts'
import type { Handlers, RuleRefusal } from './handler.ts'
import { datedBill, recordPaidOn } from './paid-on-day.ts'

/** Looking entries up, and correcting them: nothing is ever overwritten. */
export const entryHandlers: Handlers<
  'listEntries' | 'listImports' | 'getEntry' | 'editEntry' | 'deleteEntry' | 'confirmReceipt'
> = {
  listEntries: ({ store }, filter) => done(store.read((reader) => listEntries(reader, filter))),
  listImports: ({ store }) => done(store.read(listImports)),

  getEntry: ({ store }, { id }) =>
    store.read((reader) => {
      const [newest, ...older] = readEntryHistory(reader, id) ?? []
      if (!newest) return refused(notFound(id))
      const of = newest.entry.kind === 'refund' ? newest.entry.of : null
      return done({ ...newest, history: older, related: listChain(reader, { id, of }) })
    }),

  editEntry: (context, { id, changes: { split, parts, paidOn, ...changes } }) =>
    context.store.write<{ id: EntryId; paidAlready: Fen }, RuleRefusal>(
      { code: 'entry-edited', values: { entry: id } },
      (writer) => {
        const { today } = context
        const entry = findOr(writer, id)
        if (!entry.ok) return entry
        const edited = decideEdit(entry.value, {
          ...changes,
          ...(split && { split: split.map(repaymentPartFrom) }),
          ...(parts === undefined ? {} : { parts: parts && partsShown(parts) }),
        })
        const isDated = paidOn != null && entry.value.kind === 'bill' && (changes.paid ?? 0) > 0
        // Of what was paid only the day may be new.
        const isSame = !edited.ok && isDated && edited.refusal.kind === 'nothing-to-change'
        if (!edited.ok && !isSame) return edited
        const decided = decideEntry(writer, today, edited.ok ? edited.value : entry.value)
        if (!decided.ok) return decided
        const kept = changes.paid === undefined ? decided.value : withinRoom(writer, today, decided.value)
        const dated = isDated && kept.kind === 'bill' ? datedBill(kept, paidOn, writer.newId) : null
        const written = put(writer, dated?.bill ?? kept)
        if (!written.ok) return written
        askAnew(writer, entry.value, kept)
        const recorded =
          dated === null || decided.value.kind !== 'bill'
            ? done(null)
            : recordPaidOn(context, writer, { dated, given: decided.value, on: paidOn ?? null })
        return recorded.ok ? done({ ...written.value, paidAlready: leftOut(decided.value, kept) }) : recorded
      },
    ),

  deleteEntry: ({ store }, { id }) =>
    store.write<{ id: EntryId }, RuleRefusal>({ code: 'entry-deleted', values: { entry: id } }, (writer) => {
      const entry = findOr(writer, id)
      if (!entry.ok) return entry
      const decided = decideDelete(entry.value, listDependents(writer, id))
      if (!decided.ok) return decided
      const withdrawn = withdrawAsked(writer, id)
      return withdrawn.ok ? done({ id }) : withdrawn
    }),

  confirmReceipt: ({ store, today }, { id, on }) =>
    store.write({ code: 'receipt-confirmed', values: { entry: id, on: dayText(on) } }, (writer) => {
      const entry = findOr(writer, id)
      if (!entry.ok) return entry
      const decided = decideReceipt(entry.value, on, today)
      return decided.ok ? put(writer, decided.value) : decided
    }),
}

/** A corrected bill is entered as paid up to what recorded repayments left of it: they are not pushed into the next one. */
function withinRoom(writer: Writer, today: Day, entry: Entry): Entry {
  if (entry.kind !== 'bill' || entry.paid === 0) return entry
  return { ...entry, paid: minFen(entry.paid, paidBeside(readLedger(writer, today), entry).room) }
}

const leftOut = (given: Entry, kept: Entry): Fen =>
  given.kind === 'bill' && kept.kind === 'bill' ? fen(given.paid - kept.paid) : ZERO

const notFound = (id: EntryId) => ({ kind: 'entry-not-found', values: { id } })

function findOr(reader: Reader, id: EntryId): Outcome<Entry, ReturnType<typeof notFound>> {
  const entry = findEntry(reader, id)
  return entry ? done(entry) : refused(notFound(id))
}

function put(writer: Writer, entry: Entry): Outcome<{ id: EntryId }, RuleRefusal> {
  const superseded = supersedeEntry(writer, entry)
  return superseded.ok ? done({ id: superseded.value }) : superseded
}
