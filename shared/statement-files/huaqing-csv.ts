import type { Day } from '#shared/kernel/day.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { Account } from '#shared/ledger/account.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import type { Confirmation } from '#shared/ledger/ledger.ts'
import { csvLine } from './csv-cell.ts'
import { dayField, entriesOf, type Fields, fromCell, toCell } from './field-codecs.ts'
import type { FileRefusal } from './file-refusal.ts'
import { ACCOUNT_FIELDS, CONFIRMATION_FIELDS, ENTRY_FIELDS } from './huaqing-csv-fields.ts'
import { recognizeForeign } from './recognize-foreign.ts'
import type { Separator } from './split-cells.ts'
import { createRowSplitter, type SplitRow } from './split-rows.ts'

/**
 * HuaQing's own CSV: a header and one row per fact, which gives every fact back exactly (product.md C). The first
 * column says what a row is; the others are named, and a row fills those that its fact has.
 */
export type LedgerFacts = {
  readonly accounts: readonly Account[]
  readonly entries: readonly Entry[]
  readonly confirmations: readonly Confirmation[]
  readonly recordsCurrentOn: Day | null
}

export const HUAQING_CSV_MARK = 'huaqing-ledger@1'

type RecordsCurrent = { readonly on: Day }
const RECORDS_CURRENT_FIELDS: Fields<RecordsCurrent> = { on: dayField }

/** Fields by the word in the first column. Entries are called as their kind. */
const FACTS = {
  account: ACCOUNT_FIELDS,
  ...ENTRY_FIELDS,
  confirmation: CONFIRMATION_FIELDS,
  'records-current': RECORDS_CURRENT_FIELDS,
} as const satisfies Record<string, object>

const COLUMNS: readonly string[] = [...new Set(Object.values(FACTS).flatMap((fields) => Object.keys(fields)))]

/** Where each column stands, the first one being the word. */
const PLACES: ReadonlyMap<string, number> = new Map(COLUMNS.map((column, index) => [column, index + 1]))

export type HuaqingCsvOptions = {
  /** A byte order mark in front, so that Excel reads Chinese text. */
  readonly bom: boolean
}

/** The file, a line at a time. Order in, order out. */
export function* huaqingCsvLines(facts: LedgerFacts, { bom }: HuaqingCsvOptions): Generator<string> {
  yield (bom ? '\ufeff' : '') + csvLine([HUAQING_CSV_MARK, ...COLUMNS])
  for (const account of facts.accounts) yield factLine('account', ACCOUNT_FIELDS, account)
  for (const entry of facts.entries) yield factLine(entry.kind, ENTRY_FIELDS[entry.kind] as Fields<Entry>, entry)
  for (const confirmation of facts.confirmations) yield factLine('confirmation', CONFIRMATION_FIELDS, confirmation)
  if (facts.recordsCurrentOn !== null)
    yield factLine('records-current', RECORDS_CURRENT_FIELDS, { on: facts.recordsCurrentOn })
}

function factLine<T extends object>(word: string, fields: Fields<T>, fact: T): string {
  const cells = new Array<string>(COLUMNS.length + 1).fill('')
  cells[0] = word
  for (const [name, codec] of entriesOf(fields)) cells[PLACES.get(name as string) ?? 0] = toCell(codec, fact[name])
  return csvLine(cells)
}

/** A row that could not be read back; the other rows are not touched by it. */
export type FactProblem = { readonly line: number; readonly text: string } & (
  | { readonly kind: 'unknown-fact'; readonly word: string }
  | { readonly kind: 'field-not-readable'; readonly field: string; readonly value: string }
  | { readonly kind: 'column-missing'; readonly field: string }
)

export type ReadFacts = LedgerFacts & { readonly problems: readonly FactProblem[] }

/**
 * Reads what `huaqingCsvLines` wrote, columns in any order. Refuses a file that is something else. Whether ids are
 * unique and references lead somewhere is for the ledger to decide.
 */
export function readHuaqingCsv(text: string): Outcome<ReadFacts, FileRefusal> {
  const rows = splitAll(text.startsWith('\ufeff') ? text.slice(1) : text)
  const [header, ...others] = rows
  if (header?.cells[0] !== HUAQING_CSV_MARK) return refused(recognizeForeign(rows.slice(0, 200).map((row) => row.raw)))
  const accounts: Account[] = []
  const entries: Entry[] = []
  const confirmations: Confirmation[] = []
  const problems: FactProblem[] = []
  let recordsCurrentOn: Day | null = null
  for (const row of others) {
    if (row.cells.every((cell) => cell === '')) continue
    const read = readFact(row, header.cells)
    if (!read.ok) problems.push({ line: row.line, text: row.raw, ...read.refusal })
    else if (read.value.word === 'account') accounts.push(read.value.fact as Account)
    else if (read.value.word === 'confirmation') confirmations.push(read.value.fact as Confirmation)
    else if (read.value.word === 'records-current') recordsCurrentOn = (read.value.fact as RecordsCurrent).on
    else entries.push({ kind: read.value.word, ...read.value.fact } as Entry)
  }
  return done({ accounts, entries, confirmations, recordsCurrentOn, problems })
}

type Flaw = FactProblem extends infer P ? (P extends FactProblem ? Omit<P, 'line' | 'text'> : never) : never
type ReadFact = { readonly word: keyof typeof FACTS; readonly fact: object }

function readFact(row: SplitRow, header: readonly string[]): Outcome<ReadFact, Flaw> {
  const word = row.cells[0] ?? ''
  if (!isFactWord(word)) return refused({ kind: 'unknown-fact', word })
  const fact: Record<string, unknown> = {}
  for (const [field, codec] of entriesOf<object>(FACTS[word] as Fields<object>)) {
    const index = header.indexOf(field, 1)
    const cell = row.cells[index]
    if (index < 0 || cell === undefined) return refused({ kind: 'column-missing', field })
    const read = fromCell(codec, cell)
    if (!read.ok) return refused({ kind: 'field-not-readable', field, value: cell })
    fact[field] = read.value
  }
  return done({ word, fact })
}

const isFactWord = (word: string): word is keyof typeof FACTS => Object.hasOwn(FACTS, word)

/** Notes may hold line ends, but not whole files: a broken quote must not swallow the rest. */
const LINES_IN_A_CELL = 1000

/** What follows the mark in the first line. */
const BETWEEN = new RegExp(`^"?${HUAQING_CSV_MARK}"?([\\t;])`)

function splitAll(text: string): SplitRow[] {
  const rows: SplitRow[] = []
  const splitter = createRowSplitter({ maxLines: LINES_IN_A_CELL })
  // A spreadsheet may have put something else between the cells; whatever it changed in them is told, row by row.
  const between = BETWEEN.exec(text)?.[1]
  if (between !== undefined) splitter.expect(COLUMNS.length + 1, between as Separator)
  const take = (row: SplitRow): void => void rows.push(row)
  splitter.push(text, take)
  splitter.finish(take)
  return rows
}
