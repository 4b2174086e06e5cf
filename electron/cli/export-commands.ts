import { once } from 'node:events'
import { dirname, extname, resolve } from 'node:path'
import { ACCOUNT_FORMATS, EXPORT_FORMATS, exportFields } from '#shared/contract/export-fields.ts'
import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { inChunks, writeWhole } from '../files/write-whole.ts'
import { fileWord, makeExport } from '../handlers/make-export.ts'
import { readAccounts } from '../store/accounts.ts'
import { backupFolder } from '../store/backup-files.ts'
import { askNewPassphrase } from './ask-passphrase.ts'
import { type LedgerSession, withLedger } from './ledger-session.ts'
import { RefusedError, UsageError } from './refused-error.ts'
import { requestOf } from './request.ts'
import type { Terminal } from './terminal.ts'

export type ExportOptions = {
  readonly format?: string
  readonly out?: string
  readonly account?: string
  readonly bom?: boolean
  /** True unless `--no-amounts` was given. */
  readonly amounts?: boolean
  readonly encrypt?: boolean
  readonly owner?: string
  readonly redact?: boolean
  readonly hide?: readonly string[]
  readonly keep?: readonly string[]
  readonly force?: boolean
}

/** Where `--out -` writes: the file itself is the answer, and nothing else may stand there. */
const STANDARD_OUTPUT = '-'

/** Written for its owner alone; an existing file is kept unless `--force` says otherwise. */
export const exportLedger = (terminal: Terminal, options: ExportOptions): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    const { format, out } = options
    if (out === undefined) throw new UsageError('--out PATH')
    if (!EXPORT_FORMATS.some((known) => known === format)) throw new UsageError(`--format ${EXPORT_FORMATS.join('|')}`)
    if (out === STANDARD_OUTPUT && terminal.json) throw new UsageError('--out - / --json')
    const passphrase = options.encrypt ? await askNewPassphrase(terminal) : null
    if (out === STANDARD_OUTPUT) {
      await toStandardOutput(await piecesOf(session, terminal, { ...options, passphrase }))
      return tellLeftOut(terminal, format)
    }
    const files: { file: string; bytes: number }[] = []
    for (const { path, account } of targetsOf(session, options, resolve(out))) {
      if (isOfLedger(session, path)) throw new RefusedError({ kind: 'export-is-the-ledger', values: { path } })
      const pieces = await piecesOf(session, terminal, { ...options, passphrase, ...(account && { account }) })
      const written = writeWhole(path, pieces, { replace: options.force ?? false })
      if (!written.ok) throw new RefusedError(written.refusal)
      files.push({ file: path, bytes: written.value })
    }
    terminal.answer({ schema: 'huaqing/export@1', format, files }, () =>
      files.map(({ file }) => terminal.say(cliTexts.written, { file })).join('\n'),
    )
    tellLeftOut(terminal, format)
  })

/** What still runs is in no list of an account: there it would stand twice tomorrow. */
function tellLeftOut(terminal: Terminal, format = ''): void {
  if (ACCOUNT_FORMATS.has(format)) terminal.tell(terminal.say(cliTexts.runningLeftOut))
}

/** The ledger, what SQLite keeps beside it and its backups are never written over, not even where that was asked for. */
function isOfLedger({ store }: LedgerSession, path: string): boolean {
  const ledger = resolve(store.path)
  const files = ['', '-wal', '-shm', '-journal'].map((ending) => `${ledger}${ending}`)
  return files.includes(path) || dirname(path) === backupFolder(ledger)
}

type Target = { readonly path: string; readonly account: string | null }

/** Forms that hold one account become a file for each, unless one was named. */
function targetsOf({ store }: LedgerSession, { format = '', account }: ExportOptions, path: string): readonly Target[] {
  const accounts = account === undefined && ACCOUNT_FORMATS.has(format) ? store.read(readAccounts) : []
  if (accounts.length < 2) return [{ path, account: null }]
  const extension = extname(path)
  const stem = path.slice(0, path.length - extension.length)
  return accounts.map(({ id }) => ({ path: `${stem}-${fileWord(id)}${extension}`, account: id }))
}

type Wanted = ExportOptions & { readonly passphrase: string | null }

async function piecesOf(session: LedgerSession, { language }: Terminal, wanted: Wanted): Promise<Iterable<string>> {
  const { format, account, bom, owner, redact, hide, keep, amounts, passphrase } = wanted
  const request = requestOf(exportFields, {
    format,
    account,
    bom,
    owner,
    redact,
    hide,
    keep,
    language,
    ...(amounts === false && { amounts }),
  })
  const { pieces } = await session.ask(makeExport, request)
  if (passphrase === null) return pieces
  const { lockPieces } = await import('../handlers/lock-export.ts')
  return [await lockPieces(pieces, passphrase)]
}

async function toStandardOutput(pieces: Iterable<string>): Promise<void> {
  for (const chunk of inChunks(pieces)) if (!process.stdout.write(chunk)) await once(process.stdout, 'drain')
}
