import type { ColumnSpec, Columns } from './columns.ts'
import type { DraftCounts, DraftFile, DraftMaker } from './drafts.ts'
import type { FileWarning } from './file-warning.ts'
import type { StatementPreamble } from './statement-preamble.ts'
import type { Container, StatementFormat } from './statement-reader.ts'

/** One kind of statement file: how its header is known, and how its rows are read and judged (formats.md 7.2). */
export type Layout = {
  /** Part of every key: the same number on two platforms is two transactions. */
  readonly platform: string
  readonly columns: ColumnSpec
  /** A line that begins a record for certain, so that an unclosed quote before it cannot swallow it. */
  readonly startsRecord: RegExp
  /** Whether times and amounts have one form in an untouched file, so that any other shows a spreadsheet's hand. */
  readonly isOriginalForm: boolean
  /** Whether the file names its owner only after the rows. */
  readonly isNamedAfterRows: (columns: Columns) => boolean
  readonly drafts: (file: DraftFile) => DraftMaker
  readonly format: (preamble: StatementPreamble, columns: Columns, container: Container) => StatementFormat
  /** What is to be said of this kind of file, beyond what is said of every file. */
  readonly warnings: (counts: DraftCounts) => readonly FileWarning[]
}
