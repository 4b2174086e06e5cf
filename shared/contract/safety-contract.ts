import { z } from 'zod'
import type { Warning } from '../outlook/answers.ts'
import { read, slow, write } from './method.ts'
import type {
  BackupView,
  CompactionPreview,
  CompactionResult,
  DoctorReport,
  RestorePreview,
  RestoreResult,
  SafetyView,
  SalvageResult,
} from './safety-views.ts'
import type { ActionView } from './views.ts'

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
  getSafety: read(z.strictObject({})),
  examine: read(z.strictObject({})),
  getReport: read(z.strictObject({})),
  previewCompaction: read(z.strictObject({})),

  makeBackup: slow(z.strictObject({})),
  restoreBackup: slow(restoreSource),
  /** Every step from the newest back to this one; or every undone one up to it. */
  undoTo: write(z.strictObject({ id: z.int().min(1) })),
  redoTo: write(z.strictObject({ id: z.int().min(1) })),
  /** `plain` says that the user knows of the service that copies the folder elsewhere. */
  setBackupFolder: write(
    z.strictObject({ folderToken: z.string().max(200).nullable(), plain: z.boolean().default(false) }),
  ),
  /** `anyway` says that the user knows of the service that copies the folder elsewhere. */
  moveLedger: slow(z.strictObject({ folderToken: z.string().max(4096), anyway: z.boolean().default(false) })),
  lockBackups: slow(z.strictObject({ passphrase: z.string().min(8).max(200) })),
  /** The user looked: a file that is older than the one used before, or went another way, is the ledger all the same. */
  acceptLedger: write(z.strictObject({})),
  repair: slow(z.strictObject({})),
  salvage: slow(z.strictObject({})),
  /** Removes what undo no longer reaches; refuses where no depth is set. */
  compact: slow(z.strictObject({})),
} as const

export type SafetyResponses = {
  listBackups: readonly BackupView[]
  previewRestore: RestorePreview
  getSafety: SafetyView
  examine: DoctorReport
  getReport: { readonly text: string }
  makeBackup: BackupView
  restoreBackup: RestoreResult
  undoTo: readonly ActionView[]
  redoTo: readonly ActionView[]
  setBackupFolder: SafetyView
  /** The key that opens what is locked; it is shown once. */
  lockBackups: { readonly secretKey: string }
  /** Where the ledger lies now, and where the old file is kept. */
  moveLedger: { readonly path: string; readonly kept: string }
  /** What was said of it until now; null where nothing was. */
  acceptLedger: { readonly accepted: Warning | null }
  repair: DoctorReport
  salvage: SalvageResult
  previewCompaction: CompactionPreview
  compact: CompactionResult
}
