import { addDays, type Day } from '#shared/kernel/day.ts'
import type { Entry, EntryId } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { readAccounts } from './accounts.ts'
import { entriesWithCandidates } from './candidates.ts'
import { counts } from './counting.ts'
import type { BodyRecord, EntryRecord } from './entry-rows.ts'
import { readConfirmations, readRecordsCurrentOn } from './notes.ts'
import { readPostings } from './postings.ts'
import { type Reader, statement } from './queries.ts'
import { newestEntryDays, readRecentShops } from './recent.ts'

/** Seven days after posting, where no other day is known (engine.md 10, `returns-over`). */
const RETURN_DAYS = 7

/**
 * All that counts, as the rules take it. Of many purchases only those that a rule needs one by one are read; the
 * others, and the refunds that follow them, are summed per account and day.
 */
export function readLedger(reader: Reader, today: Day): Ledger {
  const purchases = rowsOf(reader, SINGLE_PURCHASES, { windowFrom: addDays(today, -RETURN_DAYS), today })
  const single = JSON.stringify(purchases.map(({ id }) => id))
  const refunds = rowsOf(reader, SINGLE_REFUNDS, { single, today })
  const others = statement(reader.connection, OTHERS).all() as BodyRecord[]
  const entries = entriesWithCandidates(reader, [...purchases, ...refunds, ...others])
  const postings = readPostings(reader, { single, before: addDays(today, -RETURN_DAYS), today })
  return {
    today,
    accounts: readAccounts(reader),
    entries: refundsExpected(entries, refundedPurchases(reader, purchases)),
    postings,
    confirmations: readConfirmations(reader),
    recordsCurrentOn: readRecordsCurrentOn(reader),
    newestEntryOn: newestEntryDays(entries, postings),
    recentShops: readRecentShops(reader, addDays(today, -90)),
  }
}

const rowsOf = (reader: Reader, sql: string, values: object): readonly EntryRecord[] =>
  statement(reader.connection, sql).all(values) as EntryRecord[]

/**
 * Awaiting receipt, refund expected, still to be returned, or paid in installments. The index begins with the account:
 * `spender` steps from one account to the next, so that the days of each are looked up and nothing is scanned.
 */
const SINGLE_PURCHASES = `
WITH RECURSIVE spender (account) AS (
  SELECT min(account) FROM entry INDEXED BY entry_purchases WHERE kind = 'purchase'
  UNION ALL
  SELECT (SELECT min(e.account) FROM entry e INDEXED BY entry_purchases
    WHERE e.kind = 'purchase' AND e.account > spender.account) FROM spender WHERE spender.account IS NOT NULL)
SELECT * FROM counting_entry WHERE kind = 'purchase' AND seq IN (
  SELECT seq FROM entry INDEXED BY entry_purchases
    WHERE kind = 'purchase' AND posted_on IS NULL AND account IN (SELECT account FROM spender)
  UNION SELECT seq FROM entry INDEXED BY entry_purchases
    WHERE kind = 'purchase' AND posted_on >= @windowFrom AND account IN (SELECT account FROM spender)
  UNION SELECT p.seq FROM entry p WHERE p.refund_expected = 1 AND NOT EXISTS (
    SELECT 1 FROM counting_entry r WHERE r.of_id = p.id AND r.kind = 'refund' AND r.in_flight = 0)
  UNION SELECT seq FROM entry INDEXED BY entry_return_until WHERE return_until IS NOT NULL AND return_until >= @today
  UNION SELECT p.seq FROM entry p WHERE p.id IN (
    SELECT of_id FROM counting_entry WHERE body IS NOT NULL AND kind = 'installments' AND of_id IS NOT NULL)
) ORDER BY seq`

/** Not linked, announced, of a purchase that is read singly, of one that is not in the ledger, or later than today. */
const SINGLE_REFUNDS = `
SELECT * FROM entry WHERE seq IN (
  SELECT r.seq FROM entry r INDEXED BY entry_refunds WHERE r.kind = 'refund' AND ${counts('r')} AND (
    r.of_id IS NULL OR r.in_flight = 1 OR r.day > @today
    OR r.of_id IN (SELECT value FROM json_each(@single))
    OR NOT EXISTS (SELECT 1 FROM entry p WHERE p.id = r.of_id AND p.kind = 'purchase' AND ${counts('p')})))
ORDER BY seq`

const OTHERS = `
SELECT id, kind, label, order_no, note, body, file FROM counting_entry WHERE seq IN (
  SELECT seq FROM entry WHERE body IS NOT NULL)
ORDER BY seq`

/** The purchases among these for which a refund arrived: nothing more is expected of them. */
function refundedPurchases(reader: Reader, purchases: readonly EntryRecord[]): ReadonlySet<EntryId> {
  const expecting = purchases.filter((row) => row.refund_expected === 1).map(({ id }) => id)
  if (expecting.length === 0) return new Set()
  const rows = statement(reader.connection, REFUNDED)
    .pluck()
    .all({ expecting: JSON.stringify(expecting) }) as string[]
  return new Set(rows)
}

const REFUNDED = `
SELECT DISTINCT of_id FROM counting_entry
WHERE kind = 'refund' AND in_flight = 0 AND of_id IN (SELECT value FROM json_each(@expecting))`

function refundsExpected(entries: readonly Entry[], refunded: ReadonlySet<EntryId>): readonly Entry[] {
  return entries.map((entry) =>
    entry.kind === 'purchase' && entry.refundExpected && refunded.has(entry.id)
      ? { ...entry, refundExpected: false }
      : entry,
  )
}
