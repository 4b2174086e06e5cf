import { type Reader, statement } from './queries.ts'

/** How much a ledger holds, of what counts. */
export type LedgerCounts = { readonly accounts: number; readonly entries: number; readonly reviews: number }

export function countLedger({ connection }: Reader): LedgerCounts {
  return statement(connection, COUNTS).get() as LedgerCounts
}

/** Entries are counted on the smallest index that holds them all; what an undo hid and what was superseded is left out. */
const COUNTS = `
SELECT
  (SELECT count(*) FROM counting_record WHERE kind = 'account' AND body IS NOT NULL) AS accounts,
  (SELECT count(*) FROM counting_entry) AS entries,
  (SELECT count(*) FROM counting_entry WHERE body IS NOT NULL AND kind = 'review') AS reviews`
