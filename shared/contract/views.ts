import type { Day, Month } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { Account, AccountId } from '#shared/ledger/account.ts'
import type { Bill } from '#shared/ledger/bill.ts'
import type { Entry, EntryId } from '#shared/ledger/entry.ts'
import type { ClosureTarget } from '#shared/ledger/ledger.ts'
import type { Owed } from '#shared/ledger/owed.ts'
import type { Verdict, Warning } from '#shared/outlook/answers.ts'
import type { Closes } from '#shared/outlook/closure/targets.ts'
import type { MinimumCost } from '#shared/outlook/minimum-cost.ts'
import type { CountingTotal } from '#shared/outlook/shown-quote.ts'
import type { ReviewView } from './review-view.ts'
import type { BackupView } from './safety-views.ts'
import type { SavedFilter, TextSize } from './screen-views.ts'

/** What the screen and the command line are shown. Amounts in fen, days and months as whole numbers. */

export type Settings = {
  readonly language: 'zh-CN' | 'en' | 'system'
  readonly theme: 'light' | 'dark' | 'system'
  readonly hideAmounts: boolean
  readonly keepUnrelatedText: boolean
  /** Percent of the usual size of everything on the screen. */
  readonly textSize: TextSize
  readonly savedFilters: readonly SavedFilter[]
  readonly reminders: boolean
  /** Hours in which nothing is shown, e.g. from 22 until 8. */
  readonly quietFrom: number
  readonly quietUntil: number
  /** A second folder for backups, as a path; null where there is none. */
  readonly backupFolder: string | null
  /** How many steps undo goes back at most; null as far as the history is kept. */
  readonly undoDepth: number | null
  /** Removes by itself what undo no longer reaches, where the file gains by it. */
  readonly compactAutomatically: boolean
}

export type LedgerStatus = {
  readonly path: string
  readonly today: Day
  /** Grows with every change; two equal revisions mean the same content. */
  readonly revision: number
  /** Grows with every change that a figure may rest on: settings leave it alone. */
  readonly factsRevision: number
  readonly sample: boolean
  readonly readOnly: { readonly reason: string } | null
  /** The ledger had come further when it was used on this computer before: an older copy was put in its place. */
  readonly older: Warning | null
  readonly accounts: number
  readonly entries: number
  readonly reviews: number
  readonly recordsCurrentOn: Day | null
  readonly lastBackup: BackupView | null
  /** The newest backup where it did not prove equal; null where the newest one is verified. */
  readonly failedBackup: BackupView | null
  readonly undo: ActionView | null
  /** How many steps can be undone, one after another. */
  readonly undoSteps: number
  readonly redo: ActionView | null
  /** How many undone steps can be done again, one after another. */
  readonly redoSteps: number
  readonly settings: Settings
}

/** `at` is an instant in milliseconds since 1970: an action happens at a time, a debt on a day. */
export type ActionView = {
  readonly id: number
  readonly at: number
  readonly label: Warning
  readonly undone: boolean
  /** It can be undone, or done again. What was given up, or lies deeper than undo goes, stays as it is. */
  readonly reachable: boolean
}

export type AccountView = Account & { readonly terms: Account['terms']; readonly entryCount: number }

export type BillView = Bill & { readonly accountName: string; readonly explain: string }

export type EntryView = {
  readonly entry: Entry
  /** How the entry came: by hand, or from a line of an imported file. */
  readonly origin:
    | { readonly kind: 'user' }
    | {
        readonly kind: 'import'
        readonly file: string
        readonly line: number
        readonly raw: string
        readonly why: string
      }
  readonly supersedes: EntryId | null
  readonly withdrawn: boolean
  readonly changedAt: number
}

/** With its earlier versions, and the purchase and refunds that belong together with it. */
export type OpenedEntry = EntryView & { readonly history: readonly EntryView[]; readonly related: readonly EntryRow[] }

export type EntryPage = { readonly total: number; readonly rows: readonly EntryRow[] }

/** One line of the entries list: what it does to which account, small enough for 100,000 of them. */
export type EntryRow = {
  readonly id: EntryId
  readonly kind: Entry['kind']
  readonly on: Day
  readonly account: AccountId | null
  readonly label: string
  readonly amount: Fen
  readonly month: Month | null
  readonly flag: 'awaiting-receipt' | 'refund-expected' | 'needs-answer' | 'unlinked' | null
}

export type RowKind =
  | 'purchase'
  | 'refund'
  | 'repayment'
  | 'repayment-failed'
  | 'disbursement'
  | 'installment-fee'
  | 'interest'
  | 'closed'
  | 'unrelated'

export type ImportFate = 'new' | 'duplicate' | 'updated' | 'conflict'

/** What a row of the file becomes, and why: shown before anything is written. */
export type ImportRow = {
  readonly line: number
  readonly kind: RowKind
  /** `huabei`, `credit-purchase:江苏银行`, `borrow`; null where several or none. */
  readonly account: string | null
  readonly amount: Fen
  readonly on: Day
  readonly time: string
  readonly orderNo: string | null
  readonly refundOf: string | null
  readonly billMonth: Month | null
  readonly label: string
  readonly fate: ImportFate
  /** Whether it becomes an entry, or is one already. */
  readonly recorded: boolean
  readonly review: boolean
  readonly reviewReason: string | null
  /** The rule of the decision table that fired. */
  readonly why: string
}

export type ImportProblem = { readonly line: number; readonly kind: string; readonly text: string }

export type ImportCount = 'kept' | 'added' | 'review' | 'duplicate' | 'updated' | 'rejected'

/** An account that a file shows and the ledger lacks. */
export type NewAccount = Pick<Account, 'id' | 'kind' | 'name' | 'lender' | 'owner'>

export type ImportSummary = {
  readonly format: string
  readonly encoding: string
  readonly fileName: string
  readonly owner: string
  readonly fileRows: number
  readonly announcedRows: number | null
  readonly from: Day | null
  readonly to: Day | null
  readonly exportedOn: Day | null
  /** By kind where a row is recorded or moves nothing; `kept` are read, and about no account of this ledger. */
  readonly counts: Readonly<Record<RowKind | ImportCount, number>>
  readonly newAccounts: readonly NewAccount[]
  /** Accounts entered by hand that name nobody: the import makes them the file's owner's. */
  readonly claims: readonly NewAccount[]
  readonly warnings: readonly Warning[]
}

export type ImportPreview = {
  readonly importId: string
  readonly summary: ImportSummary
  /** At most 2,000 rows here; all of them page by page through `listImportRows`. */
  readonly rows: readonly ImportRow[]
  readonly problems: readonly ImportProblem[]
}

export type ImportResult = {
  /** null where the file told nothing that is not known: nothing was recorded then, and there is nothing to undo. */
  readonly batch: string | null
  readonly summary: ImportSummary
  /** Of the ledger before the import; null where there was none. */
  readonly backup: BackupView | null
  readonly reviews: number
  /** Rows that the user took as entries by hand, an action of its own. */
  readonly taken: number
  /** Of bills entered as paid: what the file's repayments are, so that it counts once. */
  readonly countedOnce: Fen
}

/** Where a repayment goes, line by line: the preview of the form and the record afterwards are the same figures. */
export type AllocationView = {
  readonly amount: Fen
  readonly parts: readonly {
    readonly account: AccountId
    readonly what: 'penalty' | 'interest' | 'fee' | 'principal' | 'prepaid' | 'beyond-records' | 'own-money'
    readonly month: Month | null
    readonly amount: Fen
  }[]
  readonly certain: boolean
  /** Of bills entered as paid: what this repayment is, so that it counts once. */
  readonly countedOnce: Fen
  readonly owedBefore: Fen
  readonly owedAfter: Fen
}

export type ClosureSummary = {
  readonly target: ClosureTarget
  readonly closes: Closes
  /** Whose, where two people's accounts are here: they are closed apart. */
  readonly owner: string | null
  readonly verdict: Verdict
  readonly open: number
  readonly earliestOn: Day | null
}

export type TodayView = {
  /** `derived` is what was worked out, where figures of today were copied from Alipay: those count. */
  readonly settleToday: CountingTotal & { readonly explain: string }
  /** By how much it is too low if rows that wait are ones that were entered by hand; see `doubledIn`. */
  readonly doubled: Fen
  readonly owed: Owed
  /** The plan by which it goes on, by its name; null where none is followed and every bill is paid in full on its day. */
  readonly followed: string | null
  readonly freeOn: Day | null
  readonly costToFree: Fen
  /** All that is paid until then: with the interest that only comes later, which `owed` cannot hold yet. */
  readonly paidToFree: Fen
  /** Of the next due day, were only the minimum paid. */
  readonly minimumCost: MinimumCost | null
  readonly closure: readonly ClosureSummary[]
  readonly actions: readonly TodayAction[]
  readonly reviews: readonly ReviewView[]
}

export type TodayAction = {
  readonly on: Day
  readonly do: Warning
  readonly amount: Fen | null
  /** Under which its amount can be asked; null for one that stands as it was entered. */
  readonly explain: string | null
  readonly kind: 'repay' | 'prepare' | 'confirm-receipt' | 'review' | 'copy-quota' | 'import' | 'case'
  readonly account: AccountId | null
  readonly entry: EntryId | null
}

/** A file made for the user: text to be saved where they choose. */
export type ExportFile = { readonly name: string; readonly mime: string; readonly text: string }
