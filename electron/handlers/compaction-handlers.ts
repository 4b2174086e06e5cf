import type { CompactionResult } from '#shared/contract/safety-views.ts'
import { done, refused } from '#shared/kernel/outcome.ts'
import { compact, countRemovable, giveRoomBack } from '../store/compact.ts'
import { readSettings } from '../store/settings.ts'
import type { Store } from '../store/store.ts'
import { compactionFloor } from '../store/undo-depth.ts'
import type { Handled, Handlers } from './handler.ts'
import { givePreviewUp } from './import-previews.ts'
import { keepBackup } from './keep-backup.ts'

/** Removing what undo no longer reaches: only where the user said how deep it shall reach, and after a verified backup. */
export const compactionHandlers: Handlers<'previewCompaction' | 'compact'> = {
  previewCompaction: ({ store }) =>
    done({
      removable: store.read((reader) => countRemovable(reader, compactionFloor(reader))),
      bytes: bytesOf(store),
    }),

  compact: async ({ store, now, onProgress }) => {
    onProgress({ done: 0, total: null, stage: 'compact' })
    await givePreviewUp(store)
    return compactLedger(store, now())
  },
}

export async function compactLedger(store: Store, at: number): Promise<Handled<CompactionResult>> {
  if (store.read(readSettings).undoDepth === null) return refused({ kind: 'no-undo-depth' })
  const { revision, floor } = store.read((reader) => ({ revision: store.revision(), floor: compactionFloor(reader) }))
  const { backup } = await keepBackup(store, 'before-compaction', at)
  if (!backup.verified) return refused({ kind: 'backup-not-verified', file: backup.file })
  const bytesBefore = bytesOf(store)
  const removed = compact(store, { floor, revision })
  if (!removed.ok) return removed
  giveRoomBack(store)
  return done({ removed: removed.value, backup, bytesBefore, bytesAfter: bytesOf(store) })
}

/** Its pages, wherever they lie: the newest ones are still in the log. */
const bytesOf = ({ connection: { raw } }: Store): number =>
  Number(raw.pragma('page_count', { simple: true })) * Number(raw.pragma('page_size', { simple: true }))

/** Below this, or below a fifth of the entries, a smaller file is not worth the wait. */
const WORTH_ROWS = 1000
const WORTH_PART = 5

/** Whether compaction happens by itself now: the user said so, and the file gains by it. */
export function isCompactionDue(store: Store): boolean {
  return store.read((reader) => {
    const { undoDepth, compactAutomatically } = readSettings(reader)
    if (undoDepth === null || !compactAutomatically) return false
    const floor = compactionFloor(reader)
    if (floor === 0) return false
    const { entries, records } = countRemovable(reader, floor)
    const all = Number(reader.connection.raw.prepare('SELECT count(*) FROM entry').pluck().get())
    return entries + records >= WORTH_ROWS && (entries + records) * WORTH_PART >= all
  })
}
