import type { Day } from '#shared/kernel/day.ts'
import { accountsOf, type Entry, type EntryId, type Purchase, type Refund } from '#shared/ledger/entry.ts'
import { fieldsOf } from '../entry-rows.ts'
import { statement, type Writer } from '../queries.ts'

/** Where a staged row stands in its file, and what it replaces. */
export type StagedOrigin = {
  readonly file: number
  readonly line: number
  readonly why: string
  readonly raw: string | null
  readonly supersedes: number | null
}

/** The end of an entry, or a row that is none. */
export type BareRow = { readonly kind: 'withdrawn' | 'kept'; readonly id: EntryId; readonly day: Day }

/**
 * Inserts staged rows. An import lives on how little each row costs, and binding a value costs as much as storing it:
 * the kinds of which a file has many have statements of their own, with no more columns than they fill.
 */
export type RowWriter = {
  /** Both answer the new row's place in the table. */
  readonly entry: (entry: Entry, origin: StagedOrigin) => number
  readonly bare: (row: BareRow, origin: StagedOrigin) => number
}

export function createRowWriter(writer: Writer, action: number): RowWriter {
  const { connection } = writer
  const purchases = statement(connection, insertOf(PURCHASE))
  const refunds = statement(connection, insertOf(REFUND))
  const rares = statement(connection, insertOf(RARE))
  const bare = statement(connection, insertOf([]))
  const share = statement(connection, 'INSERT INTO entry_account (entry, account) VALUES (?, ?)')

  // Each value by itself: putting them into lists first is felt over 100,000 rows.
  const purchase = (fact: Purchase, { file, line, why, raw, supersedes }: StagedOrigin) =>
    purchases.run(
      fact.id,
      'purchase',
      fact.orderedOn,
      action,
      file,
      line,
      why,
      raw,
      supersedes,
      fact.account,
      fact.amount,
      fact.postedOn,
      Number(fact.postingAssumed),
      Number(fact.refundExpected),
      fact.label,
      fact.orderNo,
      fact.note,
    )
  const refund = (fact: Refund, { file, line, why, raw, supersedes }: StagedOrigin) =>
    refunds.run(
      fact.id,
      'refund',
      fact.on,
      action,
      file,
      line,
      why,
      raw,
      supersedes,
      fact.account,
      fact.amount,
      fact.of,
      fact.label,
      fact.orderNo,
      fact.note,
    )
  const rare = (fact: Entry, { file, line, why, raw, supersedes }: StagedOrigin): number => {
    const row = fieldsOf(fact)
    const common = [row.id, row.kind, row.day, action, file, line, why, raw, supersedes]
    const rowId = Number(rares.run(...common, ...RARE.map((column) => row[column] ?? null)).lastInsertRowid)
    const accounts = accountsOf(fact)
    if (accounts.length > 1) for (const account of accounts) share.run(rowId, account)
    return rowId
  }

  return {
    entry: (fact, origin) => {
      if (fact.kind === 'purchase') return Number(purchase(fact, origin).lastInsertRowid)
      if (fact.kind === 'refund') return Number(refund(fact, origin).lastInsertRowid)
      return rare(fact, origin)
    },
    bare: ({ kind, id, day }, { file, line, why, raw, supersedes }) =>
      Number(bare.run(id, kind, day, action, file, line, why, raw, supersedes).lastInsertRowid),
  }
}

const COMMON = ['id', 'kind', 'day', 'appended_by', 'file', 'line', 'why', 'raw', 'supersedes']
const PURCHASE = ['account', 'amount', 'posted_on', 'posting_assumed', 'refund_expected', 'label', 'order_no', 'note']
const REFUND = ['account', 'amount', 'of_id', 'label', 'order_no', 'note']
const RARE = ['account', 'amount', 'month', 'of_id', 'label', 'order_no', 'note', 'body'] as const

function insertOf(columns: readonly string[]): string {
  const names = [...COMMON, ...columns]
  return `INSERT INTO entry (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
}
