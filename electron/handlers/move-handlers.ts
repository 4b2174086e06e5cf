import { done, refused } from '#shared/kernel/outcome.ts'
import { serviceOf } from '../files/sync-folder.ts'
import { moveLedger } from '../store/move-ledger.ts'
import type { Handlers } from './handler.ts'
import { givePreviewUp } from './import-previews.ts'

/** The ledger in another folder of the user's choice; a folder that is copied elsewhere only where the user says so. */
export const moveHandlers: Handlers<'moveLedger'> = {
  moveLedger: async ({ store, path, now, ledgers }, { folderToken, anyway }) => {
    if (ledgers.isSample()) return refused({ kind: 'move-sample' })
    const { placeFile } = ledgers
    if (placeFile === null) return refused({ kind: 'move-named-elsewhere', path })
    const service = serviceOf(folderToken)
    if (service !== null && !anyway) return refused({ kind: 'move-folder-syncs', service })
    await givePreviewUp(store)
    ledgers.release()
    const moved = moveLedger({ from: path, folder: folderToken, placeFile, at: now() })
    if (!moved.ok) return moved
    ledgers.moved(moved.value.path)
    return done(moved.value)
  },
}
