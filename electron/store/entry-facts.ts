import type { EntryRow } from '#shared/contract/views.ts'
import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { Entry, EntryId } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { entriesWithCandidates } from './candidates.ts'
import { SPENDER } from './counting.ts'
import { rowOf } from './entry-list.ts'
import { type EntryRecord, entryOf } from './entry-rows.ts'
import { all, type Reader, statement } from './queries.ts'
import { readLedger } from './read-ledger.ts'

/** What a decision must know about single entries, asked narrowly: a ledger of 100,000 rows is not read for one of them. */

/** The purchase that counts and has this order number, or null. */
export function findPurchaseByOrder(reader: Reader, orderNo: string): EntryId | null {
  const sql = "SELECT id FROM counting_entry WHERE kind = 'purchase' AND order_no = @orderNo LIMIT 1"
  return (statement(reader.connection, sql).pluck().get({ orderNo }) as EntryId | undefined) ?? null
}

/** Sum of the refunds of a purchase, arrived or in flight, but for one of them. */
export function sumRefundsOf(reader: Reader, purchase: EntryId, except: EntryId): Fen {
  const sql =
    "SELECT coalesce(sum(amount), 0) FROM counting_entry WHERE kind = 'refund' AND of_id = @purchase AND id <> @except"
  return fen(statement(reader.connection, sql).pluck().get({ purchase, except }) as number)
}

/** What installment plans pay of a purchase. */
export function sumPlansOf(reader: Reader, purchase: EntryId): Fen {
  const sql = "SELECT coalesce(sum(amount), 0) FROM counting_entry WHERE kind = 'installments' AND of_id = @purchase"
  return fen(statement(reader.connection, sql).pluck().get({ purchase }) as number)
}

/** Entries that point to one: refunds and plans of a purchase, repayments that settle a plan or a loan. */
export function listDependents(reader: Reader, id: EntryId): readonly EntryId[] {
  return statement(reader.connection, DEPENDENTS).pluck().all({ id }) as EntryId[]
}

const DEPENDENTS = `
SELECT id FROM counting_entry WHERE of_id = @id
UNION
SELECT id FROM counting_entry WHERE body IS NOT NULL AND kind = 'repayment' AND EXISTS (
  SELECT 1 FROM json_each(body, '$.split') WHERE json_extract(value, '$.settles') = @id)`

/** A purchase with its refunds, in order of day, whichever of them is asked for; nothing where there is no refund. */
export function listChain(reader: Reader, { id, of }: { readonly id: EntryId; readonly of: EntryId | null }) {
  const rows = statement(reader.connection, CHAIN).all({ root: of ?? id }) as EntryRecord[]
  return rows.some((row) => row.kind === 'refund') ? rows.map(rowOf) : []
}

const CHAIN = `
SELECT * FROM counting_entry WHERE id = @root AND kind = 'purchase'
UNION ALL
SELECT * FROM counting_entry WHERE of_id = @root AND kind = 'refund'
ORDER BY kind, day, seq`

/** All that counts of one of the kinds of which a ledger holds few, in the order in which they came. */
export function listEntriesOf<K extends Exclude<Entry['kind'], 'purchase' | 'refund'>>(
  reader: Reader,
  kind: K,
): readonly Extract<Entry, { kind: K }>[] {
  const few = reader.query.selectFrom('counting_entry').selectAll().where('body', 'is not', null)
  const rows = all(reader, few.where('kind', '=', kind).orderBy('seq'))
  return entriesWithCandidates(reader, rows) as readonly Extract<Entry, { kind: K }>[]
}

/** What is known of a refund; `amount` may be zero and `label` empty where they are not known yet. */
export type RefundSought = {
  readonly account: AccountId
  readonly amount: Fen
  readonly on: Day
  readonly label: string
  readonly limit: number
}

/**
 * Purchases to which a refund may belong (formats.md 2.6): of the last half year, not newer, of which so much is left;
 * the same shop's first, then the same amount, then the newest.
 */
export function listRefundCandidates(
  reader: Reader,
  refund: RefundSought,
): readonly Extract<Entry, { kind: 'purchase' }>[] {
  const rows = statement(reader.connection, CANDIDATES).all(refund) as EntryRecord[]
  return rows.map((row) => entryOf(row) as Extract<Entry, { kind: 'purchase' }>)
}

const CANDIDATES = `
SELECT * FROM counting_entry AS p
WHERE kind = 'purchase' AND account = @account AND day <= @on AND day >= @on - 180 AND amount >= @amount
  AND amount - coalesce((SELECT sum(r.amount) FROM counting_entry r WHERE r.of_id = p.id AND r.kind = 'refund'), 0)
    >= max(@amount, 1)
ORDER BY (label = @label AND @label <> '') DESC, amount = @amount DESC, day DESC, seq DESC LIMIT @limit`

/** The line of the imported file behind an entry, or null where the user made it or privacy dropped the text. */
export function findRawLine(reader: Reader, id: EntryId): string | null {
  const query = reader.query.selectFrom('counting_entry').select('raw').where('id', '=', id)
  return all(reader, query)[0]?.raw ?? null
}

/** The ledger with every purchase by itself, as a scenario states it: for an export, not for a question. */
export function readWholeLedger(reader: Reader, today: Day): Ledger {
  const query = reader.query.selectFrom('counting_entry').selectAll().orderBy('seq')
  return { ...readLedger(reader, today), entries: entriesWithCandidates(reader, all(reader, query)), postings: [] }
}

/** Rows of an account that count in a bill: what was posted in its window, and refunds of that, wherever they fell. */
export function listPosted(
  reader: Reader,
  window: { readonly account: AccountId; readonly from: Day; readonly through: Day },
): readonly EntryRow[] {
  return (statement(reader.connection, POSTED).all(window) as EntryRecord[]).map(rowOf)
}

/**
 * Each kind by its own index: asked together, every entry of the account would be read for the rows of one month. So
 * would every refund, were the day of its purchase asked of each: the purchases of the days lead to theirs (the `+` keeps
 * the account from being looked up first), and those of none that was posted have their own.
 */
const POSTED = `
WITH RECURSIVE ${SPENDER}
SELECT * FROM counting_entry
WHERE kind = 'purchase' AND account = @account AND posted_on BETWEEN @from AND @through
UNION ALL
SELECT * FROM counting_entry WHERE kind = 'refund' AND +account = @account AND in_flight = 0 AND seq IN (
  SELECT r.seq FROM counting_entry p CROSS JOIN entry r INDEXED BY entry_refund_of ON r.of_id = p.id
  WHERE p.kind = 'purchase' AND p.seq IN (
    SELECT seq FROM entry INDEXED BY entry_purchases WHERE kind = 'purchase'
      AND account IN (SELECT account FROM spender) AND posted_on BETWEEN @from AND @through))
UNION ALL
SELECT * FROM counting_entry e
WHERE e.kind = 'refund' AND e.account = @account AND e.in_flight = 0 AND e.day BETWEEN @from AND @through AND NOT EXISTS (
  SELECT 1 FROM counting_entry p WHERE p.id = e.of_id AND p.kind = 'purchase' AND p.posted_on IS NOT NULL)
UNION ALL
SELECT * FROM counting_entry
WHERE body IS NOT NULL AND kind = 'deferral' AND account = @account AND day BETWEEN @from AND @through
ORDER BY day, seq`
