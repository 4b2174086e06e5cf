import { done, refused } from '#shared/kernel/outcome.ts'
import type { AlipayColumns } from './alipay-columns.ts'
import { createAlipayDrafts, type DraftMaker } from './alipay-draft.ts'
import type { AlipayPreamble } from './alipay-preamble.ts'
import { createAlipaySurroundings } from './alipay-surroundings.ts'
import type { FileWarning } from './file-warning.ts'
import type { RowProblem } from './row-problem.ts'
import { createRowSplitter, type SplitRow, type TakeRow } from './split-rows.ts'
import {
  NO_ROWS,
  type ReadEnd,
  type ReadRows,
  type StatementFormat,
  type StatementReader,
  type StatementSummary,
} from './statement-reader.ts'
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

export function createAlipayReader({ owner }: AlipayReaderOptions = {}): StatementReader {
  const splitter = createRowSplitter({ startsRecord: (line) => STARTS_RECORD.test(line) })
  const surroundings = createAlipaySurroundings()
  const held: SplitRow[] = []
  let maker: DraftMaker | null = null

  const ownerName = (): string => owner ?? surroundings.preamble().owner ?? ''

  const takeInto = (drafts: StatementDraft[], problems: RowProblem[]): TakeRow => {
    let columns = surroundings.columns()
    return (row) => {
      const isRow = surroundings.isRow(row)
      if (isRow && maker) maker.take(row, drafts, problems)
      else if (isRow) held.push(row)
      if (columns) return
      columns = surroundings.columns()
      if (!columns) return
      splitter.expect(row.cells.length)
      if (!isNamedAfterRows(surroundings.preamble(), columns)) maker = createAlipayDrafts(columns, ownerName())
    }
  }

  const push = (text: string): ReadRows => {
    if (surroundings.refusal()) return NO_ROWS
    const [drafts, problems]: [StatementDraft[], RowProblem[]] = [[], []]
    splitter.push(text, takeInto(drafts, problems))
    return { drafts, problems }
  }

  const finish = (): ReadEnd => {
    const [drafts, problems]: [StatementDraft[], RowProblem[]] = [[], []]
    splitter.finish(takeInto(drafts, problems))
    const columns = surroundings.columns()
    if (!columns) return { rows: NO_ROWS, outcome: refused(surroundings.refusal(true) ?? { kind: 'file-empty' }) }
    const finisher = maker ?? createAlipayDrafts(columns, ownerName())
    for (const row of held.splice(0)) finisher.take(row, drafts, problems)
    return {
      rows: { drafts, problems },
      outcome: done({ owner: ownerName(), ...summaryOf(surroundings.preamble(), columns, finisher.counts()) }),
    }
  }

  return { push, finish, refusal: () => surroundings.refusal() }
}

const STARTS_RECORD = /^\s*"?\d{4}[-/]\d{1,2}[-/]\d{1,2}\s/

type Counts = ReturnType<DraftMaker['counts']>

const summaryOf = (
  preamble: AlipayPreamble,
  columns: AlipayColumns,
  { fileRows, damage }: Counts,
): Omit<StatementSummary, 'owner'> => ({
  format: formatOf(preamble, columns),
  preamble,
  fileRows,
  warnings: warningsOf(preamble, fileRows, damage),
})

/** The 2021 layout begins with 收/支 and prints its information below the rows. */
const isNamedAfterRows = (preamble: AlipayPreamble, columns: AlipayColumns): boolean =>
  preamble.owner === null && columns.at.direction === 0

/** Layouts differ in what they hold, the company name is only a hint (formats.md 7.2). */
function formatOf(preamble: AlipayPreamble, columns: AlipayColumns): StatementFormat {
  if (columns.at.direction === 0) return 'alipay-app-v2'
  return preamble.title?.includes('中国') ? 'alipay-app-v3' : 'alipay-app-v3b'
}

function warningsOf(preamble: AlipayPreamble, fileRows: number, damage: Counts['damage']): FileWarning[] {
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
