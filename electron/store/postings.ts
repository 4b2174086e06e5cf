import type { Day } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { DayPosting } from '#shared/ledger/ledger.ts'
import { counts } from './counting.ts'
import { type Reader, statement } from './queries.ts'

/**
 * Purchases and linked refunds added up per account and day: what stays of 100,000 entries for the rules. `single` is
 * the JSON list of purchases that are read one by one; they and their refunds are in no sum.
 */
export type PostingWindow = { readonly single: string; readonly before: Day; readonly today: Day }

export function readPostings(reader: Reader, window: PostingWindow): readonly DayPosting[] {
  const purchases = statement(reader.connection, PURCHASES).all(window) as Sum[]
  const refunds = statement(reader.connection, REFUNDS).all(window) as Sum[]
  return [
    ...purchases.map((sum): DayPosting => ({ ...sum, what: 'purchase', purchasePostedOn: null })),
    ...refunds.map((sum): DayPosting => ({ ...sum, what: 'refund' })),
  ]
}

type Sum = {
  readonly account: string
  readonly on: Day
  readonly purchasePostedOn: Day | null
  readonly amount: Fen
  readonly count: number
  readonly assumed: number
}

/** Read from the covering index alone, in its order. */
const PURCHASES = `
SELECT e.account, e.posted_on AS "on", NULL AS "purchasePostedOn",
  sum(e.amount) AS amount, count(*) AS count, sum(e.posting_assumed) AS assumed
FROM entry e INDEXED BY entry_purchases
WHERE e.kind = 'purchase' AND e.posted_on < @before AND ${counts('e')}
  AND e.seq NOT IN (SELECT seq FROM entry WHERE id IN (SELECT value FROM json_each(@single)))
GROUP BY e.account, e.posted_on`

const REFUNDS = `
SELECT r.account AS account, r.day AS "on", p.posted_on AS "purchasePostedOn",
  sum(r.amount) AS amount, count(*) AS count, 0 AS assumed
FROM entry r INDEXED BY entry_refunds
CROSS JOIN entry p INDEXED BY entry_by_id ON p.id = r.of_id AND p.kind = 'purchase' AND ${counts('p')}
WHERE r.kind = 'refund' AND r.in_flight = 0 AND r.day <= @today AND ${counts('r')}
  AND r.of_id NOT IN (SELECT value FROM json_each(@single))
GROUP BY r.account, r.day, p.posted_on`
