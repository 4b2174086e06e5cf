import type { Day } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { Warning } from '#shared/outlook/answers.ts'
import type { ActionView } from './views.ts'

/** Why a backup was made. */
export type BackupReason =
  | 'asked'
  | 'automatic'
  | 'before-import'
  | 'before-migration'
  | 'before-restore'
  | 'before-repair'
  | 'before-compaction'
  | 'before-undo'

export type BackupView = {
  readonly file: string
  readonly at: number
  /** Reopened, checked and found equal to the ledger; what is not never counts as a backup. */
  readonly verified: boolean
  readonly bytes: number
  /** One of `BackupReason`, read from the file's name. */
  readonly reason: string
  /** Locked in the age format: a passphrase or the printed key opens it. */
  readonly encrypted: boolean
}

/** What a ledger says at one moment, beside what it says at another. */
export type ContentView = {
  readonly accounts: number
  readonly entries: number
  readonly reviews: number
  readonly actions: number
  /** What is owed on the day on which it is asked. */
  readonly owed: Fen
  readonly newestDay: Day | null
  readonly lastActionAt: number | null
}

/** How many entries of another ledger are not in this one, how many of this one not in the other, how many differ. */
export type EntryChanges = { readonly added: number; readonly removed: number; readonly changed: number }

/** What restoring a file would change. `before` and `entries` are null where the present ledger cannot be opened. */
export type RestorePreview = {
  readonly file: string
  readonly before: ContentView | null
  readonly after: ContentView
  readonly entries: EntryChanges | null
  /** What was done since and would no longer count, the newest first; at most twenty of them. */
  readonly leaves: readonly ActionView[]
  readonly leavesCount: number
}

/** `kept` is where the former ledger lies; `undoable` false where it was damaged. */
export type RestoreResult = { readonly file: string; readonly kept: string | null; readonly undoable: boolean }

/** The second folder for backups and how it stands. */
export type FolderView = {
  readonly path: string
  readonly isThere: boolean
  /** The service that copies it elsewhere, by name; `network` for another computer's disk; null where none is known. */
  readonly service: string | null
  readonly last: BackupView | null
  /** A newer backup lies beside the ledger. */
  readonly isBehind: boolean
}

export type SafetyView = {
  /** Copies in the second folder are locked. */
  readonly locked: boolean
  readonly folder: FolderView | null
  readonly warnings: readonly Warning[]
}

/** One thing that was looked at. `found` names what was wrong, with at most a few examples. */
export type CheckView = {
  readonly check: string
  readonly count: number
  readonly examples: readonly string[]
  /** What is wrong can be put right from the ledger itself. */
  readonly repairable: boolean
}

export type DoctorReport = {
  readonly path: string
  readonly checks: readonly CheckView[]
  /** Why the ledger cannot be opened; null where it was. */
  readonly closedBy: string | null
  /** What was put right, by check. */
  readonly repaired: readonly string[]
  readonly kept: string | null
  /** Faults of the program in its local log. */
  readonly faults: number
}

/** What could be read of a damaged ledger, as files. */
export type SalvageResult = {
  readonly files: readonly string[]
  readonly rows: number
  readonly lost: number
  /** More may be lost than was counted: where a table ends could not be read. */
  readonly more: boolean
}

/** Rows that can never count again: former versions, and steps that were given up. */
export type CompactionCounts = { readonly entries: number; readonly records: number; readonly steps: number }

/** What a compaction would remove now, or removed. */
export type CompactionPreview = { readonly removable: CompactionCounts; readonly bytes: number }
export type CompactionResult = {
  readonly removed: CompactionCounts
  readonly backup: BackupView
  readonly bytesBefore: number
  readonly bytesAfter: number
}
