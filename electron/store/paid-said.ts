import type { Day } from '#shared/kernel/day.ts'
import type { EntryId } from '#shared/ledger/entry.ts'
import { type Reader, statement } from './queries.ts'

/** Bills that a user entered as paid, each with the day on which that was last said (Asia/Shanghai). */
export function readPaidSaidOn({ connection }: Reader): ReadonlyMap<EntryId, Day> {
  const rows = statement(connection, SAID).all() as { readonly id: EntryId; readonly day: Day }[]
  return new Map(rows.map(({ id, day }) => [id, day]))
}

/** What an import or a repayment left of it says nothing new. */
const SAID = `
SELECT v.id, CAST((max(a.at) + 28800000) / 86400000 AS INTEGER) AS day
FROM counting_entry e
JOIN entry v ON v.id = e.id
JOIN action a ON a.id = v.appended_by
WHERE e.kind = 'bill' AND json_extract(e.body, '$.paid') > 0
  AND v.kind = 'bill' AND a.state = 'active' AND a.code NOT IN ('import', 'rows-taken', 'repayment-recorded', 'review-resolved')
GROUP BY v.id`
