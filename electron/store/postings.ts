import type { Day } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { DayPosting } from '#shared/ledger/ledger.ts'
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
SELECT account, posted_on AS "on", sum(amount) AS amount, count(*) AS count, sum(posting_assumed) AS assumed
FROM entry INDEXED BY entry_purchases
WHERE kind = 'purchase' AND posted_on < @before
  AND appended_by NOT IN (SELECT id FROM action WHERE state <> 'active')
  AND seq NOT IN (
    SELECT supersedes FROM entry
    WHERE supersedes IS NOT NULL AND appended_by NOT IN (SELECT id FROM action WHERE state <> 'active'))
  AND seq NOT IN (SELECT seq FROM entry WHERE id IN (SELECT value FROM json_each(@single)))
GROUP BY account, posted_on`

const REFUNDS = `
SELECT r.account AS account, r.day AS "on", p.posted_on AS "purchasePostedOn",
  sum(r.amount) AS amount, count(*) AS count, 0 AS assumed
FROM counting_entry r JOIN counting_entry p ON p.id = r.of_id AND p.kind = 'purchase'
WHERE r.kind = 'refund' AND r.in_flight = 0 AND r.day <= @today
  AND r.of_id NOT IN (SELECT value FROM json_each(@single))
GROUP BY r.account, r.day, p.posted_on`
