import { type Connection, statement } from '../queries.ts'

/**
 * What an action changes in the daily sums. Its rows begin to count, what they supersede ends to; a refund is added up
 * under its own day and the day on which its purchase was posted, so a change of either moves it. "Before" is the
 * ledger without the action, "after" with it; `idle` are the actions that count in neither.
 */
export type ActionRange = {
  readonly action: number
  /** Its rows lie above `from`, up to `to`. */
  readonly from: number
  readonly to: number
  /** JSON list of actions that do not count where this one begins to. */
  readonly idle: string
  /** How its rows are found: by their place, or, where they are most of the table, in the indexes that hold the sums. */
  readonly path: 'place' | 'index'
}

/** For purchases `purchaseOn` is null. A negative count is what no longer counts. */
export type SumChange = readonly [
  account: string,
  on: number,
  purchaseOn: number | null,
  amount: number,
  count: number,
  assumed: number,
]

export type SumChanges = {
  readonly purchases: readonly SumChange[]
  readonly refunds: readonly SumChange[]
  /** Rows of refunds without their purchase: 1 where it now stands alone, -1 where it no longer does. */
  readonly apart: readonly (readonly [seq: number, change: number])[]
}

export function sumChangesOf(connection: Connection, range: ActionRange): SumChanges {
  const { path, ...values } = range
  const sql = SQL[path]
  const rows = statement(connection, sql.what).get(values) as Record<'moving' | 'superseding' | 'others', number>
  const changes: { purchases: SumChange[]; refunds: SumChange[]; apart: [number, number][] } = {
    purchases: [],
    refunds: [],
    apart: [],
  }
  const ask = <T>(list: T[], sql: string): void => {
    for (const row of statement(connection, sql).raw().all(values) as T[]) list.push(row)
  }
  if (rows.moving > 0) {
    ask(changes.purchases, sql.purchases)
    ask(changes.refunds, sql.refunds)
    ask(changes.apart, sql.apart)
    if (rows.others > 0) ask(changes.refunds, REFUNDS_OF_ADDED)
    if (rows.others > 0) ask(changes.apart, FOUND_AGAIN)
  }
  if (rows.superseding > 0) {
    ask(changes.purchases, REMOVED_PURCHASES)
    ask(changes.refunds, REMOVED_REFUNDS)
    ask(changes.refunds, REFUNDS_OF_REMOVED)
    ask(changes.apart, REMOVED_APART)
    ask(changes.apart, LEFT_ALONE)
  }
  return changes
}

const IDLE = '(SELECT value FROM json_each(@idle))'

/** Counts with the action. */
const after = (e: string): string => `${e}.appended_by NOT IN ${IDLE} AND NOT EXISTS (
  SELECT 1 FROM entry s WHERE s.supersedes = ${e}.seq AND s.appended_by NOT IN ${IDLE})`

/** The same, for who asks it of most rows: what is superseded is gathered once. */
const afterAll = (e: string): string => `${e}.appended_by NOT IN ${IDLE} AND ${e}.seq NOT IN (
  SELECT supersedes FROM entry WHERE supersedes IS NOT NULL AND appended_by NOT IN ${IDLE})`

/** Counted without it. */
const before = (e: string): string => `${e}.appended_by <> @action AND ${e}.appended_by NOT IN ${IDLE} AND NOT EXISTS (
  SELECT 1 FROM entry s WHERE s.supersedes = ${e}.seq AND s.appended_by <> @action AND s.appended_by NOT IN ${IDLE})`

/** The action's own rows of a kind that count. */
const added = (e: string, kind: 'purchase' | 'refund', counting = after): string =>
  `${e}.seq > @from AND ${e}.seq <= @to AND ${e}.appended_by = @action AND ${e}.kind = '${kind}' AND ${counting(e)}`

/** What they supersede, but for versions of the action's own. */
const REMOVED = 'entry x CROSS JOIN entry o ON o.seq = x.supersedes'
const removed = (kind: 'purchase' | 'refund'): string => `x.seq > @from AND x.seq <= @to AND x.appended_by = @action
  AND x.supersedes IS NOT NULL AND o.kind = '${kind}' AND ${before('o')}`

const isSummed = (r: string): string => `${r}.of_id IS NOT NULL AND ${r}.in_flight = 0`
const PURCHASE_OF = (r: string): string => `p.id = ${r}.of_id AND p.kind = 'purchase'`
const REFUNDS_OF = (p: string): string => `r.of_id = ${p}.id AND r.kind = 'refund' AND r.in_flight = 0`
const isSupersededHere = (e: string): string =>
  `EXISTS (SELECT 1 FROM entry s WHERE s.supersedes = ${e}.seq AND s.appended_by = @action)`

const what = (superseding: string): string => `
SELECT EXISTS (SELECT 1 FROM entry NOT INDEXED WHERE seq > @from AND seq <= @to AND appended_by = @action
    AND (kind = 'purchase' OR kind = 'refund')) AS moving,
  EXISTS (SELECT 1 FROM entry ${superseding} WHERE supersedes IS NOT NULL AND seq > @from AND seq <= @to
    AND appended_by = @action) AS superseding,
  EXISTS (SELECT 1 FROM entry INDEXED BY entry_refunds WHERE kind = 'refund' AND appended_by <> @action) AS others`

type Path = { readonly found: string; readonly counting: (e: string) => string }

const addedPurchases = ({ found, counting }: Path): string => `
SELECT e.account, e.posted_on, NULL, sum(e.amount), count(*), sum(e.posting_assumed)
FROM entry e ${found} WHERE ${added('e', 'purchase', counting)} AND e.posted_on IS NOT NULL GROUP BY e.account, e.posted_on`

const REMOVED_PURCHASES = `
SELECT o.account, o.posted_on, NULL, -sum(o.amount), -count(*), -sum(o.posting_assumed)
FROM ${REMOVED} WHERE ${removed('purchase')} AND o.posted_on IS NOT NULL GROUP BY o.account, o.posted_on`

const refundSums = (r: string, p: string, sign: '' | '-'): string =>
  `SELECT ${r}.account, ${r}.day, ${p}.posted_on, ${sign}sum(${r}.amount), ${sign}count(*), 0`
const byRefund = (r: string, p: string): string => `GROUP BY ${r}.account, ${r}.day, ${p}.posted_on`

const addedRefunds = ({ found, counting }: Path): string => `
${refundSums('e', 'p', '')}
FROM entry e ${found} CROSS JOIN entry p INDEXED BY entry_by_id ON ${PURCHASE_OF('e')}
WHERE ${added('e', 'refund', counting)} AND ${isSummed('e')} AND p.posted_on IS NOT NULL AND ${after('p')} ${byRefund('e', 'p')}`

/** Refunds that were there before, of a purchase that the action brings or changes. */
const REFUNDS_OF_ADDED = `
${refundSums('r', 'e', '')}
FROM entry e NOT INDEXED CROSS JOIN entry r INDEXED BY entry_refund_of ON ${REFUNDS_OF('e')}
WHERE ${added('e', 'purchase')} AND e.posted_on IS NOT NULL AND r.appended_by <> @action AND ${after('r')}
${byRefund('r', 'e')}`

const REMOVED_REFUNDS = `
${refundSums('o', 'p', '-')}
FROM ${REMOVED} CROSS JOIN entry p INDEXED BY entry_by_id ON ${PURCHASE_OF('o')}
WHERE ${removed('refund')} AND ${isSummed('o')} AND p.posted_on IS NOT NULL AND ${before('p')} ${byRefund('o', 'p')}`

/** Those that the action supersedes themselves are among the removed ones. */
const REFUNDS_OF_REMOVED = `
${refundSums('r', 'o', '-')}
FROM ${REMOVED} CROSS JOIN entry r INDEXED BY entry_refund_of ON ${REFUNDS_OF('o')}
WHERE ${removed('purchase')} AND o.posted_on IS NOT NULL AND ${before('r')} AND NOT ${isSupersededHere('r')}
${byRefund('r', 'o')}`

const hasPurchase = (r: string, when: (e: string) => string): string =>
  `EXISTS (SELECT 1 FROM entry p INDEXED BY entry_by_id WHERE ${PURCHASE_OF(r)} AND ${when('p')})`

const addedApart = ({ found, counting }: Path): string => `
SELECT e.seq, 1 FROM entry e ${found}
WHERE ${added('e', 'refund', counting)} AND ${isSummed('e')} AND NOT ${hasPurchase('e', after)}`

const REMOVED_APART = `
SELECT o.seq, -1 FROM ${REMOVED} WHERE ${removed('refund')} AND ${isSummed('o')} AND NOT ${hasPurchase('o', before)}`

const FOUND_AGAIN = `
SELECT r.seq, -1 FROM entry e NOT INDEXED CROSS JOIN entry r INDEXED BY entry_refund_of ON ${REFUNDS_OF('e')}
WHERE ${added('e', 'purchase')} AND ${before('r')} AND NOT ${isSupersededHere('r')} AND NOT ${hasPurchase('r', before)}`

const LEFT_ALONE = `
SELECT r.seq, 1 FROM ${REMOVED} CROSS JOIN entry r INDEXED BY entry_refund_of ON ${REFUNDS_OF('o')}
WHERE ${removed('purchase')} AND ${after('r')} AND r.appended_by <> @action AND NOT ${hasPurchase('r', after)}`

const PLACE: Path = { found: 'NOT INDEXED', counting: after }
const PURCHASES: Path = { found: 'INDEXED BY entry_purchases', counting: afterAll }
const REFUNDS: Path = { found: 'INDEXED BY entry_refunds', counting: afterAll }

const SQL = {
  place: {
    what: what('NOT INDEXED'),
    purchases: addedPurchases(PLACE),
    refunds: addedRefunds(PLACE),
    apart: addedApart(PLACE),
  },
  index: {
    what: what('INDEXED BY entry_superseded'),
    purchases: addedPurchases(PURCHASES),
    refunds: addedRefunds(REFUNDS),
    apart: addedApart(REFUNDS),
  },
} as const
