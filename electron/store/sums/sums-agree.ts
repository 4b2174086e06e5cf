import { LAST_DAY } from '#shared/kernel/day.ts'
import type { DayPosting } from '#shared/ledger/ledger.ts'
import { counts } from '../counting.ts'
import { readPostings } from '../postings.ts'
import { type Reader, statement } from '../queries.ts'
import { postingsOfSums, readApart, readSums } from './read-sums.ts'

/** Whether the daily sums say what the entries say. Where some are still to be made they say nothing. */
export function sumsAgree(reader: Reader): boolean {
  const apart = readApart(reader)
  if (apart === null) return true
  const all = { before: LAST_DAY, today: LAST_DAY }
  const summed = postingsOfSums(readSums(reader, []), all)
  const asked = readPostings(reader, { single: '[]', ...all }).filter(
    ({ what, purchasePostedOn }) => what === 'purchase' || purchasePostedOn !== null,
  )
  const alone = statement(reader.connection, ALONE).pluck().all() as number[]
  const told = [...apart].sort((a, b) => a - b)
  return textOf(summed) === textOf(asked) && told.join() === alone.join()
}

const textOf = (postings: readonly DayPosting[]): string =>
  postings
    .map((one) => [one.account, one.what, one.on, one.purchasePostedOn, one.amount, one.count, one.assumed].join())
    .join('\n')

const ALONE = `
SELECT r.seq FROM entry r INDEXED BY entry_refunds
WHERE r.kind = 'refund' AND r.of_id IS NOT NULL AND r.in_flight = 0 AND ${counts('r')} AND NOT EXISTS (
  SELECT 1 FROM entry p WHERE p.id = r.of_id AND p.kind = 'purchase' AND ${counts('p')})
ORDER BY r.seq`
