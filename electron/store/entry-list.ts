import type { EntryPage, EntryRow } from '#shared/contract/views.ts'
import type { Day, Month } from '#shared/kernel/day.ts'
import { addMonths, firstOf } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { EntryRecord } from './entry-rows.ts'
import { findEntries } from './entry-search.ts'
import { countEntries } from './ledger-counts.ts'
import { type Connection, type Reader, statement } from './queries.ts'

/** The entries list, newest day first, a page at a time from the index: what is not shown is never read. */
export type EntryFilter = {
  readonly offset: number
  readonly limit: number
  readonly account?: AccountId | undefined
  readonly kind?: string | undefined
  readonly month?: Month | undefined
  readonly from?: Day | undefined
  readonly through?: Day | undefined
  readonly atLeast?: Fen | undefined
  readonly atMost?: Fen | undefined
  readonly flag?: NonNullable<EntryRow['flag']> | undefined
  readonly text?: string | undefined
  /** The import that appended them. */
  readonly batch?: string | undefined
}

export function listEntries(reader: Reader, filter: EntryFilter): EntryPage {
  const { text, ...others } = filter
  return text === undefined || text === '' ? listAll(reader, others) : listFound(reader, { ...others, text })
}

function listFound(reader: Reader, filter: EntryFilter & { readonly text: string }): EntryPage {
  const { offset, limit, text, ...others } = filter
  const found = findEntries(reader.connection, {
    text,
    beside: JSON.stringify([revisionOf(reader), others]),
    ...conditionsOf(filter),
  })
  const page = JSON.stringify(found.slice(offset, offset + limit))
  return { total: found.length, rows: (statement(reader.connection, FOUND).all({ page }) as EntryRecord[]).map(rowOf) }
}

const FOUND = 'SELECT * FROM entry WHERE seq IN (SELECT value FROM json_each(@page)) ORDER BY day DESC, seq DESC'

function listAll(reader: Reader, filter: EntryFilter): EntryPage {
  const { where, values } = conditionsOf(filter)
  const list = listOf(reader, where, values)
  // What is not there need not be looked for a second time.
  if (list.total <= filter.offset) return { total: list.total, rows: [] }
  const count = Math.min(filter.limit, list.total - filter.offset)
  const fromEnd = list.total - filter.offset - count
  if (fromEnd < Math.min(MARK_EVERY, filter.offset)) {
    const rows = statement(reader.connection, lastOf(where)).all({ ...values, limit: count, offset: fromEnd })
    return { total: list.total, rows: (rows as EntryRecord[]).map(rowOf) }
  }
  const mark = filter.offset < MARK_EVERY ? null : (list.marks()[Math.floor(filter.offset / MARK_EVERY) - 1] ?? null)
  const page = statement(reader.connection, pageOf(mark === null ? where : `${where} AND ${BELOW_MARK}`))
  const skip = mark === null ? filter.offset : filter.offset % MARK_EVERY
  const rows = page.all({ ...values, ...mark, limit: filter.limit, offset: skip }) as EntryRecord[]
  return { total: list.total, rows: rows.map(rowOf) }
}

const pageInOrder = (where: string, order: 'ASC' | 'DESC'): string => `
SELECT * FROM entry WHERE seq IN (
  SELECT seq FROM ${COUNTING} WHERE ${where} ORDER BY day ${order}, seq ${order} LIMIT @limit OFFSET @offset)
ORDER BY day DESC, seq DESC`

const pageOf = (where: string): string => pageInOrder(where, 'DESC')
/** Near the end, counted from there: who goes to the last row waits for no other. */
const lastOf = (where: string): string => pageInOrder(where, 'ASC')

/**
 * Whoever scrolls asks the same list for page after page. How long it is, and which row stands at every thousandth
 * place, is remembered until the ledger changes: a page far down costs no more than the first one.
 */
type List = { readonly key: string; readonly total: number; readonly marks: () => readonly Mark[] }
type Mark = { readonly markDay: Day; readonly markSeq: number }

const MARK_EVERY = 1000
const BELOW_MARK = 'day <= @markDay AND (day < @markDay OR seq < @markSeq)'

/** The last one asked for, per connection. */
const lists = new WeakMap<Connection, List>()

function listOf(reader: Reader, where: string, values: Conditions['values']): List {
  const { connection } = reader
  const key = JSON.stringify([revisionOf(reader), where, values])
  const known = lists.get(connection)
  if (known?.key === key) return known
  const total = where === ALL ? countEntries(reader) : countOf(reader, where, values)
  let marks: readonly Mark[] | null = null
  const list: List = {
    key,
    total,
    marks: () => {
      marks ??= statement(connection, marksOf(where)).all(values) as Mark[]
      return marks
    },
  }
  lists.set(connection, list)
  return list
}

const revisionOf = ({ connection }: Reader): unknown =>
  statement(connection, "SELECT value FROM meta WHERE key = 'revision'").pluck().get()

const countOf = ({ connection }: Reader, where: string, values: Conditions['values']): number =>
  Number(statement(connection, `SELECT count(*) FROM ${COUNTING} WHERE ${where}`).pluck().get(values))

const marksOf = (where: string): string => `
SELECT day AS markDay, seq AS markSeq FROM (
  SELECT day, seq, row_number() OVER (ORDER BY day DESC, seq DESC) AS place FROM ${COUNTING} WHERE ${where})
WHERE place % ${MARK_EVERY} = 0 ORDER BY place`

const COUNTING = 'counting_entry'
/** Where nothing is asked: said as the indexes of the days say it. */
const ALL = "kind <> 'withdrawn' AND kind <> 'kept'"

type Conditions = { readonly where: string; readonly values: Readonly<Record<string, string | number>> }

/** Each condition with the values it names; one that is not asked for is not there. */
function conditionsOf(filter: EntryFilter): Conditions {
  const { account, kind, month, from, through, atLeast, atMost, flag, text, batch } = filter
  const given: readonly (Conditions | null)[] = [
    account === undefined ? null : { where: OF_ACCOUNT, values: { account } },
    kind === undefined ? null : { where: ofKind(kind), values: { kind } },
    month === undefined
      ? null
      : { where: IN_MONTH, values: { first: firstOf(month), next: firstOf(addMonths(month, 1)) } },
    from === undefined ? null : { where: 'day >= @from', values: { from } },
    through === undefined ? null : { where: 'day <= @through', values: { through } },
    atLeast === undefined ? null : { where: 'amount >= @atLeast', values: { atLeast } },
    atMost === undefined ? null : { where: 'amount <= @atMost', values: { atMost } },
    flag === undefined ? null : { where: FLAGGED[flag], values: {} },
    text === undefined ? null : { where: SAYS, values: { text: `%${text.replace(/[\\%_]/g, '\\$&')}%` } },
    batch === undefined ? null : { where: 'appended_by = @batch', values: { batch: Number(batch) } },
  ]
  const asked = given.flatMap((one) => one ?? [])
  return {
    where: [ALL, ...asked.map((one) => one.where)].join(' AND '),
    values: Object.assign({}, ...asked.map((one) => one.values)),
  }
}

const OF_ACCOUNT = '(account = @account OR seq IN (SELECT entry FROM entry_account WHERE account = @account))'
const IN_MONTH = 'day >= @first AND day < @next'
const SAYS = "(label LIKE @text ESCAPE '\\' OR note LIKE @text ESCAPE '\\' OR order_no LIKE @text ESCAPE '\\')"
const ofKind = (kind: string): string =>
  kind === 'purchase' || kind === 'refund' ? 'kind = @kind' : 'body IS NOT NULL AND kind = @kind'

/** The same states that a row shows as its flag. */
const FLAGGED: Readonly<Record<NonNullable<EntryRow['flag']>, string>> = {
  'awaiting-receipt': "kind = 'purchase' AND posted_on IS NULL",
  'refund-expected': "kind = 'purchase' AND posted_on IS NOT NULL AND refund_expected = 1",
  unlinked: "kind = 'refund' AND of_id IS NULL",
  'needs-answer': "body IS NOT NULL AND kind = 'review'",
}

export const rowOf = (row: EntryRecord): EntryRow => ({
  id: row.id,
  kind: row.kind as EntryRow['kind'],
  on: row.day,
  account: row.account,
  label: row.label,
  amount: row.amount,
  month: row.month,
  flag: flagOf(row),
})

function flagOf(row: EntryRecord): EntryRow['flag'] {
  if (row.kind === 'purchase' && row.posted_on === null) return 'awaiting-receipt'
  if (row.kind === 'purchase' && row.refund_expected === 1) return 'refund-expected'
  if (row.kind === 'refund' && row.of_id === null) return 'unlinked'
  return row.kind === 'review' ? 'needs-answer' : null
}
