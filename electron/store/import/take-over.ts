import type { Entry, EntryId } from '#shared/ledger/entry.ts'
import type { StatementDraft } from '#shared/statement-files/statement-row.ts'
import { planIdOf, reviewIdOf } from './entry-id.ts'
import type { RowFacts } from './facts-of-draft.ts'
import { isEntry } from './known-rows.ts'
import { mergeEdit } from './merge-edit.ts'
import { learned, originOf } from './row-origin.ts'
import type { Step } from './stage-row.ts'

/**
 * A row that a file without an owner had put on somebody else's accounts, brought by a file that says whose it is, under
 * the same order number. It ends there and stands here, as it was corrected and answered there: nobody owes it twice,
 * and nobody what another one bought.
 */
export function takenOver(from: EntryId, { own, beside }: RowFacts, row: Row): RowFacts {
  const { step } = row
  step.progress.takenOver.add(from)
  const question = step.known.newest(reviewIdOf(from))
  const isAnswered = question?.kind === 'withdrawn' && !step.known.isImport(question.appended_by)
  const taken = {
    own: own && carried(from, own, step),
    beside: beside
      .filter(({ kind }) => kind !== 'review' || !isAnswered)
      .map((entry) => (entry.kind === 'installments' ? carried(planIdOf(from), entry, step) : entry)),
  }
  for (const id of [from, planIdOf(from), reviewIdOf(from)]) endThere(id, row)
  return taken
}

type Row = { readonly draft: StatementDraft; readonly step: Step }

/** What the user wrote of it stays, but for whose it is and where it belongs. */
function carried<E extends Entry>(from: EntryId, entry: E, { known }: Step): E {
  const { versions, entryAt, isImport } = known
  const all = versions(from).map((row) => ({ entry: entryAt(row.seq), isImport: isImport(row.appended_by) }))
  if (all.length === 0) return entry
  return { ...mergeEdit(all, entry), ...placeOf(entry) } as E
}

function placeOf(entry: Entry): Partial<Entry> {
  const { id } = entry
  if (entry.kind === 'repayment') return { id, split: entry.split, candidates: entry.candidates }
  if (entry.kind === 'refund' || entry.kind === 'installments') return { id, account: entry.account, of: entry.of }
  return 'account' in entry ? { id, account: entry.account } : { id }
}

function endThere(id: EntryId, { draft, step }: Row): void {
  const known = step.known.newest(id)
  if (!known || !isEntry(known.kind)) return
  const origin = originOf(draft, step, known.seq)
  const { why, raw, file } = origin
  const seq = step.rows.bare({ kind: 'withdrawn', id, day: known.day }, origin)
  step.known.learn({ ...known, ...learned(draft, step), seq, kind: 'withdrawn', raw, why, file, day: known.day })
}
