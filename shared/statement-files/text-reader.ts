import { done, refused } from '#shared/kernel/outcome.ts'
import type { DraftCounts, DraftMaker } from './drafts.ts'
import type { FileRefusal } from './file-refusal.ts'
import type { FileWarning } from './file-warning.ts'
import type { FoundLayout } from './layouts.ts'
import type { RowProblem } from './row-problem.ts'
import { createRowSplitter, type SplitRow, type TakeRow } from './split-rows.ts'
import type { StatementPreamble } from './statement-preamble.ts'
import {
  type Container,
  NO_ROWS,
  type ReadEnd,
  type ReadRows,
  type StatementReader,
  type StatementSummary,
} from './statement-reader.ts'
import type { StatementDraft } from './statement-row.ts'
import { createSurroundings } from './surroundings.ts'

/**
 * Reads a statement of any known kind (formats.md 7). The header is found by its cell names; the company name and the
 * line number say nothing. Where the owner is named only after the rows, as in the app's 2021 layout, the rows wait for
 * the end (one such file covers at most a year).
 */
export type ReaderOptions = {
  /** Overrides the owner that the file names. */
  readonly owner?: string
  readonly container?: Container
}

export function createStatementReader({ owner, container = 'text' }: ReaderOptions = {}): StatementReader {
  const surroundings = createSurroundings()
  const splitter = createRowSplitter({
    startsRecord: (line) => surroundings.found()?.layout.startsRecord.test(line) === true,
  })
  const held: SplitRow[] = []
  let maker: DraftMaker | null = null

  const ownerName = (): string => owner ?? surroundings.preamble().owner ?? ''
  const makerFor = ({ layout, columns }: FoundLayout): DraftMaker => layout.drafts({ columns, owner: ownerName() })

  const takeInto = (drafts: StatementDraft[], problems: RowProblem[]): TakeRow => {
    let found = surroundings.found()
    return (row) => {
      const isRow = surroundings.isRow(row)
      if (isRow && maker) maker.take(row, drafts, problems)
      else if (isRow) held.push(row)
      if (found) return
      found = surroundings.found()
      if (!found) return
      splitter.expect(found.columns.width, found.separator)
      if (!isNamedAfterRows(surroundings.preamble(), found)) maker = makerFor(found)
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
    const found = surroundings.found()
    const refusal = surroundings.refusal(true)
    if (refusal || !found) return { rows: NO_ROWS, outcome: refused(refusal ?? { kind: 'file-empty' }) }
    const finisher = maker ?? makerFor(found)
    for (const row of held.splice(0)) finisher.take(row, drafts, problems)
    finisher.finish(drafts)
    const unreadable = allUnreadable(finisher.counts())
    if (unreadable) return { rows: NO_ROWS, outcome: refused(unreadable) }
    const about = { preamble: surroundings.preamble(), found, container }
    const summary = { owner: ownerName(), ...summaryOf(about, finisher.counts()) }
    return { rows: { drafts, problems }, outcome: done(summary) }
  }

  return { push, finish, refusal: () => surroundings.refusal() }
}

/** Of one row nothing can be said in general; several that all break the same rule are one fault of the file. */
function allUnreadable({ fileRows, fitted, flaws }: DraftCounts): FileRefusal | null {
  const [flaw] = flaws
  if (fileRows < 2 || fitted.size > 0 || flaws.size !== 1 || flaw === undefined) return null
  return { kind: `rows-all-${flaw}`, rows: fileRows }
}

const isNamedAfterRows = (preamble: StatementPreamble, { layout, columns }: FoundLayout): boolean =>
  preamble.owner === null && layout.isNamedAfterRows(columns)

type About = {
  readonly preamble: StatementPreamble
  readonly found: FoundLayout
  readonly container: Container
}

const summaryOf = (
  { preamble, found: { layout, columns }, container }: About,
  counts: DraftCounts,
): Omit<StatementSummary, 'owner'> => ({
  format: layout.format(preamble, columns, container),
  platform: layout.platform,
  preamble,
  fileRows: counts.fileRows,
  warnings: [
    ...warningsOf(preamble, counts),
    ...(layout.isOriginalForm ? formWarnings(counts) : []),
    ...layout.warnings(counts),
  ],
})

function warningsOf(preamble: StatementPreamble, { fileRows, damage }: DraftCounts): FileWarning[] {
  const warnings: FileWarning[] = []
  const announced = preamble.announcedRows
  if (announced !== null && announced !== fileRows)
    warnings.push({ kind: 'row-count-differs', announced, read: fileRows })
  if (damage.orderNo > 0) warnings.push({ kind: 'order-numbers-damaged', rows: damage.orderNo })
  if (preamble.onlyTypes !== null) warnings.push({ kind: 'only-some-types', types: preamble.onlyTypes })
  return warnings
}

function formWarnings({ damage }: DraftCounts): FileWarning[] {
  const warnings: FileWarning[] = []
  if (damage.time > 0) warnings.push({ kind: 'times-reformatted', rows: damage.time })
  if (damage.amount > 0) warnings.push({ kind: 'amounts-reformatted', rows: damage.amount })
  return warnings
}
