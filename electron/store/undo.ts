import type { Refusal } from '#shared/contract/reply.ts'
import type { ActionView } from '#shared/contract/views.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { nextUndo, undoAction } from './actions.ts'
import { keptBy, putBack } from './restore.ts'
import type { Store } from './store.ts'

/**
 * Takes the newest step back. Most steps only stop to count; a step that replaced the ledger's content puts back the
 * content that it kept, with the history that this content had.
 */
export function undoNewest(store: Store): Outcome<ActionView, Refusal> {
  const newest = store.read(nextUndo)
  if (!newest) return refused({ kind: 'nothing-to-undo' })
  const kept = keptBy(store.path, newest.label)
  if (kept === null) return store.change(undoAction)
  const back = putBack(store, kept)
  return back.ok ? done({ ...newest, undone: true }) : back
}
