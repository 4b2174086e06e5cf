import type { Day } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { ActionView } from './views.ts'

/** Why a backup was made. */
export type BackupReason =
  | 'asked'
  | 'automatic'
  | 'before-import'
  | 'before-migration'
  | 'before-restore'
  | 'before-repair'

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

/** What restoring a file would change. `before` is null where the present ledger cannot be opened. */
export type RestorePreview = {
  readonly file: string
  readonly before: ContentView | null
  readonly after: ContentView
  /** What was done since and would no longer count, the newest first; at most twenty of them. */
  readonly leaves: readonly ActionView[]
  readonly leavesCount: number
}

/** `kept` is where the former ledger lies; `undoable` false where it was damaged. */
export type RestoreResult = { readonly file: string; readonly kept: string | null; readonly undoable: boolean }
