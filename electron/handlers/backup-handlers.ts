import { done, refused } from '#shared/kernel/outcome.ts'
import type { Handlers } from './handler.ts'
import { keepBackup } from './keep-backup.ts'

/** Backups lie beside the ledger; one that does not prove equal to it is refused, never counted. */
export const backupHandlers: Handlers<'makeBackup'> = {
  makeBackup: async ({ store, now, onProgress }) => {
    onProgress({ done: 0, total: null, stage: 'backup' })
    const { backup } = await keepBackup(store, 'asked', now())
    return backup.verified ? done(backup) : refused({ kind: 'backup-not-verified', file: backup.file })
  },
}
