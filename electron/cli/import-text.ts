import { date, yuan } from '#shared/contract/json/leaves.ts'
import { MOVES_NOTHING, takenAs, unrecordedAsk } from '#shared/contract/taken-as.ts'
import { cliText, cliTexts } from '#shared/contract/texts/cli-texts.ts'
import type { Text } from '#shared/contract/texts/text.ts'
import type { ImportProblem, ImportResult, ImportRow, ImportSummary } from '#shared/contract/views.ts'
import { type FileWarning, warningSentence } from '#shared/statement-files/file-warning.ts'
import { reasonText } from '#shared/statement-files/reasons.ts'
import { facts, grouped, table } from './table.ts'
import type { Terminal } from './terminal.ts'
import type { ShownRows, SomeRows } from './told-rows.ts'
import { reasonOf } from './words.ts'

/** A file that was read, as people read it in a terminal. */
export type ReadFile = {
  readonly summary: ImportSummary
  readonly rows: ShownRows
  readonly problems: readonly ImportProblem[]
  readonly result: ImportResult | null
}

export function importText(terminal: Terminal, read: ReadFile, message: (problem: ImportProblem) => string): string {
  const { say } = terminal
  const { summary, rows, problems, result } = read
  const values = { file: summary.fileName, format: summary.format, encoding: summary.encoding, rows: summary.fileRows }
  return lines([
    say(cliTexts.importRead, values),
    countLines(terminal, summary),
    warningLines(terminal, summary),
    askedRows(terminal, rows.asked),
    likelyRows(terminal, rows.likely),
    otherRows(terminal, rows.other),
    ...problems.map((problem) => say(cliTexts.problemLine, { line: problem.line, message: message(problem) })),
    say(result === null ? cliTexts.importDry : result.batch === null ? cliTexts.importNothing : cliTexts.importDone),
    result && result.taken > 0 ? say(cliTexts.importTaken, { count: result.taken }) : '',
    result?.backup ? say(cliTexts.importBackup, { file: result.backup.file }) : '',
    result && result.reviews > 0 ? say(cliTexts.importReviews, { count: result.reviews }) : '',
  ])
}

const lines = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n')

function countLines({ say }: Terminal, { counts }: ImportSummary): string {
  const shown = Object.entries(counts).filter(([, count]) => count > 0)
  const nameOf = (name: string): string =>
    say(Object.hasOwn(cliTexts, `count-${name}`) ? cliText(`count-${name}`) : cliText(`kind-${name}`))
  return facts(shown.map(([name, count]) => [nameOf(name), String(count)] as const))
}

/** What is odd about the file: it may be cut off, or a spreadsheet was in it. */
const warningLines = ({ language }: Terminal, { warnings }: ImportSummary): string =>
  warnings
    .map(({ code, values }) => `! ${warningSentence({ kind: code, ...values } as FileWarning, language)}`)
    .join('\n')

function askedRows(terminal: Terminal, { rows, count }: SomeRows): string {
  if (count === 0) return ''
  const asked = rowTable(terminal, rows, (row) => askOf(terminal, row))
  return lines([asked, moreLine(terminal, { rows, count }, cliTexts.importAskedMore)])
}

/** Rows that may well be on credit; one sentence for all of them says why. */
function likelyRows(terminal: Terminal, { rows, count }: SomeRows): string {
  if (count === 0) return ''
  return lines([
    terminal.say(cliTexts.importKept, { count }),
    rowTable(terminal, rows),
    moreLine(terminal, { rows, count }, cliTexts.importKeptMore),
  ])
}

/** Rows of other lenders' credit, each with why, and what to type for those that shall count after all. */
function otherRows(terminal: Terminal, { rows, count }: SomeRows): string {
  if (count === 0) return ''
  const { say, language } = terminal
  const repaid = rows.filter((row) => takenAs(row) === 'repayment').map(({ line }) => line)
  return lines([
    say(cliTexts.importOther, { count }),
    rowTable(terminal, rows, null, ({ why }) => reasonText(why, language)),
    moreLine(terminal, { rows, count }, cliTexts.importKeptMore),
    say(cliTexts.importOtherDebt),
    repaid.length === 0 ? '' : say(cliTexts.importOtherRepaid, { lines: repaid.join(',') }),
    say(cliTexts.importOtherHere),
  ])
}

const moreLine = ({ say }: Terminal, { rows, count }: SomeRows, words: Text): string =>
  count > rows.length ? say(words, { count: count - rows.length }) : ''

function askOf(terminal: Terminal, { reviewReason, recorded, kind }: ImportRow): string {
  const isCharge = kind === 'interest' || kind === 'installment-fee'
  const reason = reviewReason ?? ''
  return reasonOf(terminal, recorded ? reason : unrecordedAsk(reason, isCharge))
}

type Said = ((row: ImportRow) => string) | null

/** What is asked is short and stands before the label; a sentence stands after all that is looked for by eye. */
function rowTable(terminal: Terminal, rows: readonly ImportRow[], askedOf: Said = null, whyOf: Said = null): string {
  const { say } = terminal
  const why = { title: say(cliTexts.why) }
  const columns = [
    { title: say(cliTexts.line), align: 'right' as const },
    { title: say(cliTexts.day) },
    { title: say(cliTexts.kind) },
    { title: say(cliTexts.amount), align: 'right' as const },
    ...(askedOf ? [why] : []),
    { title: say(cliTexts.label) },
    ...(whyOf ? [why] : []),
  ]
  const cells = rows.map((row) => [
    String(row.line),
    date(row.on),
    say(cliText(row.review && !row.recorded && MOVES_NOTHING.has(row.kind) ? 'kind-review' : `kind-${row.kind}`)),
    grouped(yuan(row.amount)),
    ...(askedOf ? [askedOf(row)] : []),
    row.label,
    ...(whyOf ? [whyOf(row)] : []),
  ])
  return table(columns, cells)
}
