import type { Request } from '#shared/contract/contract.ts'
import type { BackupView } from '#shared/contract/safety-views.ts'
import type { ImportPreview, ImportResult } from '#shared/contract/views.ts'
import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen, ZERO } from '#shared/kernel/money.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { parseAccountRef } from '#shared/statement-files/account-ref.ts'
import { currentAsOf } from '#shared/statement-files/current-as-of.ts'
import { readAccounts } from '../store/accounts.ts'
import { appendAction } from '../store/actions.ts'
import { countReviews, type ImportSession, mergeImport, tellsNothing } from '../store/import/import-session.ts'
import { type TakenRow, takeRows } from '../store/import/take-rows.ts'
import type { Reader, Writer } from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import { countOnce } from './count-once.ts'
import { askIfByHand } from './double-questions.ts'
import { decideEntry } from './entry-decisions.ts'
import type { Handled, HandlerContext, Handlers, RuleRefusal } from './handler.ts'
import {
  findPreview,
  forgetPreview,
  givePreviewUp,
  isCurrent,
  keepPreview,
  refreshed,
  stage,
} from './import-previews.ts'
import { backUpFirst } from './keep-backup.ts'
import { draftsIn, somePreviewRows } from './preview-again.ts'
import type { StagedImport } from './stage-file.ts'

/**
 * An import in two steps: the preview stages the file, changes nothing that counts and leaves nothing where it is given
 * up; the commit has a verified backup of the ledger before it and lets the rows count in one brief transaction. One
 * import is one action of the history; a file that tells nothing new is none.
 */
export const importHandlers: Handlers<'previewImport' | 'listImportRows' | 'commitImport' | 'discardImport'> = {
  previewImport: async (context, { fileToken, password = null, owner: saidOwner = null }) => {
    await givePreviewUp(context.store)
    const outcome = await stage(context, { path: fileToken, password, saidOwner })
    if (!outcome.ok) return outcome
    const importId = String(outcome.value.staged.session.action)
    await keepPreview(context.store, { importId, ...outcome.value })
    return done(previewOf(importId, outcome.value.staged))
  },

  listImportRows: async ({ store }, { importId, offset, limit }) => {
    const found = findPreview(store, importId)
    return found ? done(await somePreviewRows(found.staged, offset, limit)) : notFound(importId)
  },

  commitImport: async (context, { importId, take = [] }) => {
    const { store, signal } = context
    for (;;) {
      const found = findPreview(store, importId)
      if (!found) return notFound(importId)
      const fresh = await refreshed(context, found)
      if (!fresh.ok) return fresh
      const { staged } = fresh.value
      const currentOn = currentOnOf(staged)
      const isNothing = (reader: Reader) =>
        tellsNothing(reader, staged.session, { currentOn, owner: staged.summary.owner })
      if (take.length === 0 && store.read(isNothing)) {
        await givePreviewUp(store)
        return done({ batch: null, summary: staged.summary, backup: null, reviews: 0, taken: 0, countedOnce: ZERO })
      }
      const taking = await rowsToTake(store, staged, take)
      if (!taking.ok) return taking
      const backup = await backUpFirst(context, 'before-import', fresh.value.copy)
      if (!backup.ok) return backup
      if (signal.aborted) return refused({ kind: 'canceled' })
      // Whoever undid something meanwhile changed what the rows are, whoever gave the preview up took them away; where
      // nobody did, nothing waits from here on.
      if (findPreview(store, importId) === fresh.value && isCurrent(store, fresh.value))
        return merged(context, { staged, backup: backup.value, taking: taking.value, currentOn })
    }
  },

  discardImport: async ({ store }, { importId }) => {
    if (!findPreview(store, importId)) return notFound(importId)
    await givePreviewUp(store)
    return done({ importId })
  },
}

const notFound = (importId: string) => refused({ kind: 'import-not-found', importId })

type Merging = {
  readonly staged: StagedImport
  readonly backup: BackupView
  readonly taking: readonly TakenRow[]
  readonly currentOn: Day | null
}

function merged(context: HandlerContext, { staged, backup, taking, currentOn }: Merging): Handled<ImportResult> {
  const { store, today } = context
  const { session, summary, summedAt, sha256 } = staged
  const outcome = store.change<Fen, RuleRefusal>((writer) => {
    const sumsHold = summedAt === store.revision()
    const merge = () => mergeImport(writer, session, { summary, sha256, sumsHold, currentOn })
    const { once } = countOnce({ ...writer, action: session.action }, today, merge)
    if (taking.length === 0) return done(once)
    const taken = takeAll(context, writer, { session, rows: taking })
    return taken.ok ? done(fen(once + taken.value)) : taken
  })
  if (!outcome.ok) return outcome
  forgetPreview(store)
  const reviews = store.read((reader) => countReviews(reader, session.action))
  const batch = String(session.action)
  return done({ batch, summary, backup, reviews, taken: taking.length, countedOnce: outcome.value })
}

const currentOnOf = ({ preamble, summary }: StagedImport): Day | null =>
  currentAsOf({ ...preamble, ...summary, rejected: summary.counts.rejected })

type Taking = NonNullable<Request<'commitImport'>['take']>

/** The rows that the user takes by hand, with the account each is said to be of. */
async function rowsToTake(
  store: Store,
  staged: StagedImport,
  take: Taking,
): Promise<Outcome<readonly TakenRow[], RuleRefusal>> {
  const found = await draftsIn(
    staged,
    take.map(({ line }) => line),
  )
  if (!found.ok) return found
  const { staging } = staged.session
  const known = new Set([...store.read(readAccounts), ...staging.newAccounts()].map(({ id }) => id))
  const rows: TakenRow[] = []
  for (const { line, as, account } of take) {
    const draft = found.value.get(line)
    // An account that neither the ledger nor the file has yet is made, as for a row that names it.
    const ref = known.has(account) ? null : parseAccountRef(account)
    if (!known.has(account) && ref === null) return refused({ kind: 'account-not-found', values: { id: account } })
    if (draft) rows.push({ draft, as, account: ref === null ? account : staging.accountOf(ref) })
  }
  return done(rows)
}

type TakingAll = { readonly session: ImportSession; readonly rows: readonly TakenRow[] }

/** An action of the user's own, after the import and within its transaction: both are written, or neither. */
function takeAll({ today }: HandlerContext, open: Writer, { session, rows }: TakingAll): Outcome<Fen, RuleRefusal> {
  const writer = { ...open, action: appendAction(open, { code: 'rows-taken', values: { count: rows.length } }) }
  const entries: Entry[] = []
  const decide = (own: Writer, entry: Entry) => {
    entries.push(entry)
    return decideEntry(own, today, entry)
  }
  const { value: taken, once } = countOnce(writer, today, () => takeRows(writer, { session, rows }, decide))
  if (!taken.ok) return taken
  for (const entry of entries) askIfByHand(writer, entry)
  return done(once)
}

const previewOf = (importId: string, { session, summary, problems }: StagedImport): ImportPreview => ({
  importId,
  summary,
  rows: session.staging.rows.first(),
  problems,
})
