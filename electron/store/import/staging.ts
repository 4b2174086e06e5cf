import { type Day, FIRST_DAY } from '#shared/kernel/day.ts'
import type { Account, AccountId } from '#shared/ledger/account.ts'
import type { Entry, EntryId } from '#shared/ledger/entry.ts'
import type { AccountRef } from '#shared/statement-files/account-ref.ts'
import { primaryKey } from '#shared/statement-files/dedupe-key.ts'
import { followsPurchase } from '#shared/statement-files/link-refunds.ts'
import type { RowProblem } from '#shared/statement-files/row-problem.ts'
import type { StatementDraft } from '#shared/statement-files/statement-row.ts'
import { readAccounts } from '../accounts.ts'
import { type Reader, statement, type Writer } from '../queries.ts'
import { createAccountResolver } from './account-resolver.ts'
import { readAnsweredBefore } from './answered-before.ts'
import { detached } from './detached.ts'
import { createEntryIds, type EntryIds, reviewIdOf } from './entry-id.ts'
import { entryOfDraft, factsOfDraft } from './facts-of-draft.ts'
import { readHandEntered } from './hand-entered.ts'
import { countRows, type ImportCounts } from './import-counts.ts'
import { isEntry, knownRows } from './known-rows.ts'
import { createPreviewRows, type PreviewRows } from './preview-rows.ts'
import { isAsked } from './row-questions.ts'
import { stageProblem } from './stage-problem.ts'
import { type FileProgress, placeOf, type StagedFile, type Step, stageOne, stageRow } from './stage-row.ts'
import type { TakenRow } from './take-rows.ts'
import { createTwins } from './twins.ts'
import { createRowWriter } from './write-rows.ts'

/**
 * Rows of a file on their way into the ledger. They are written as they will stay, under an action that does not count
 * yet, so that the merge is one row and giving up leaves nothing.
 */
export type Staging = {
  /** Stages some rows within one small transaction; those that could not be read become questions. */
  readonly add: (writer: Writer, drafts: readonly StatementDraft[], problems?: readonly RowProblem[]) => void
  /** What only the whole file can tell: refunds that end a question, or follow their purchase. Once, after the rows. */
  readonly finish: (writer: Writer) => void
  readonly counts: () => ImportCounts
  /** Accounts that the file shows and the ledger lacks. */
  readonly newAccounts: () => readonly Account[]
  /** Accounts without an owner that become the file's owner's; none where the platform is not that of the accounts. */
  readonly claimedAccounts: () => readonly AccountId[]
  /** Names of those that hold rows of a file that did not say whose it is, and none that this one shows to be its owner's. */
  readonly unsaidClaims: () => readonly string[]
  /** The other ones: entered by hand, they may be of the person who keeps the ledger and not of the one in the file. */
  readonly handClaims: () => readonly Account[]
  /** How many rows stood on somebody else's accounts until this file said whose they are. */
  readonly takenOver: () => number
  /** The account of the file's owner that a row is said to be of; a new one where there is none. */
  readonly accountOf: (ref: AccountRef) => AccountId
  /** Once merged: the id of a row that is no entry; null where it is one. */
  readonly freeId: (writer: Writer, draft: StatementDraft) => EntryId | null
  /** The entry that a row becomes when the user says what it is. */
  readonly entryAs: (row: TakenRow, id: EntryId) => Entry
  readonly rows: PreviewRows
}

/** A row's number in the file, and the id that follows from its key. */
type Place = { readonly index: number; readonly step: Step; readonly id: EntryId; readonly isFollowing?: boolean }

export function createStaging(reader: Reader, file: StagedFile): Staging {
  const preview = createPreviewRows()
  const counter = countRows()
  const accounts = createAccountResolver(readAccounts(reader), file.owner)
  const progress: FileProgress = {
    accounts,
    takenOver: new Set(),
    ids: createEntryIds(file),
    otherIds: idsElsewhere(file, accounts.owners()),
    refunded: new Set(),
    expecting: [],
    handEntered: readHandEntered(reader),
    twins: createTwins(reader, file.owner, accounts),
  }
  const answeredBefore = readAnsweredBefore(reader, progress.accounts)
  const isUnsaid = (account: AccountId): boolean =>
    !progress.twins.areOn(account) && statement(reader.connection, UNSAID).get(account) !== undefined
  const claims = (): readonly AccountId[] => (file.platform === 'alipay' ? progress.accounts.claimed() : [])
  const nameOf = (account: AccountId): string => progress.accounts.find(account).name
  const withoutMethod: { readonly draft: StatementDraft; readonly index: number }[] = []
  let rowsRead = 0
  /** A row whose day cannot be read stands beside rows of its time. */
  let lastDay = file.exportedAt === null ? FIRST_DAY : (Math.floor(file.exportedAt / SECONDS_A_DAY) as Day)

  const stepOf = (writer: Writer, ids: readonly EntryId[]): Step => {
    const rows = createRowWriter(writer, file.action)
    return { reader: writer, file, progress, known: knownRows(writer, file.action, ids), rows }
  }
  const take = (read: StatementDraft, { index, step, id, isFollowing = false }: Place): void => {
    const asked = answeredBefore(read)
    const settled = asked.refundExpected ? withoutQuestion(asked, refundMet(step, id)) : asked
    const staged = stageRow(settled, id, step)
    counter.row(staged)
    preview.add(index, staged, isFollowing || staged.draft !== read)
  }

  return {
    add: (writer, drafts, problems = []) => {
      const ids = drafts.map((draft) => progress.ids.ofKey(draft.key))
      const step = stepOf(writer, [...ids, ...questionsToEnd(drafts, progress.ids)])
      for (const [offset, draft] of drafts.entries()) {
        const index = rowsRead + offset
        if (followsPurchase(draft)) withoutMethod.push(detached({ draft, index }))
        else take(draft, { index, step, id: ids[offset] ?? '' })
      }
      rowsRead += drafts.length
      lastDay = drafts.at(-1)?.on ?? lastDay
      for (const problem of problems) stageProblem(problem, dayNear(drafts, problem.line) ?? lastDay, step)
    },
    finish: (writer) => {
      const step = stepOf(writer, [])
      for (const { draft, index } of withoutMethod.splice(0)) {
        take(followPurchase(draft, step), { index, step, id: progress.ids.ofKey(draft.key), isFollowing: true })
      }
      for (const { id, draft } of progress.expecting.splice(0)) {
        if (settleExpectation(writer, { id, draft, step }) && draft.review?.reason === 'refund-expected') {
          preview.settle(draft.line)
          counter.add('review', -1)
        }
      }
    },
    counts: counter.counts,
    newAccounts: () => progress.accounts.found(),
    claimedAccounts: claims,
    unsaidClaims: () => claims().filter(isUnsaid).map(nameOf),
    handClaims: () =>
      claims()
        .filter((id) => !isUnsaid(id))
        .map(progress.accounts.find),
    takenOver: () => progress.takenOver.size,
    accountOf: progress.accounts.idOf,
    freeId: (writer, draft) => {
      const { id, known } = placeOf(draft, progress.ids.ofKey(draft.key), stepOf(writer, []))
      return known && isEntry(known.kind) ? null : id
    },
    entryAs: ({ draft, as, account }, id) => {
      const entry = entryOfDraft({ ...draft, kind: as, combined: false }, account, { id, ...progress })
      if (entry === null) throw new Error(`a row that is no ${as}`)
      return entry
    },
    rows: preview,
  }
}

/** A refund ends the question of its purchase, where there is one: it is looked for together with the rows. */
const questionsToEnd = (drafts: readonly StatementDraft[], ids: EntryIds): readonly EntryId[] =>
  drafts.flatMap(({ kind, refundOf }) =>
    kind === 'refund' && refundOf !== null ? [reviewIdOf(ids.ofOrder(refundOf))] : [],
  )

/** `exportedAt` counts seconds from the first day. */
const SECONDS_A_DAY = 86_400

const dayNear = (drafts: readonly StatementDraft[], line: number): Day | undefined =>
  (drafts.findLast((draft) => draft.line < line) ?? drafts[0])?.on

/** A refund that does not say where it went follows its purchase's credit account, and asks (formats.md 2.6). */
function followPurchase(draft: StatementDraft, { known, progress }: Step): StatementDraft {
  const row = known.newest(progress.ids.ofOrder(draft.refundOf ?? ''))
  if (row?.kind !== 'purchase') return draft
  const purchase = known.entryAt(row.seq)
  const ref = purchase.kind === 'purchase' ? progress.accounts.refOf(purchase.account) : null
  if (ref === null) return draft
  return {
    ...draft,
    kind: 'refund',
    account: ref,
    why: 'refund-by-purchase',
    review: { reason: 'refund-method-missing' },
  }
}

/** Refunds of a purchase met so far: in this file, from the newest row back, or in the ledger. */
function refundMet({ progress, known }: Step, id: EntryId): 'file' | 'ledger' | null {
  if (progress.refunded.has(id)) return 'file'
  return known.isRefunded(id) ? 'ledger' : null
}

/** A refund in the same file comes and goes with it; one from elsewhere may go, so the purchase keeps its mark. */
function withoutQuestion(draft: StatementDraft, refund: 'file' | 'ledger' | null): StatementDraft {
  if (refund === null) return draft
  const review = draft.review?.reason === 'refund-expected' ? null : draft.review
  return { ...draft, review, refundExpected: refund === 'ledger' }
}

function idsElsewhere(file: StagedFile, known: readonly string[]): FileProgress['otherIds'] {
  const start = primaryKey(file, '').length
  const owners = file.owner === '' ? known : ['']
  const others = owners.map((owner) => createEntryIds({ platform: file.platform, owner }))
  return (key) => others.map((ids) => ids.ofOrder(key.slice(start)))
}

const UNSAID = `
SELECT 1 FROM counting_entry e JOIN statement_file f ON f.id = e.file WHERE e.account = ? AND f.owner = '' LIMIT 1`

type Expectation = { readonly id: string; readonly draft: StatementDraft; readonly step: Step }

/** True when the refund came later in the file; else the question is put, where there is one. */
function settleExpectation(writer: Writer, { id, draft, step }: Expectation): boolean {
  if (step.progress.refunded.has(id)) {
    statement(writer.connection, SETTLE).run({ id, action: step.file.action })
    return true
  }
  const { beside } = factsOfDraft(draft, { id, ...step.progress })
  for (const entry of beside) if (entry.kind === 'review') stageOne(entry, draft, step)
  return !isAsked(id, step)
}

/** Staged rows are no facts yet, so this changes nothing that was said. */
const SETTLE = 'UPDATE entry SET refund_expected = 0 WHERE id = @id AND appended_by = @action'
