import type { Insertable, Selectable } from 'kysely'
import { type Day, firstOf, type Month } from '#shared/kernel/day.ts'
import { type Fen, fen, ZERO } from '#shared/kernel/money.ts'
import { unreachable } from '#shared/kernel/outcome.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import {
  accountsOf,
  type Entry,
  type EntrySource,
  type Purchase,
  type Refund,
  type ShownBill,
} from '#shared/ledger/entry.ts'
import type { EntryTable } from './schema.ts'
import { isEntryShape, jsonOrNull, UnreadableRecord } from './shapes.ts'

/**
 * Entries as rows and back. Purchases and refunds are many and stand in columns; the other kinds are few, keep their
 * own fields in `body`, and put into columns what lists and sums ask for.
 */
export type EntryRecord = Readonly<Selectable<EntryTable>>
export type EntryFields = Omit<Insertable<EntryTable>, 'appended_by' | 'supersedes' | 'file' | 'line' | 'why' | 'raw'>

const NONE = {
  account: null,
  posted_on: null,
  month: null,
  of_id: null,
  return_until: null,
  posting_assumed: 0,
  refund_expected: 0,
  in_flight: 0,
  body: null,
} as const

/** The end of an entry, or a row of a file that is none: known by its id and day. */
export const bareFields = (kind: 'withdrawn' | 'kept', id: string, day: Day): EntryFields => ({
  ...NONE,
  ...{ id, kind, day, amount: ZERO, label: '', order_no: null, note: '' },
})

export function fieldsOf(entry: Entry): EntryFields {
  const source = { id: entry.id, kind: entry.kind, label: entry.label, order_no: entry.orderNo, note: entry.note }
  if (entry.kind === 'purchase') return { ...NONE, ...source, ...purchaseColumns(entry) }
  if (entry.kind === 'refund') return { ...NONE, ...source, ...refundColumns(entry) }
  const { id, kind, label, orderNo, note, ...body } = entry
  return { ...NONE, ...source, ...columnsOf(entry), body: JSON.stringify(body) }
}

const purchaseColumns = (purchase: Purchase) => ({
  account: purchase.account,
  amount: purchase.amount,
  day: purchase.orderedOn,
  posted_on: purchase.postedOn,
  return_until: purchase.returnUntil,
  posting_assumed: Number(purchase.postingAssumed),
  refund_expected: Number(purchase.refundExpected),
})

const refundColumns = (refund: Refund) => ({
  account: refund.account,
  amount: refund.amount,
  day: refund.on,
  of_id: refund.of,
  in_flight: Number(refund.inFlight),
})

type Columns = {
  readonly account: AccountId | null
  readonly amount: Fen
  readonly day: Day
  readonly month?: Month
  readonly of_id?: string | null
}

/** What lists and sums ask of the kinds that are few. A month stands for its first day. */
function columnsOf(entry: Exclude<Entry, Purchase | Refund>): Columns {
  switch (entry.kind) {
    case 'bill': {
      const { account, month } = entry
      return { account, amount: billAmount(entry), day: firstOf(month), month }
    }
    case 'repayment':
      return { account: onlyOne(accountsOf(entry)), amount: entry.amount, day: entry.on, ...monthOfRepayment(entry) }
    case 'installments':
      return { account: entry.account, amount: entry.principal, day: firstOf(entry.firstBill), of_id: entry.of }
    case 'loan':
      return { account: entry.account, amount: entry.principal, day: entry.drawnOn }
    case 'deferral':
      return { account: entry.account, amount: entry.amount, day: entry.on, month: entry.month }
    case 'quota':
      return { account: entry.account, amount: entry.used, day: entry.on }
    case 'review':
      return { account: onlyOne(entry.accounts), amount: entry.amount, day: entry.on }
    default:
      return unreachable(entry)
  }
}

const onlyOne = (accounts: readonly AccountId[]): AccountId | null =>
  accounts.length === 1 ? (accounts[0] ?? null) : null

function monthOfRepayment(entry: Extract<Entry, { kind: 'repayment' }>): { month?: Month } {
  const months = new Set(entry.split ? entry.split.map((part) => part.month) : [entry.candidateMonth])
  const [month] = months
  return months.size === 1 && month !== undefined && month !== null ? { month } : {}
}

function billAmount({ shown, parts }: ShownBill): Fen {
  if (shown !== null || parts === null) return shown ?? ZERO
  return fen((parts.principal ?? 0) + (parts.fee ?? 0) + (parts.interest ?? 0) + (parts.penalty ?? 0))
}

/** A whole row, or as much of it as the kinds with a body need: repayments are read by the thousand. */
export type StoredEntry = EntryRecord | BodyRecord
export type BodyRecord = Pick<EntryRecord, 'id' | 'label' | 'order_no' | 'note' | 'file'> & {
  readonly kind: Exclude<EntryRecord['kind'], 'purchase' | 'refund'>
  readonly body: string
}

/** A row of a counting kind as the entry it holds; one that nobody can reckon with is not taken for one. */
export function entryOf(row: StoredEntry): Entry {
  const entry = storedEntry(row)
  if (!isEntryShape(row.kind, entry)) throw new UnreadableRecord(row.id)
  return entry
}

/** A row of another kind is a fault of the query. */
function storedEntry(row: StoredEntry): Entry {
  const source: EntrySource = { id: row.id, label: row.label, orderNo: row.order_no, note: row.note }
  if (row.kind === 'purchase') return purchaseOf(row, source)
  if (row.kind === 'refund') return refundOf(row, source)
  if (row.kind === 'withdrawn' || row.kind === 'kept' || row.body === null) throw new Error(`no entry: ${row.kind}`)
  return { ...source, kind: row.kind, ...(jsonOrNull(row.body) as object | null) } as Entry
}

const purchaseOf = (row: EntryRecord, source: EntrySource): Purchase => ({
  ...source,
  kind: 'purchase',
  account: row.account ?? '',
  amount: row.amount,
  orderedOn: row.day,
  postedOn: row.posted_on,
  postingAssumed: row.posting_assumed === 1,
  returnUntil: row.return_until,
  refundExpected: row.refund_expected === 1,
})

const refundOf = (row: EntryRecord, source: EntrySource): Refund => ({
  ...source,
  kind: 'refund',
  account: row.account ?? '',
  amount: row.amount,
  on: row.day,
  of: row.of_id,
  inFlight: row.in_flight === 1,
})
