import { done } from '#shared/kernel/outcome.ts'
import { listActions } from '../store/actions.ts'
import { redoNext, redoTo, undoNewest, undoTo } from '../store/undo.ts'
import type { Handlers } from './handler.ts'

/** What was done, and taking it back: every action of the ledger, imports included, also after a restart. */
export const historyHandlers: Handlers<'listHistory' | 'undo' | 'redo' | 'undoTo' | 'redoTo'> = {
  listHistory: ({ store }, { before, limit }) =>
    done(store.read((reader) => listActions(reader, { before: before ?? null, limit }))),
  undo: ({ store }) => undoNewest(store),
  undoTo: ({ store }, { id }) => undoTo(store, id),
  redoTo: ({ store }, { id }) => redoTo(store, id),
  redo: ({ store }) => redoNext(store),
}
