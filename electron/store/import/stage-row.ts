import type { ImportFate } from '#shared/contract/views.ts'
import { unreachable } from '#shared/kernel/outcome.ts'
import type { Entry, EntryId } from '#shared/ledger/entry.ts'
import type { RowKind, StatementDraft } from '#shared/statement-files/statement-row.ts'
import type { Reader } from '../queries.ts'
import type { AccountResolver } from './account-resolver.ts'
import { detached } from './detached.ts'
import { type EntryIds, numberedId, planIdOf, reviewIdOf } from './entry-id.ts'
import { becomesEntry, factsOfDraft } from './facts-of-draft.ts'
import type { HandEntered } from './hand-entered.ts'
import { type FileAge, isReceipt, judgeRow } from './judge-row.ts'
import { isEntry, type KnownRow, type KnownRows } from './known-rows.ts'
import { mergeEdit } from './merge-edit.ts'
import { numberedTwin } from './numbered-twin.ts'
import { learned, originOf } from './row-origin.ts'
import { isAsked, questionOf, withDoubt } from './row-questions.ts'
import { takenOver } from './take-over.ts'
import type { Twin, Twins } from './twins.ts'
import type { RowWriter } from './write-rows.ts'

/** The file whose rows are staged, as its preamble tells before its rows are read. */
export type StagedFile = {
  /** The action under which the rows are staged. */
  readonly action: number
  readonly file: number
  readonly platform: string
  readonly owner: string
  /** When the file was made, in seconds of China time since 1970; null where it does not say. */
  readonly exportedAt: number | null
  readonly keepUnrelatedText: boolean
}

/** What is remembered from row to row. Files run from the newest row back, so a refund usually comes before its purchase. */
export type FileProgress = {
  readonly accounts: AccountResolver
  readonly ids: EntryIds
  /** The ids that a key gives in files of nobody; in such a file, of everybody. */
  readonly otherIds: (key: string) => readonly EntryId[]
  readonly refunded: Set<EntryId>
  readonly handEntered: HandEntered
  readonly twins: Twins
  /** Rows that stood on somebody else's account until a file said whose they are. */
  readonly takenOver: Set<EntryId>
  /** Purchases that were paid and closed, whose refund has not come yet. */
  readonly expecting: { readonly id: EntryId; readonly draft: StatementDraft }[]
}

export type Step = {
  readonly reader: Reader
  readonly file: StagedFile
  readonly progress: FileProgress
  readonly known: KnownRows
  readonly rows: RowWriter
}

/** What a row is to the ledger, and the row with what the ledger knows better about it. */
export type StagedRow = {
  readonly fate: ImportFate
  /** Whether it becomes an entry, or is one already; of any other row only key, day and reason are kept. */
  readonly recorded: boolean
  readonly draft: StatementDraft
}

/** Writes what a row is to the ledger, and says it. `firstId` is the id that follows from its key. */
export function stageRow(read: StatementDraft, firstId: EntryId, step: Step): StagedRow {
  const place = placeOf(read, firstId, step)
  const draft = withDoubt(withOrderNo(read, place, step), place, step)
  const { fate, recorded } = stagePlaced(draft, place, step)
  const isKnownOtherwise = fate === 'duplicate' && recorded && !becomesEntry(draft)
  const told = isKnownOtherwise ? asKnown(draft, place, step) : draft
  return { fate, recorded, draft: wasAnswered(told, { ...place, fate }, step) ? { ...told, review: null } : told }
}

/** A newer version of a row whose question was answered asks nothing. Whether a refund is still to come, the file's end tells. */
function wasAnswered({ review }: StatementDraft, { id, fate }: Place, step: Step): boolean {
  if (fate !== 'updated' || review === null || review.reason === 'refund-expected') return false
  return !isAsked(id, step)
}

/** What a spreadsheet took from a row does not take it from what is known. */
function withOrderNo(draft: StatementDraft, { known, fate }: Place, step: Step): StatementDraft {
  if (fate !== 'updated' || draft.orderNo !== null || !known || !isEntry(known.kind)) return draft
  return { ...draft, orderNo: step.known.entryAt(known.seq).orderNo }
}

/** A row that says too little to be an entry, and is one: another file, or the user, said more. */
function asKnown(draft: StatementDraft, { known }: Place, step: Step): StatementDraft {
  const entry = known ? step.known.entryAt(known.seq) : null
  const kind = entry === null ? null : kindOf(entry)
  if (entry === null || kind === null) return draft
  const account = 'account' in entry ? step.progress.accounts.refOf(entry.account) : null
  return { ...draft, kind, account, review: null }
}

function kindOf({ kind }: Entry): RowKind | null {
  switch (kind) {
    case 'purchase':
    case 'refund':
    case 'repayment':
      return kind
    case 'loan':
      return 'disbursement'
    case 'bill':
    case 'installments':
    case 'deferral':
    case 'quota':
    case 'review':
      return null
    default:
      return unreachable(kind)
  }
}

function stagePlaced(draft: StatementDraft, place: Place, step: Step): Omit<StagedRow, 'draft'> {
  const { id, known, fate, from } = place
  const refundOf = draft.kind === 'refund' ? refundedBy(draft, step) : null
  if (refundOf !== null) step.progress.refunded.add(detached(refundOf))
  if (fate === 'duplicate') return { fate, recorded: known !== undefined && isEntry(known.kind) }
  if (known && isEntry(known.kind) && isEdited(known, step)) {
    return { fate: stageOverEdit(draft, known, step), recorded: true }
  }
  const read = factsOfDraft(draft, { id, ...step.progress })
  const { own, beside } = from === undefined ? read : takenOver(from, read, { draft, step })
  const origin = originOf(draft, step, known?.seq ?? null)
  if (own?.kind === 'purchase' && own.refundExpected) step.progress.expecting.push(detached({ id, draft }))
  const kind = own?.kind ?? 'kept'
  const seq = own ? step.rows.entry(own, origin) : step.rows.bare({ kind: 'kept', id, day: draft.on }, origin)
  const { why, raw, file } = origin
  step.known.learn({ ...{ seq, id, kind, raw, why, file }, ...learned(draft, step) })
  if (known || beside.length > 0) stageBeside(id, draft, { step, entries: beside })
  if (refundOf !== null) endQuestion(refundOf, draft, step)
  return { fate, recorded: own !== null }
}

export type Place = {
  readonly id: EntryId
  readonly known: KnownRow | undefined
  readonly fate: ImportFate
  /** The entry as which it stands on somebody else's account, put there by a file that did not say whose it is. */
  readonly from?: EntryId
}

/** The id under which a row is known or will be: a number that another transaction has is counted on. */
export function placeOf(draft: StatementDraft, first: EntryId, step: Step): Place {
  const { known, progress } = step
  for (let number = 1; ; number += 1) {
    const id = numberedId(first, number)
    const row = known.newest(id)
    const said = row ? asImported(row, draft, known) : undefined
    const fate = judgeRow(draft, said, ageOf(said, step))
    if (fate === 'conflict') continue
    if (row) progress.twins.taken(id)
    if (row && fate === 'updated' && wasDismissed(row, known)) return { id, known: row, fate: 'duplicate' }
    const twin = row ? null : twinOf(draft, id, step)
    if (twin?.isOthers) return { id, known: undefined, fate: 'updated', from: twin.id }
    if (twin) return twinPlace(draft, twin.id, step)
    return { id, known: row, fate: fate === 'new' && number > 1 ? 'conflict' : fate }
  }
}

function ageOf(row: KnownRow | undefined, { file, known }: Step): FileAge {
  const had = (raw: string): boolean => row !== undefined && known.had(row.id, raw)
  return { incoming: file.exportedAt, known: row ? known.exportedAt(row.file) : null, had }
}

function twinPlace(draft: StatementDraft, id: EntryId, step: Step): Place {
  const known = step.known.newest(id)
  const said = known && asImported(known, draft, step.known)
  return { id, known, fate: said && isReceipt(draft, said, ageOf(said, step)) ? 'updated' : 'duplicate' }
}

function twinOf(draft: StatementDraft, id: EntryId, step: Step): Twin | null {
  const { progress, reader } = step
  if (!progress.twins.mayBe(draft)) return null
  // Whose account the row is of is settled by this, whether it stands there already or not.
  const { own } = factsOfDraft(draft, { id, ...progress })
  const numbered = numberedTwin(draft, step)
  if (numbered) return { id: numbered.row.id, isOthers: numbered.isOthers }
  return own === null ? null : progress.twins.of(reader, { draft, own })
}

/**
 * What files said of a row whose amount or day the user corrected: by that it is known again. The first of them said it
 * before anybody edited; a newer one was merged with what the user had changed. Where none of them said an entry, the
 * user did: of a row that was asked about, which its question still tells, or of one that was taken as it stood.
 */
function asImported(row: KnownRow, draft: StatementDraft, { isImport, versions }: KnownRows): KnownRow {
  const isAsSaid = isImport(row.appended_by) && row.day === draft.on && row.amount === draft.amount
  if (!isEntry(row.kind) || isAsSaid) return row
  const all = versions(row.id)
  const imported = all.filter(({ appended_by }) => isImport(appended_by))
  const [first, newest] = [imported[0], imported.at(-1)]
  if (first && newest) return { ...newest, day: first.day, amount: first.amount }
  const asked = versions(reviewIdOf(row.id)).filter(({ appended_by }) => isImport(appended_by))
  const said = asked.at(-1) ?? all.find(({ file }) => file !== null)
  if (!said) return row
  const { day, amount, raw, why, file } = said
  return { ...row, day, amount, raw, why, file }
}

/** Whether the user answered that a row is nothing: it was no entry, and its question is gone by their word. */
function wasDismissed(row: KnownRow, { newest, isImport }: KnownRows): boolean {
  const question = row.kind === 'kept' ? newest(reviewIdOf(row.id)) : undefined
  return question?.kind === 'withdrawn' && !isImport(question.appended_by)
}

/** Whether the user changed it since a file brought it, though a newer file may have come after that. */
const isEdited = (row: KnownRow, { known }: Step): boolean =>
  !known.isImport(row.appended_by) || known.versions(row.id).some(({ appended_by }) => !known.isImport(appended_by))

/** The newer version of a row that the user edited: what they changed stays. */
function stageOverEdit(draft: StatementDraft, { id, seq }: KnownRow, step: Step): ImportFate {
  const { versions, entryAt, isImport } = step.known
  const all = versions(id).map((row) => ({ entry: entryAt(row.seq), isImport: isImport(row.appended_by) }))
  const { own } = factsOfDraft(draft, { id, ...step.progress })
  if (!own || !all.some((version) => version.isImport)) return 'duplicate'
  step.rows.entry(mergeEdit(all, own), originOf(draft, step, seq))
  return 'updated'
}

type Beside = { readonly step: Step; readonly entries: readonly Entry[] }

/** The installment plan and the question of a row; what the user answered or changed about them stays. */
function stageBeside(id: EntryId, draft: StatementDraft, { step, entries }: Beside): void {
  const asked = draft.review?.reason === 'refund-expected' ? entries.filter(({ kind }) => kind !== 'review') : entries
  for (const entry of asked) stageOne(entry, draft, step)
  for (const gone of [planIdOf(id), reviewIdOf(id)]) {
    if (!asked.some((entry) => entry.id === gone)) endImported(gone, draft, step)
  }
}

export function stageOne(entry: Entry, draft: StatementDraft, step: Step): void {
  const known = step.known.newest(entry.id)
  // What the user answered is not asked again; what a file made needless can become needed by a newer one.
  if (known && !step.known.isImport(known.appended_by)) return
  const origin = originOf(draft, step, known?.seq ?? null)
  const { why, raw, file } = origin
  const seq = step.rows.entry(entry, origin)
  step.known.learn({ seq, id: entry.id, kind: entry.kind, raw, why, file, ...learned(draft, step) })
}

function endImported(id: EntryId, draft: StatementDraft, step: Step): void {
  const known = step.known.newest(id)
  if (!known || !isEntry(known.kind) || !step.known.isImport(known.appended_by)) return
  const origin = originOf(draft, step, known.seq)
  const { why, raw, file } = origin
  const kind = 'withdrawn'
  const seq = step.rows.bare({ kind, id, day: known.day }, origin)
  step.known.learn({ ...known, seq, kind, raw, why, file, appended_by: step.file.action })
}

/** The refund that a question waited for has come. */
function endQuestion(purchase: EntryId, draft: StatementDraft, step: Step): void {
  if (questionOf(purchase, step) === 'refund-expected') endImported(reviewIdOf(purchase), draft, step)
}

const refundedBy = ({ refundOf }: StatementDraft, { progress }: Step): EntryId | null =>
  refundOf === null ? null : progress.ids.ofOrder(refundOf)
