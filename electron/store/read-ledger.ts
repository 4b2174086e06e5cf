import { addDays, type Day } from '#shared/kernel/day.ts'
import type { Entry, EntryId } from '#shared/ledger/entry.ts'
import type { DayPosting, Ledger } from '#shared/ledger/ledger.ts'
import { readAccounts } from './accounts.ts'
import { entriesWithCandidates } from './candidates.ts'
import { counts, SPENDER } from './counting.ts'
import type { BodyRecord, EntryRecord } from './entry-rows.ts'
import { readConfirmations, readRecordsCurrentOn } from './notes.ts'
import { readPostings } from './postings.ts'
import { type Reader, statement } from './queries.ts'
import { readOnce } from './read-once.ts'
import { newestEntryDays, readRecentShops } from './recent.ts'
import { postingsOfSums, readApart, readSums } from './sums/read-sums.ts'
import { sumsOfSingle } from './sums/single-sums.ts'

/** Seven days after posting, where no other day is known (engine.md 10, `returns-over`). */
const RETURN_DAYS = 7

/** All that counts, as the rules take it; of a state that was read before, the very same ledger. */
export function readLedger(reader: Reader, today: Day): Ledger {
  const of = readOnce(reader, 'ledger', () => new Map<Day, Ledger>())
  const ledger = of.get(today) ?? readNow(reader, today)
  // At midnight the day before goes.
  if (!of.has(today)) of.clear()
  of.set(today, ledger)
  return ledger
}

/**
 * Of many purchases only those that a rule needs one by one are read; the others, and the refunds that follow them,
 * are summed per account and day.
 */
function readNow(reader: Reader, today: Day): Ledger {
  const { purchases, refunds, postings } = readSpending(reader, today)
  const others = statement(reader.connection, OTHERS).all() as BodyRecord[]
  const entries = entriesWithCandidates(reader, [...purchases, ...refunds, ...others])
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

type Spending = {
  readonly purchases: readonly EntryRecord[]
  readonly refunds: readonly EntryRecord[]
  readonly postings: readonly DayPosting[]
}

/** From the daily sums, which hold every purchase, less those that are read one by one; else from the entries. */
function readSpending(reader: Reader, today: Day): Spending {
  const before = addDays(today, -RETURN_DAYS)
  const purchases = rowsOf(reader, SINGLE_PURCHASES, { windowFrom: before, today })
  const single = JSON.stringify(purchases.map(({ id }) => id))
  const apart = readApart(reader)
  if (apart === null) {
    const refunds = rowsOf(reader, SINGLE_REFUNDS, { single, today })
    return { purchases, refunds, postings: readPostings(reader, { single, before, today }) }
  }
  const refunds = rowsOf(reader, SUMMED_SINGLE_REFUNDS, { single, today, apart: JSON.stringify(apart) })
  const sums = readSums(reader, sumsOfSingle({ purchases, refunds }, before))
  return { purchases, refunds, postings: postingsOfSums(sums, { before, today }) }
}

const rowsOf = (reader: Reader, sql: string, values: object): readonly EntryRecord[] =>
  statement(reader.connection, sql).all(values) as EntryRecord[]

/** Awaiting receipt, refund expected, still to be returned, or paid in installments. */
const SINGLE_PURCHASES = `
WITH RECURSIVE ${SPENDER}
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

/** The same from the daily sums: which refunds stand alone is known there. */
const SUMMED_SINGLE_REFUNDS = `
WITH RECURSIVE refunded (account) AS (
  SELECT min(account) FROM entry INDEXED BY entry_refunds WHERE kind = 'refund'
  UNION ALL
  SELECT (SELECT min(e.account) FROM entry e INDEXED BY entry_refunds
    WHERE e.kind = 'refund' AND e.account > refunded.account) FROM refunded WHERE refunded.account IS NOT NULL)
SELECT * FROM counting_entry WHERE kind = 'refund' AND seq IN (
  SELECT seq FROM entry INDEXED BY entry_refunds_single WHERE kind = 'refund' AND (of_id IS NULL OR in_flight = 1)
  UNION SELECT seq FROM entry INDEXED BY entry_refunds
    WHERE kind = 'refund' AND day > @today AND account IN (SELECT account FROM refunded)
  UNION SELECT seq FROM entry INDEXED BY entry_refund_of WHERE of_id IN (SELECT value FROM json_each(@single))
  UNION SELECT value FROM json_each(@apart)
) ORDER BY seq`

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
