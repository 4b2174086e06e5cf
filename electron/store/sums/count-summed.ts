import type { AccountId } from '#shared/ledger/account.ts'
import { SPENDER } from '../counting.ts'
import { type Reader, statement } from '../queries.ts'
import { countOfSums, readApart, readSums } from './read-sums.ts'

export type AccountCount = { readonly account: AccountId; readonly entries: number }

/**
 * How many purchases and refunds count, by account: what the daily sums count, and the few that are in no sum. The many
 * are not looked at, which on a disk that was not read yet takes longest. Null where sums are still to be made.
 */
export function countSummed(reader: Reader): readonly AccountCount[] | null {
  const apart = readApart(reader)
  if (apart === null) return null
  const { purchases, refunds } = readSums(reader, [])
  const summed = [...purchases, ...refunds].map(([account, flat]) => ({ account, entries: countOfSums(flat) }))
  const single = statement(reader.connection, UNSUMMED).all({ apart: JSON.stringify(apart) }) as AccountCount[]
  return [...summed, ...single]
}

/** Awaiting receipt, with the refunds of those; not linked or announced; of a purchase that is not in the ledger. */
const UNSUMMED = `
WITH RECURSIVE ${SPENDER},
awaited (seq, id) AS (
  SELECT seq, id FROM counting_entry WHERE kind = 'purchase' AND seq IN (
    SELECT seq FROM entry INDEXED BY entry_purchases
    WHERE kind = 'purchase' AND posted_on IS NULL AND account IN (SELECT account FROM spender)))
SELECT account, count(*) AS entries FROM counting_entry WHERE seq IN (
  SELECT seq FROM awaited
  UNION SELECT r.seq FROM awaited CROSS JOIN entry r INDEXED BY entry_refund_of ON r.of_id = awaited.id AND r.kind = 'refund'
  UNION SELECT seq FROM entry INDEXED BY entry_refunds_single WHERE kind = 'refund' AND (of_id IS NULL OR in_flight = 1)
  UNION SELECT value FROM json_each(@apart)
) GROUP BY account`
