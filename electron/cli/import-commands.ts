import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Request } from '#shared/contract/contract.ts'
import { importJsonPieces } from '#shared/contract/json/import-json.ts'
import { isTakeable, MOVES_NOTHING, type TakenAs, takenAs } from '#shared/contract/taken-as.ts'
import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import type { ImportPreview, ImportProblem, ImportResult, ImportRow } from '#shared/contract/views.ts'
import { problemKindSentence } from '#shared/statement-files/row-problem.ts'
import { exportHandlers, previewCsv } from '../handlers/export-handlers.ts'
import { importHandlers } from '../handlers/import-handlers.ts'
import { givePreviewUp, previewRows } from '../handlers/import-previews.ts'
import { detached } from '../store/import/detached.ts'
import { importText } from './import-text.ts'
import { type LedgerSession, ledgerPath, withLedger } from './ledger-session.ts'
import { isHuaqingCsv } from './own-csv.ts'
import { RefusedError, UsageError } from './refused-error.ts'
import type { Terminal } from './terminal.ts'
import { shownRows, spoolRows } from './told-rows.ts'

export type ImportOptions = {
  readonly dryRun?: boolean
  readonly format?: string
  readonly password?: string
  readonly owner?: string
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
  const { password, owner, take } = options
  if (take && (dryRun || isHuaqingCsv(path))) throw new UsageError('--take')
  if (owner !== undefined && (owner.trim() === '' || isHuaqingCsv(path))) throw new UsageError('--owner')
  if (isHuaqingCsv(path)) return importOwn(terminal, path, dryRun)
  const askedFile = {
    fileToken: path,
    ...(password === undefined ? {} : { password }),
    ...(owner === undefined ? {} : { owner: owner.trim() }),
  }
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
  await withToldRows(terminal, session, found, () => Promise.resolve(null))
}

type Committing = { readonly askedFile: AskedFile; readonly taking: readonly Taking[] }

async function commit(terminal: Terminal, session: LedgerSession, { askedFile, taking }: Committing): Promise<void> {
  const found = await session.ask(importHandlers.previewImport, askedFile)
  const { importId } = found
  await withToldRows(terminal, session, found, async () => {
    const take = taking.length === 0 ? [] : takenOf(await rowsToTake(session, importId, taking), taking)
    return session.ask(importHandlers.commitImport, { importId, take })
  })
}

/** The document names every row; people are shown those that ask them something, and those they may want to take. */
async function withToldRows(
  terminal: Terminal,
  { store }: LedgerSession,
  preview: ImportPreview,
  settle: () => Promise<ImportResult | null>,
): Promise<void> {
  const all = previewRows(store, preview.importId)
  const { summary, problems } = preview
  const message = (problem: ImportProblem): string => problemKindSentence(problem.kind, terminal.language)
  if (!terminal.json) {
    const rows = await shownRows(all)
    const result = await settle()
    return terminal.answer(null, () => importText(terminal, { summary, rows, problems, result }, message))
  }
  const spooled = await spoolRows(all)
  try {
    const result = await settle()
    const answer = { summary, problems, batch: result?.batch ?? null, backup: result?.backup?.file ?? null }
    await terminal.answerPieces(importJsonPieces(answer, spooled.pieces(), message))
  } finally {
    spooled.drop()
  }
}

async function rowsToTake(
  { store }: LedgerSession,
  importId: string,
  taking: readonly Taking[],
): Promise<readonly ImportRow[]> {
  const rows: ImportRow[] = []
  for await (const row of previewRows(store, importId)) {
    if (isTakeable(row) && taking.some(({ holds }) => holds(row.line))) rows.push(detached(row))
  }
  return rows
}

/** Read as money spent or paid, but on no account of this ledger. */
const isKept = (row: ImportRow): boolean => isTakeable(row) && !row.review && !MOVES_NOTHING.has(row.kind)

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
