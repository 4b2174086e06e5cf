import type { Entry, EntryId, Review } from '#shared/ledger/entry.ts'
import { appendEntry, findEntry, supersedeEntry, withdrawEntry } from '../store/entries.ts'
import { reviewIdOf } from '../store/import/entry-id.ts'
import {
  findHandEntered,
  findImportedLike,
  maybeAsked,
  possibleDouble,
  saysOther,
} from '../store/import/hand-entered.ts'
import type { Reader, Writer } from '../store/queries.ts'

/** Whether money that was entered by hand is there a second time, brought by a file (formats.md 6, cross-source). */

/** What a file brought before may be the same money: it is asked, whichever came first. */
export function askIfImported(writer: Writer, entry: Entry): void {
  for (const alike of findImportedLike(writer, entry)) {
    const imported = alike.find((one) => mayBeAsked(questionOf(writer, one.id)))
    if (imported) ask(writer, imported)
  }
}

/** The other way round, of a row that is this entry only since the user said so. */
export function askIfByHand(writer: Writer, imported: Entry): void {
  if (findHandEntered(writer, imported) !== null) ask(writer, imported)
}

function ask(writer: Writer, imported: Entry): void {
  const question = possibleDouble(imported)
  const asked = questionOf(writer, imported.id) ? supersedeEntry(writer, question) : appendEntry(writer, question)
  if (!asked.ok) throw new Error(`a question that is not there is there: ${asked.refusal.kind}`)
}

/** A row that is asked about is not asked about again; but how a repayment divides waits until it is known to be one. */
const mayBeAsked = (question: Review | null): boolean => question === null || question.reason === UNDIVIDED

const UNDIVIDED = 'combined-repayment'

function questionOf(reader: Reader, imported: EntryId): Review | null {
  const review = findEntry(reader, reviewIdOf(imported))
  return review?.kind === 'review' ? review : null
}

/** That it is there twice is asked no longer; what else is not known of it is. */
export function endDoubleQuestion(writer: Writer, imported: EntryId): void {
  const question = questionOf(writer, imported)
  if (question?.reason !== 'possible-double') return
  const own = findEntry(writer, imported)
  if (own?.kind === 'repayment' && own.split === null) supersedeEntry(writer, { ...question, reason: UNDIVIDED })
  else withdrawEntry(writer, question.id)
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
  for (const id of [former.id, ...maybeAsked(writer, former).map((one) => one.id)]) {
    const own = findEntry(writer, id)
    if (own === null || findHandEntered(writer, own) === null) endDoubleQuestion(writer, id)
  }
}
