import { done, refused } from '#shared/kernel/outcome.ts'
import type { Entry, EntryId } from '#shared/ledger/entry.ts'
import { appendEntry, findEntry } from '../store/entries.ts'
import type { Writer } from '../store/queries.ts'
import { askIfImported } from './double-questions.ts'
import { decideEntry } from './entry-decisions.ts'
import type { Handled, HandlerContext } from './handler.ts'

/** Decides and appends, in the action that is open. */
export function append({ today }: HandlerContext, writer: Writer, draft: Entry): Handled<{ id: EntryId }> {
  if (findEntry(writer, draft.id)) return refused({ kind: 'entry-id-taken', values: { id: draft.id } })
  const decided = decideEntry(writer, today, draft)
  if (!decided.ok) return decided
  const appended = appendEntry(writer, decided.value)
  if (!appended.ok) return appended
  askIfImported(writer, decided.value)
  return done({ id: appended.value })
}
