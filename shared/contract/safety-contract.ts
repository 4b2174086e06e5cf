import { z } from 'zod'
import { read, slow } from './method.ts'
import type { BackupView, RestorePreview, RestoreResult } from './safety-views.ts'

/** A backup of the list, or a file that was chosen; what opens it where it is locked. */
const restoreSource = z.strictObject({
  backup: z.string().max(4096).optional(),
  fileToken: z.string().max(200).optional(),
  passphrase: z.string().max(200).optional(),
})

/** The part of the table that keeps the ledger safe. */
export const safetyContract = {
  listBackups: read(z.strictObject({})),
  previewRestore: read(restoreSource),

  makeBackup: slow(z.strictObject({})),
  restoreBackup: slow(restoreSource),
} as const

export type SafetyResponses = {
  listBackups: readonly BackupView[]
  previewRestore: RestorePreview
  makeBackup: BackupView
  restoreBackup: RestoreResult
}
