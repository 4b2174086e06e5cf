import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { Entry, EntryId } from '#shared/ledger/entry.ts'
import type { StatementDraft } from '#shared/statement-files/statement-row.ts'
import { appendEntry, findEntry, withdrawEntry } from '../entries.ts'
import type { Reader, Writer } from '../queries.ts'
import { reviewIdOf } from './entry-id.ts'
import type { ImportSession } from './import-session.ts'

/**
 * Rows that the file does not say to be on credit, taken as entries because the user says so: a purchase of the web
 * site's export that was on Huabei. It is never guessed, and it is an action of the user's own after the import: undone
 * by itself, and left alone by every later file, which sees an entry that no import made.
 */
export type TakenRow = {
  readonly draft: StatementDraft
  readonly as: 'purchase' | 'refund' | 'repayment'
  readonly account: AccountId
}

export type TakeRefusal =
  | { readonly kind: 'row-recorded-already'; readonly line: number }
  | { readonly kind: 'row-moves-no-money'; readonly line: number }

/** Every rule of an entry made by hand holds for it too. */
export type Decide<R> = (writer: Writer, entry: Entry) => Outcome<Entry, R>

/** After the merge: by then every row of the file is known. Purchases first, so that their refunds find them. */
export function takeRows<R>(
  writer: Writer,
  { session, rows }: { readonly session: ImportSession; readonly rows: readonly TakenRow[] },
  decide: Decide<R>,
): Outcome<number, R | TakeRefusal> {
  const ordered = [...rows].sort((a, b) => ORDER.indexOf(a.as) - ORDER.indexOf(b.as))
  for (const row of ordered) {
    const { draft } = row
    const { line, why, raw, amount } = draft
    if (amount === 0) return refused({ kind: 'row-moves-no-money', line })
    const id = session.staging.freeId(writer, draft)
    if (id === null) return refused({ kind: 'row-recorded-already', line })
    const entry = linked(writer, session.staging.entryAs(row, id))
    const decided = decide(writer, entry)
    if (!decided.ok) return decided
    const added = appendEntry(writer, decided.value, { file: session.file, line, why, raw })
    if (!added.ok) throw new Error(`a row without an entry has one: ${added.refusal.kind}`)
    endQuestion(writer, id)
  }
  return done(ordered.length)
}

const ORDER: readonly TakenRow['as'][] = ['purchase', 'refund', 'repayment']

/** A refund stands alone where its purchase was not taken too. */
function linked(reader: Reader, entry: Entry): Entry {
  if (entry.kind !== 'refund' || entry.of === null) return entry
  const purchase = findEntry(reader, entry.of)
  const isIts = purchase?.kind === 'purchase' && purchase.account === entry.account
  return isIts ? entry : { ...entry, of: null }
}

/** What a row is has been said: it is not asked any more. */
function endQuestion(writer: Writer, id: EntryId): void {
  const question = reviewIdOf(id)
  if (findEntry(writer, question)?.kind === 'review') withdrawEntry(writer, question)
}
