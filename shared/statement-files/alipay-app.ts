import { done, refused } from '#shared/kernel/outcome.ts'
import { type AlipayColumns, alipayColumns } from './alipay-columns.ts'
import { createAlipayDrafts, type DraftMaker } from './alipay-draft.ts'
import { type AlipayPreamble, EMPTY_PREAMBLE, readPreambleLine } from './alipay-preamble.ts'
import type { FileRefusal } from './file-refusal.ts'
import type { FileWarning } from './file-warning.ts'
import { recognizeForeign } from './recognize-foreign.ts'
import type { RowProblem } from './row-problem.ts'
import { createRowSplitter, type SplitRow, type TakeRow } from './split-rows.ts'
import { NO_ROWS, type ReadEnd, type ReadRows, type StatementFormat, type StatementReader } from './statement-reader.ts'
import type { StatementDraft } from './statement-row.ts'

/**
 * Reads the app's e-mail CSV of all years (formats.md 1.2, 1.3). The header is found by its cell names; the company
 * name and the line number say nothing. The 2021 layout names its owner only after the rows, so its rows wait for the
 * end (one such file covers at most a year).
 */
export type AlipayReaderOptions = {
  /** Overrides the owner that the file names. */
  readonly owner?: string
}

/** A header that has not come after this many lines will not come. */
const LINES_BEFORE_HEADER = 200

export function createAlipayReader({ owner }: AlipayReaderOptions = {}): StatementReader {
  const splitter = createRowSplitter({ startsRecord: (line) => STARTS_RECORD.test(line) })
  const before: string[] = []
  const held: SplitRow[] = []
  let preamble = EMPTY_PREAMBLE
  let columns: AlipayColumns | null = null
  let maker: DraftMaker | null = null
  let refusal: FileRefusal | null = null
  let inTrailer = false

  const ownerName = (): string => owner ?? preamble.owner ?? ''

  const takePreamble = (row: SplitRow): void => {
    columns = alipayColumns(row.cells)
    if (columns) {
      splitter.expect(row.cells.length)
      if (!isNamedAfterRows(preamble, columns)) maker = createAlipayDrafts(columns, ownerName())
      return
    }
    preamble = readPreambleLine(preamble, row.raw)
    before.push(row.raw)
    if (before.length >= LINES_BEFORE_HEADER) refusal = recognizeForeign(before)
  }

  const takeInto = (drafts: StatementDraft[], problems: RowProblem[]): TakeRow => {
    return (row) => {
      if (refusal) return
      if (!columns) takePreamble(row)
      else if (inTrailer || TRAILER.test(row.raw)) {
        inTrailer = true
        preamble = readPreambleLine(preamble, row.raw)
      } else if (isBlank(row)) return
      else if (maker) maker.take(row, drafts, problems)
      else held.push(row)
    }
  }

  const push = (text: string): ReadRows => {
    if (refusal) return NO_ROWS
    const [drafts, problems]: [StatementDraft[], RowProblem[]] = [[], []]
    splitter.push(text, takeInto(drafts, problems))
    return { drafts, problems }
  }

  const finish = (): ReadEnd => {
    const [drafts, problems]: [StatementDraft[], RowProblem[]] = [[], []]
    splitter.finish(takeInto(drafts, problems))
    if (!columns && !refusal) refusal = recognizeForeign(before)
    if (refusal || !columns) return { rows: NO_ROWS, outcome: refused(refusal ?? { kind: 'file-empty' }) }
    const finisher = maker ?? createAlipayDrafts(columns, ownerName())
    for (const row of held.splice(0)) finisher.take(row, drafts, problems)
    const { fileRows, damage } = finisher.counts()
    const warnings = warningsOf(preamble, fileRows, damage)
    return {
      rows: { drafts, problems },
      outcome: done({ format: formatOf(preamble, columns), owner: ownerName(), preamble, fileRows, warnings }),
    }
  }

  return { push, finish, refusal: () => refusal }
}

const STARTS_RECORD = /^\s*"?\d{4}[-/]\d{1,2}[-/]\d{1,2}\s/
/** The line of dashes after the rows of the 2021 layout. */
const TRAILER = /^"?-{20,}/

const isBlank = (row: SplitRow): boolean => row.cells.every((cell) => cell.trim() === '')

/** The 2021 layout begins with 收/支 and prints its information below the rows. */
const isNamedAfterRows = (preamble: AlipayPreamble, columns: AlipayColumns): boolean =>
  preamble.owner === null && columns.at.direction === 0

/** Layouts differ in what they hold, the company name is only a hint (formats.md 7.2). */
function formatOf(preamble: AlipayPreamble, columns: AlipayColumns): StatementFormat {
  if (columns.at.direction === 0) return 'alipay-app-v2'
  return preamble.title?.includes('中国') ? 'alipay-app-v3' : 'alipay-app-v3b'
}

type Damage = ReturnType<DraftMaker['counts']>['damage']

function warningsOf(preamble: AlipayPreamble, fileRows: number, damage: Damage): FileWarning[] {
  const warnings: FileWarning[] = []
  const announced = preamble.announcedRows
  if (announced !== null && announced !== fileRows)
    warnings.push({ kind: 'row-count-differs', announced, read: fileRows })
  if (damage.orderNo > 0) warnings.push({ kind: 'order-numbers-damaged', rows: damage.orderNo })
  if (damage.time > 0) warnings.push({ kind: 'times-reformatted', rows: damage.time })
  if (damage.amount > 0) warnings.push({ kind: 'amounts-reformatted', rows: damage.amount })
  if (preamble.onlyTypes !== null) warnings.push({ kind: 'only-some-types', types: preamble.onlyTypes })
  return warnings
}
