import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Request } from '#shared/contract/contract.ts'
import { importJson } from '#shared/contract/json/import-json.ts'
import { date, yuan } from '#shared/contract/json/leaves.ts'
import {
  isLikelyCredit,
  isTakeable,
  MOVES_NOTHING,
  type TakenAs,
  takenAs,
  unrecordedAsk,
} from '#shared/contract/taken-as.ts'
import { cliText, cliTexts } from '#shared/contract/texts/cli-texts.ts'
import type { ImportProblem, ImportResult, ImportRow, ImportSummary } from '#shared/contract/views.ts'
import { type FileWarning, warningSentence } from '#shared/statement-files/file-warning.ts'
import { problemKindSentence } from '#shared/statement-files/row-problem.ts'
import { exportHandlers, previewCsv } from '../handlers/export-handlers.ts'
import { importHandlers } from '../handlers/import-handlers.ts'
import { givePreviewUp, previewRows } from '../handlers/import-previews.ts'
import { detached } from '../store/import/detached.ts'
import { type LedgerSession, ledgerPath, withLedger } from './ledger-session.ts'
import { isHuaqingCsv } from './own-csv.ts'
import { RefusedError, UsageError } from './refused-error.ts'
import { facts, grouped, table } from './table.ts'
import type { Terminal } from './terminal.ts'
import { reasonOf } from './words.ts'

export type ImportOptions = {
  readonly dryRun?: boolean
  readonly format?: string
  readonly password?: string
  readonly take?: readonly string[]
}

export async function importFile(terminal: Terminal, file: string, options: ImportOptions): Promise<void> {
  if (options.format !== undefined && options.format !== 'auto') throw new UsageError('--format auto')
  const path = resolve(file)
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) throw new RefusedError({ kind: 'file-not-found', values: { path: file } })
  if (stat.isDirectory()) throw new RefusedError({ kind: 'file-is-a-folder', values: { path: file } })
  if (!stat.isFile()) throw new RefusedError({ kind: 'file-not-readable', values: { path: file, reason: 'EISDIR' } })
  const dryRun = options.dryRun === true
  const { password, take } = options
  if (take && (dryRun || isHuaqingCsv(path))) throw new UsageError('--take')
  if (isHuaqingCsv(path)) return importOwn(terminal, path, dryRun)
  const askedFile = { fileToken: path, ...(password === undefined ? {} : { password }) }
  const taking = (take ?? []).map(takeTyped)
  await inLedger(terminal, dryRun, async (session) => {
    try {
      if (dryRun) await showPreview(terminal, session, askedFile)
      else await commit(terminal, session, { askedFile, taking })
    } finally {
      await givePreviewUp(session.store)
    }
  })
}

/** `12,14-20=huabei`, or `refund:12=huabei` where it is not what the row reads like. */
type Taking = {
  readonly as: TakenAs | null
  readonly account: string
  readonly holds: (line: number) => boolean
  /** Lines named one by one: each must be a row that can be taken. */
  readonly named: readonly number[]
}

function takeTyped(typed: string): Taking {
  const [, as = null, lines = '', account = ''] = TAKE.exec(typed) ?? []
  if (account === '') throw new UsageError(`--take [KIND:]LINES=ACCOUNT: ${typed}`)
  const spans = lines.split(',').map((span) => span.split('-').map(Number))
  return {
    as: as as TakenAs | null,
    account,
    holds: (line) => spans.some(([from = 0, to = from]) => from <= line && line <= to),
    named: spans.flatMap((span) => (span.length === 1 ? span : [])),
  }
}

const TAKE = /^(?:(purchase|refund|repayment):)?(\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)=(.+)$/

/** A span takes of its lines those that are read as spending or paying; a line that is named is taken whatever it is. */
function takenOf(rows: readonly ImportRow[], taking: readonly Taking[]): NonNullable<Request<'commitImport'>['take']> {
  const read = new Map(rows.map((row) => [row.line, takenAs(row)]))
  return taking.flatMap(({ as, account, holds, named }) => {
    const lines = new Set(named)
    for (const row of rows) if (holds(row.line) && isKept(row)) lines.add(row.line)
    return [...lines].map((line) => ({ line, as: as ?? read.get(line) ?? 'purchase', account }))
  })
}

/** A preview of a file must not make a ledger: where there is none, an empty one of its own is asked. */
async function inLedger(
  terminal: Terminal,
  dryRun: boolean,
  use: (session: LedgerSession) => Promise<void>,
): Promise<void> {
  if (!dryRun || existsSync(ledgerPath(terminal))) return withLedger(terminal, { access: 'write' }, use)
  const folder = mkdtempSync(join(tmpdir(), 'huaqing-'))
  try {
    await withLedger(terminal, { access: 'write', path: join(folder, 'preview.huaqing') }, use)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }
}

type AskedFile = Request<'previewImport'>

async function showPreview(terminal: Terminal, session: LedgerSession, file: AskedFile): Promise<void> {
  const found = await session.ask(importHandlers.previewImport, file)
  const rows = await rowsToTell(terminal, session, found.importId)
  answerImport(terminal, { ...found, rows, result: null })
}

type Committing = { readonly askedFile: AskedFile; readonly taking: readonly Taking[] }

async function commit(terminal: Terminal, session: LedgerSession, { askedFile, taking }: Committing): Promise<void> {
  const found = await session.ask(importHandlers.previewImport, askedFile)
  const { importId } = found
  const rows = await rowsToTell(terminal, session, importId)
  const take = taking.length === 0 ? [] : takenOf(await rowsWhere(session, importId, isTakeable), taking)
  const result = await session.ask(importHandlers.commitImport, { importId, take })
  answerImport(terminal, { ...found, rows, result })
}

/** The document names every row; people are shown those that ask them something, and those they may want to take. */
const rowsToTell = (terminal: Terminal, session: LedgerSession, importId: string): Promise<ImportRow[]> =>
  rowsWhere(session, importId, (row) => terminal.json || isAsking(row) || isLikelyCredit(row))

/** Rows of a file that is read again; those that are wanted are copied, for a few of them would keep all of its text. */
async function rowsWhere(
  { store }: LedgerSession,
  importId: string,
  wanted: (row: ImportRow) => boolean,
): Promise<ImportRow[]> {
  const rows: ImportRow[] = []
  for await (const row of previewRows(store, importId)) if (wanted(row)) rows.push(detached(row))
  return rows
}

const isAsking = ({ review, fate }: ImportRow): boolean => review && fate !== 'duplicate'

/** Read as money spent or paid, but on no account of this ledger. */
const isKept = (row: ImportRow): boolean => isTakeable(row) && !row.review && !MOVES_NOTHING.has(row.kind)

type Read = {
  readonly summary: ImportSummary
  readonly rows: readonly ImportRow[]
  readonly problems: readonly ImportProblem[]
  readonly result: ImportResult | null
}

function answerImport(terminal: Terminal, read: Read): void {
  const { summary, rows, problems, result } = read
  const message = (problem: ImportProblem): string => problemKindSentence(problem.kind, terminal.language)
  const answer = { summary, rows, problems, batch: result?.batch ?? null, backup: result?.backup?.file ?? null }
  terminal.answer(importJson(answer, message), () => importText(terminal, read, message))
}

function importText(terminal: Terminal, read: Read, message: (problem: ImportProblem) => string): string {
  const { say } = terminal
  const { summary, rows, problems, result } = read
  const values = { file: summary.fileName, format: summary.format, encoding: summary.encoding, rows: summary.fileRows }
  const counts = Object.entries(summary.counts).filter(([, count]) => count > 0)
  const names = counts.map(
    ([name, count]) =>
      [
        say(Object.hasOwn(cliTexts, `count-${name}`) ? cliText(`count-${name}`) : cliText(`kind-${name}`)),
        String(count),
      ] as const,
  )
  const asked = rows.filter(isAsking)
  const kept = rows.filter(isLikelyCredit)
  const parts = [
    say(cliTexts.importRead, values),
    facts(names),
    warningLines(terminal, summary),
    asked.length > 0 ? rowTable(terminal, asked, (row) => askOf(terminal, row)) : '',
    kept.length > 0 ? keptRows(terminal, kept) : '',
    problems.map((problem) => say(cliTexts.problemLine, { line: problem.line, message: message(problem) })).join('\n'),
    say(result === null ? cliTexts.importDry : result.batch === null ? cliTexts.importNothing : cliTexts.importDone),
    result && result.taken > 0 ? say(cliTexts.importTaken, { count: result.taken }) : '',
    result?.backup ? say(cliTexts.importBackup, { file: result.backup.file }) : '',
    result && result.reviews > 0 ? say(cliTexts.importReviews, { count: result.reviews }) : '',
  ]
  return parts.filter((part) => part !== '').join('\n')
}

/** What is odd about the file: it may be cut off, or a spreadsheet was in it. */
const warningLines = ({ language }: Terminal, { warnings }: ImportSummary): string =>
  warnings
    .map(({ code, values }) => `! ${warningSentence({ kind: code, ...values } as FileWarning, language)}`)
    .join('\n')

/** So many are shown; `--json` names all. */
const KEPT_SHOWN = 40

function keptRows(terminal: Terminal, rows: readonly ImportRow[]): string {
  const { say } = terminal
  const more = rows.length - KEPT_SHOWN
  return [
    say(cliTexts.importKept, { count: rows.length }),
    // One sentence for all of them stands above.
    rowTable(terminal, rows.slice(0, KEPT_SHOWN), null),
    more > 0 ? say(cliTexts.importKeptMore, { count: more }) : '',
  ]
    .filter((part) => part !== '')
    .join('\n')
}

function askOf(terminal: Terminal, { reviewReason, recorded, kind }: ImportRow): string {
  const isCharge = kind === 'interest' || kind === 'installment-fee'
  const reason = reviewReason ?? ''
  return reasonOf(terminal, recorded ? reason : unrecordedAsk(reason, isCharge))
}

function rowTable(terminal: Terminal, rows: readonly ImportRow[], whyOf: ((row: ImportRow) => string) | null): string {
  const { say } = terminal
  const columns = [
    { title: say(cliTexts.line), align: 'right' as const },
    { title: say(cliTexts.day) },
    { title: say(cliTexts.kind) },
    { title: say(cliTexts.amount), align: 'right' as const },
    ...(whyOf ? [{ title: say(cliTexts.why) }] : []),
    { title: say(cliTexts.label) },
  ]
  const cells = rows.map((row) => [
    String(row.line),
    date(row.on),
    say(cliText(row.review && !row.recorded && MOVES_NOTHING.has(row.kind) ? 'kind-review' : `kind-${row.kind}`)),
    grouped(yuan(row.amount)),
    ...(whyOf ? [whyOf(row)] : []),
    row.label,
  ])
  return table(columns, cells)
}

/** Without a ledger everything in the file would be new. */
const importOwn = (terminal: Terminal, path: string, dryRun: boolean): Promise<void> =>
  inLedger(terminal, dryRun, async (session) => {
    const handler = dryRun ? previewCsv : exportHandlers.importCsv
    const { added, known, batch } = await session.ask(handler, { fileToken: path })
    const json = { schema: 'huaqing/import@1', format: 'huaqing-csv', added, known, batch }
    terminal.answer(json, () => {
      const counted = terminal.say(dryRun ? cliTexts.ownWouldRead : cliTexts.ownRead, { added, known })
      if (dryRun) return `${counted}\n${terminal.say(cliTexts.importDry)}`
      return batch === null ? `${counted}\n${terminal.say(cliTexts.importNothing)}` : counted
    })
  })
