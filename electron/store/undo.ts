import type { Refusal } from '#shared/contract/reply.ts'
import type { ActionView } from '#shared/contract/views.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { nextRedo, nextUndo, redoAction, undoAction } from './actions.ts'
import { putAgain, putBack, replacedContent } from './restore.ts'
import type { Store } from './store.ts'
import { undoFloor } from './undo-depth.ts'

/**
 * Takes the newest step back. Most steps only stop to count; a step that replaced the ledger's content puts back the
 * content that it kept, with the history that this content had.
 */
export function undoNewest(store: Store): Outcome<ActionView, Refusal> {
  const newest = store.read(nextUndo)
  if (!newest) return refused({ kind: store.read(undoFloor) > 0 ? 'step-too-deep' : 'nothing-to-undo' })
  if (!replacedContent(newest.label)) return store.change(undoAction)
  const back = putBack(store, newest.label)
  return back.ok ? done({ ...newest, undone: true }) : back
}

/** Does the oldest undone step again. */
export function redoNext(store: Store): Outcome<ActionView, Refusal> {
  const next = store.read(nextRedo)
  if (!next || !replacedContent(next.label)) return store.change(redoAction)
  const again = putAgain(store, next.label)
  return again.ok ? done({ ...next, undone: false }) : again
}

/**
 * Takes back every step from the newest to one, that one included; answers them in the order in which they went. It
 * ends at a step that replaced the content: what stands before it is the history of that content.
 */
export function undoTo(store: Store, id: number): Outcome<readonly ActionView[], Refusal> {
  if (id <= store.read(undoFloor)) return refused({ kind: 'step-too-deep' })
  return moveTo({
    next: () => store.read(nextUndo),
    isWanted: (action) => action.id >= id,
    move: () => undoNewest(store),
  })
}

/** Does every undone step again, up to one, that one included. */
export function redoTo(store: Store, id: number): Outcome<readonly ActionView[], Refusal> {
  return moveTo({
    next: () => store.read(nextRedo),
    isWanted: (action) => action.id <= id,
    move: () => redoNext(store),
  })
}

type Walk = {
  readonly next: () => ActionView | null
  readonly isWanted: (action: ActionView) => boolean
  readonly move: () => Outcome<ActionView, Refusal>
}

function moveTo({ next, isWanted, move }: Walk): Outcome<readonly ActionView[], Refusal> {
  const moved: ActionView[] = []
  for (let action = next(); action !== null && isWanted(action); action = next()) {
    const outcome = move()
    if (!outcome.ok) return moved.length === 0 ? outcome : done(moved)
    moved.push(outcome.value)
    if (replacedContent(action.label)) break
  }
  return moved.length === 0 ? refused({ kind: 'step-not-reachable' }) : done(moved)
}
