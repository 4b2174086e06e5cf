import type { Outcome } from '#shared/kernel/outcome.ts'
import type { FileRefusal } from './file-refusal.ts'
import type { FileWarning } from './file-warning.ts'
import type { RowProblem } from './row-problem.ts'
import type { StatementPreamble } from './statement-preamble.ts'
import type { StatementDraft } from './statement-row.ts'

/** Rows that became complete with the last piece of text. Every row of the file comes out once, as one or the other. */
export type ReadRows = { readonly drafts: readonly StatementDraft[]; readonly problems: readonly RowProblem[] }

export const NO_ROWS: ReadRows = { drafts: [], problems: [] }

/** Every kind of statement that is read, with its year's layout where there are several (formats.md 1.0, 4). */
export type StatementFormat =
  | 'alipay-app-v2'
  | 'alipay-app-v3'
  | 'alipay-app-v3b'
  | 'alipay-web-v1'
  | 'wechat-csv'
  | 'wechat-xlsx-2025'
  | 'wechat-xlsx-2026'
  | 'jd'
  | 'meituan'

/** What the rows came in: text, or the first sheet of a workbook as text. */
export type Container = 'text' | 'workbook'

export type StatementSummary = {
  readonly format: StatementFormat
  /** Part of every key: `alipay` for both of its exports. */
  readonly platform: string
  /** Whose account the file is of; part of every key. Empty when neither the file nor the caller says. */
  readonly owner: string
  readonly preamble: StatementPreamble
  /** Rows read, readable or not. */
  readonly fileRows: number
  readonly warnings: readonly FileWarning[]
}

export type ReadEnd = { readonly rows: ReadRows; readonly outcome: Outcome<StatementSummary, FileRefusal> }

/**
 * Reads a statement piece by piece, in memory that does not grow with the file. `push` takes decoded text cut anywhere.
 * After a refusal it takes no more: ask `refusal` to stop early; `finish` says it again.
 */
export type StatementReader = {
  readonly push: (text: string) => ReadRows
  readonly finish: () => ReadEnd
  readonly refusal: () => FileRefusal | null
}
