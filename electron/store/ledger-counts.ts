import type { AccountId } from '#shared/ledger/account.ts'
import { counts } from './counting.ts'
import { type Connection, type Reader, statement } from './queries.ts'
import { readOnce } from './read-once.ts'
import { type AccountCount, countSummed } from './sums/count-summed.ts'

/** How much a ledger holds, of what counts: what an undo hid and what was superseded is left out. */
export type LedgerCounts = { readonly accounts: number; readonly entries: number; readonly reviews: number }

/** Rows that wait for an answer; cheaper than all counts, for an answer that only says so. */
export const countReviews = ({ connection }: Reader): number => Number(statement(connection, REVIEWS).pluck().get())

/** Those among them that may be money that is there twice. */
export const countDoubles = ({ connection }: Reader): number => Number(statement(connection, DOUBLES).pluck().get())

export function countLedger(reader: Reader): LedgerCounts {
  const { accounts, reviews } = statement(reader.connection, FEW).get() as Omit<LedgerCounts, 'entries'>
  return { accounts, entries: countEntries(reader), reviews }
}

export const countEntries = (reader: Reader): number => entryCounts(reader).all

/** How many entries concern the account, those that it shares with others included. */
export const countEntriesOf = (reader: Reader, id: AccountId): number => entryCounts(reader).byAccount.get(id) ?? 0

type EntryCounts = { readonly all: number; readonly byAccount: ReadonlyMap<AccountId, number> }

const entryCounts = (reader: Reader): EntryCounts => readOnce(reader, 'entry counts', () => countNow(reader))

/** The many kinds from their daily sums, or, where some are still to be made, from the indexes; the few one by one. */
function countNow(reader: Reader): EntryCounts {
  const { connection } = reader
  const spending = countSummed(reader) ?? countIndexed(connection)
  const few = Number(statement(connection, OTHERS).pluck().get())
  const byAccount = new Map<AccountId, number>()
  for (const { account, entries } of [...spending, ...(statement(connection, OTHERS_OF).all() as AccountCount[])]) {
    byAccount.set(account, (byAccount.get(account) ?? 0) + entries)
  }
  return { all: spending.reduce((sum, { entries }) => sum + entries, few), byAccount }
}

const countIndexed = (connection: Connection): readonly AccountCount[] =>
  SPENDING.flatMap((sql) => statement(connection, sql).all() as AccountCount[])

const REVIEWS = "SELECT count(*) FROM counting_entry WHERE body IS NOT NULL AND kind = 'review'"
const DOUBLES = `${REVIEWS} AND json_extract(body, '$.reason') IN ('possible-double', 'number-taken')`
const FEW = `
SELECT
  (SELECT count(*) FROM counting_record WHERE kind = 'account' AND body IS NOT NULL) AS accounts,
  (${REVIEWS}) AS reviews`

const SPENDING = (['purchase', 'refund'] as const).map(
  (kind) => `
SELECT e.account, count(*) AS entries FROM entry e INDEXED BY entry_${kind}s
WHERE e.kind = '${kind}' AND ${counts('e')} GROUP BY e.account`,
)

const OF_FEW = 'seq IN (SELECT seq FROM entry WHERE body IS NOT NULL)'
const OTHERS = `SELECT count(*) FROM counting_entry WHERE ${OF_FEW}`
const OTHERS_OF = `
SELECT account, count(*) AS entries FROM (
  SELECT account, seq FROM counting_entry WHERE ${OF_FEW} AND account IS NOT NULL
  UNION
  SELECT account, entry FROM entry_account WHERE entry IN (SELECT seq FROM counting_entry WHERE ${OF_FEW}))
GROUP BY account`
