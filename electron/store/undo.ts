import type { Refusal } from '#shared/contract/reply.ts'
import type { ActionView } from '#shared/contract/views.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { nextRedo, nextUndo, redoAction, undoAction } from './actions.ts'
import { keptBy, putBack } from './restore.ts'
import type { Store } from './store.ts'
import { undoFloor } from './undo-depth.ts'

/**
 * Takes the newest step back. Most steps only stop to count; a step that replaced the ledger's content puts back the
 * content that it kept, with the history that this content had.
 */
export function undoNewest(store: Store): Outcome<ActionView, Refusal> {
  const newest = store.read(nextUndo)
  if (!newest) return refused({ kind: store.read(undoFloor) > 0 ? 'step-too-deep' : 'nothing-to-undo' })
  const kept = keptBy(store.path, newest.label)
  if (kept === null) return store.change(undoAction)
  const back = putBack(store, kept)
  return back.ok ? done({ ...newest, undone: true }) : back
}

/**
 * Takes back every step from the newest to one, that one included; answers them in the order in which they went. It
 * ends at a step that replaced the content: what stands before it is the history of that content.
 */
export function undoTo(store: Store, id: number): Outcome<readonly ActionView[], Refusal> {
  if (id <= store.read(undoFloor)) return refused({ kind: 'step-too-deep' })
  return moveTo(store, {
    next: () => store.read(nextUndo),
    isWanted: (action) => action.id >= id,
    move: () => undoNewest(store),
  })
}

/** Does every undone step again, up to one, that one included. */
export function redoTo(store: Store, id: number): Outcome<readonly ActionView[], Refusal> {
  return moveTo(store, {
    next: () => store.read(nextRedo),
    isWanted: (action) => action.id <= id,
    move: () => store.change(redoAction),
  })
}

type Walk = {
  readonly next: () => ActionView | null
  readonly isWanted: (action: ActionView) => boolean
  readonly move: () => Outcome<ActionView, Refusal>
}

function moveTo(store: Store, { next, isWanted, move }: Walk): Outcome<readonly ActionView[], Refusal> {
  const moved: ActionView[] = []
  for (let action = next(); action !== null && isWanted(action); action = next()) {
    const outcome = move()
    if (!outcome.ok) return moved.length === 0 ? outcome : done(moved)
    moved.push(outcome.value)
    if (keptBy(store.path, action.label) !== null) break
  }
  return moved.length === 0 ? refused({ kind: 'step-not-reachable' }) : done(moved)
}
