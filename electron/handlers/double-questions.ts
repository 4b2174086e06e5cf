import type { Entry, EntryId } from '#shared/ledger/entry.ts'
import { appendEntry, findEntry, withdrawEntry } from '../store/entries.ts'
import { reviewIdOf } from '../store/import/entry-id.ts'
import {
  askedBecauseOf,
  findHandEntered,
  findImportedLike,
  possibleDouble,
  saysOther,
} from '../store/import/hand-entered.ts'
import type { Writer } from '../store/queries.ts'

/** Whether money that was entered by hand is there a second time, brought by a file (formats.md 6, cross-source). */

/** What a file brought before may be the same money: it is asked, whichever came first. */
export function askIfImported(writer: Writer, entry: Entry): void {
  const id = findImportedLike(writer, entry)
  const imported = id === null ? null : findEntry(writer, id)
  if (imported === null) return
  const asked = appendEntry(writer, possibleDouble(imported))
  if (!asked.ok) throw new Error(`a question that is not there is there: ${asked.refusal.kind}`)
}

/** After a correction: what it was asked about may be another one now, and what it is now may be there already. */
export function askAnew(writer: Writer, before: Entry, after: Entry): void {
  if (!saysOther(before, after)) return
  dropIdleQuestions(writer, before)
  askIfImported(writer, after)
}

/** Ends an entry, and the questions that were asked because of it. */
export function withdrawAsked(writer: Writer, id: EntryId): ReturnType<typeof withdrawEntry> {
  const former = findEntry(writer, id)
  const withdrawn = withdrawEntry(writer, id)
  if (former !== null && withdrawn.ok) dropIdleQuestions(writer, former)
  return withdrawn
}

/** Once one of the two is gone, or says something else, there is nothing left to ask: the question goes with it. */
function dropIdleQuestions(writer: Writer, former: Entry): void {
  for (const id of [former.id, ...askedBecauseOf(writer, former)]) {
    const review = findEntry(writer, reviewIdOf(id))
    if (review?.kind === 'review' && review.reason === 'possible-double' && !isStillThere(writer, id)) {
      withdrawEntry(writer, review.id)
    }
  }
}

function isStillThere(writer: Writer, imported: EntryId): boolean {
  const own = findEntry(writer, imported)
  return own !== null && findHandEntered(writer, own) !== null
}
