import type { ImportFate } from '#shared/contract/views.ts'
import type { Rule } from '#shared/statement-files/reasons.ts'
import type { StatementDraft } from '#shared/statement-files/statement-row.ts'
import { isEntry, type KnownRow } from './known-rows.ts'

/** The file that is being read, as against the one a known row came from. */
export type FileAge = {
  readonly incoming: number | null
  readonly known: number | null
  /** Whether an earlier version of the known row, which counts no longer, had this very text. */
  readonly had: (raw: string) => boolean
}

/**
 * What a row is to the ledger (formats.md 6): new; the same again; changed by a newer file; or another transaction
 * under a number that is taken. A file made earlier never turns a newer status back, and what the user deleted stays
 * deleted.
 */
export function judgeRow(draft: StatementDraft, known: KnownRow | undefined, age: FileAge): ImportFate {
  if (!known) return 'new'
  if (known.kind === 'withdrawn') return 'duplicate'
  if (NO_METHOD.has(draft.why) !== NO_METHOD.has(known.why ?? '')) return judgeBySource(draft, known)
  if (known.day !== draft.on || isOtherTransaction(draft, known)) return 'conflict'
  if (isSame(draft, known)) return 'duplicate'
  return isOlder(draft, known, age) ? 'duplicate' : 'updated'
}

/**
 * Whether a row that is known by what it says, in another form than the one before it, tells that a purchase has been
 * received: until then it is in no bill. Whatever else differs is left to a file whose rows have their keys.
 */
export const isReceipt = (draft: StatementDraft, known: KnownRow, age: FileAge): boolean =>
  known.kind === 'purchase' &&
  WAITS.test(known.raw ?? '') &&
  draft.kind === 'purchase' &&
  !draft.awaitingReceipt &&
  !isOlder(draft, known, age)

/**
 * By the times of both files. Where they say nothing, as in a copy that lost its first lines or within one file into
 * which several were pasted: by the status, and by what the ledger had before it learned what it knows.
 */
function isOlder(draft: StatementDraft, known: KnownRow, { incoming, known: before, had }: FileAge): boolean {
  if (incoming !== null && before !== null && incoming !== before) return incoming < before
  return isEarlierStatus(draft, known) || had(draft.raw)
}

/** Only what was paid is an entry: it no longer waits for being paid, nor for its receipt once that is over. */
const isEarlierStatus = ({ status }: StatementDraft, known: KnownRow): boolean =>
  isEntry(known.kind) && WAITS.test(status) && (status.includes('付款') || !WAITS.test(known.raw ?? ''))

const WAITS = /等待(对方)?(付款|确认收货|发货)/

/** Rows of Alipay's web export, which does not say how a purchase was paid. */
const NO_METHOD: ReadonlySet<string> = new Set(['web-purchase', 'web-refund'] satisfies Rule[])

/** The app's export and the web site's tell of the same transaction: whichever came first, what says more stays. */
const judgeBySource = (draft: StatementDraft, known: KnownRow): ImportFate =>
  NO_METHOD.has(draft.why) || isEntry(known.kind) ? 'duplicate' : 'updated'

/** Text is kept of rows about credit only; of the others the reason tells whether anything changed. */
const isSame = (draft: StatementDraft, known: KnownRow): boolean =>
  known.raw === null ? known.why === draft.why : known.raw === draft.raw

/** The amount and the second are part of what a transaction is; its status and category are not. */
const isOtherTransaction = (draft: StatementDraft, known: KnownRow): boolean =>
  known.raw !== null &&
  known.raw !== draft.raw &&
  (!isSameTime(draft.time, known.raw) || (isEntry(known.kind) && known.amount !== draft.amount))

/** Whether a row says this time. A spreadsheet drops the seconds, writes the hour its own way, or a number for it all. */
export function isSameTime(time: string, raw: string): boolean {
  if (raw.includes(time)) return true
  const [said, hour = '', minute = '', second] = TIME.exec(raw) ?? []
  const isWhole = second !== undefined && !time.endsWith(':00')
  return said === undefined || (!isWhole && time.startsWith(`${hour.padStart(2, '0')}:${minute}`))
}

const TIME = /\b(\d{1,2}):(\d\d)(?::(\d\d))?/
