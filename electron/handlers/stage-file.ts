import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Progress } from '#shared/contract/reply.ts'
import type { ImportProblem, ImportSummary, NewAccount } from '#shared/contract/views.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { Account } from '#shared/ledger/account.ts'
import type { FileRefusal } from '#shared/statement-files/file-refusal.ts'
import type { FileWarning } from '#shared/statement-files/file-warning.ts'
import type { RowProblem } from '#shared/statement-files/row-problem.ts'
import { knownOwner } from '#shared/statement-files/same-owner.ts'
import type { StatementPreamble } from '#shared/statement-files/statement-preamble.ts'
import type { StatementDraft } from '#shared/statement-files/statement-row.ts'
import { type OpenedStatement, openStatement } from '../files/open-statement.ts'
import { readStatementBytes, type StatementEnd } from '../files/statement-file.ts'
import { detached } from '../store/import/detached.ts'
import { discardStaged } from '../store/import/discard.ts'
import { beginImport, type ImportSession, readOwners } from '../store/import/import-session.ts'
import type { Store } from '../store/store.ts'
import { sumStaged } from '../store/sums/action-sums.ts'
import { madeAt, readStatementHead } from './statement-head.ts'

/** A file read and staged; nothing of it counts yet. */
export type StagedImport = {
  readonly path: string
  /** Of the zip archive it came in; kept in memory as long as the preview. */
  readonly password: string | null
  /** Whose it is by the user's word, where the file does not say it. */
  readonly saidOwner: string | null
  readonly source: OpenedStatement
  readonly session: ImportSession
  readonly summary: ImportSummary
  /** The revision at which its daily sums were made. */
  readonly summedAt: number
  readonly sha256: string
  readonly preamble: StatementPreamble
  readonly problems: readonly ImportProblem[]
}

export type StageOptions = {
  readonly path: string
  readonly password: string | null
  readonly saidOwner: string | null
  readonly keepUnrelatedText: boolean
  readonly signal: AbortSignal
  readonly onProgress: (progress: Progress) => void
  /** What is to be done once the file is open, and before anything of it is staged. */
  readonly begin?: () => Promise<void>
}

type StageRefusal = FileRefusal | { readonly kind: 'canceled' }

/** Enough that a transaction is worth its end, few enough that another write waits about a tenth of a second. */
const ROWS_AT_ONCE = 4000

/** Problems beyond these are counted, not listed. */
const PROBLEMS_LISTED = 10_000

/** Reads a file piece by piece, each staged in a small transaction of its own; between two, others have their turn. */
export async function stageFile(store: Store, options: StageOptions): Promise<Outcome<StagedImport, StageRefusal>> {
  const { path, password, saidOwner, signal } = options
  const opened = await openStatement(path, password)
  if (!opened.ok) return opened
  const source = opened.value
  const head = await readStatementHead(source)
  const owners = store.read((reader) => readOwners(reader, head.platform))
  const printed = knownOwner(head.preamble.owner ?? '', owners)
  const owner = knownOwner(saidOwner ?? '', printed === '' ? owners : [printed]) || printed
  if (printed !== '' && owner !== printed) return refused({ kind: 'owner-in-file', owner: printed })
  await options.begin?.()
  const session = beginImport(store, {
    name: basename(path),
    owner,
    platform: head.platform,
    exportedAt: madeAt(head.preamble),
    keepUnrelatedText: options.keepUnrelatedText,
  })
  const problems: RowProblem[] = []
  let rejected = 0
  const hash = createHash('sha256')
  let waiting: StatementDraft[] = []
  let unread: RowProblem[] = []
  const stageWaiting = (): void => {
    store.prepare((writer) => session.staging.add(writer, waiting, unread))
    waiting = []
    unread = []
  }
  const report = throttled(options.onProgress)
  const rows = readStatementBytes(hashed(source.bytes(), hash), { owner, container: source.container })
  for (;;) {
    const { done: isEnd, value } = await rows.next()
    if (signal.aborted || (isEnd && !value.ok)) {
      await rows.return(refused({ kind: 'file-empty' }))
      await discardStaged(store, session)
      return isEnd && !value.ok ? value : refused({ kind: 'canceled' })
    }
    if (isEnd) {
      if (!value.ok) throw new Error('a refused file was not given up')
      stageWaiting()
      store.prepare((writer) => session.staging.finish(writer))
      const summedAt = await sumStaged(store, session)
      const encoding = source.encoding ?? value.value.encoding
      const summary = summaryOf(value.value, { session, fileName: basename(path), rejected, encoding, owners })
      const { preamble } = value.value
      const sha256 = hash.digest('hex')
      const listed = problems.map(problemOf)
      return done({ path, password, saidOwner, source, session, summary, summedAt, sha256, preamble, problems: listed })
    }
    waiting.push(...value.drafts)
    unread.push(...value.problems)
    if (waiting.length + unread.length >= ROWS_AT_ONCE) stageWaiting()
    rejected += value.problems.length
    if (problems.length < PROBLEMS_LISTED) problems.push(...detached(value.problems))
    report({ done: value.bytesRead, total: source.size, stage: 'reading' })
  }
}

/** The bytes as they come, each hashed; the next piece is fetched while this one is worked on. */
export async function* hashed(source: AsyncGenerator<Uint8Array>, hash: ReturnType<typeof createHash>) {
  let next = source.next()
  try {
    for (;;) {
      const { done: isEnd, value } = await next
      if (isEnd) return
      next = source.next()
      hash.update(value)
      yield value
    }
  } finally {
    await source.return(undefined)
  }
}

/** Ten times a second is smooth enough. */
function throttled(report: (progress: Progress) => void): (progress: Progress) => void {
  let next = 0
  return (progress) => {
    const now = performance.now()
    if (now < next) return
    next = now + 100
    report(progress)
  }
}

const problemOf = ({ line, kind, text }: RowProblem): ImportProblem => ({ line, kind, text })

const warningOf = ({ kind, ...values }: FileWarning): ImportSummary['warnings'][number] => ({
  code: kind,
  values: { ...values },
})

type SummaryParts = {
  readonly session: ImportSession
  readonly fileName: string
  readonly rejected: number
  readonly encoding: string
  /** Whose accounts of the file's platform were here before it. */
  readonly owners: readonly string[]
}

function summaryOf(end: StatementEnd, { session, fileName, rejected, encoding, owners }: SummaryParts): ImportSummary {
  const { preamble } = end
  const counts = { ...session.staging.counts(), rejected }
  const moved = session.staging.takenOver()
  const warnings: readonly FileWarning[] = [
    ...end.warnings,
    ...ownerNotSaid(end, owners, counts.added),
    ...(moved > 0 ? [{ kind: 'owner-known-now', owner: end.owner, rows: moved } as const] : []),
    ...session.staging.unsaidClaims().map((name) => ({ kind: 'owner-claims', owner: end.owner, name }) as const),
  ]
  return {
    format: end.format,
    encoding,
    fileName,
    owner: end.owner,
    fileRows: end.fileRows,
    announcedRows: preamble.announcedRows,
    from: preamble.from,
    to: preamble.to,
    exportedOn: preamble.exportedOn,
    counts,
    newAccounts: session.staging.newAccounts().map(named),
    claims: end.owner === '' ? [] : session.staging.handClaims().map(named),
    warnings: warnings.map(warningOf),
  }
}

const named = ({ id, kind, name, lender, owner }: Account): NewAccount => ({ id, kind, name, lender, owner })

/** Of one owner the rows can only be taken to be; of several they are on an account of their own, which is told as new. */
function ownerNotSaid({ owner }: StatementEnd, owners: readonly string[], added: number): readonly FileWarning[] {
  const [only, ...others] = owners
  const isTaken = owner === '' && added > 0 && only !== undefined && others.length === 0
  return isTaken ? [{ kind: 'owner-not-said', owner: only }] : []
}
