import type { EntryPage, EntryRow } from '#shared/contract/views.ts'
import type { Month } from '#shared/kernel/day.ts'
import { addMonths, firstOf } from '#shared/kernel/day.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { EntryRecord } from './entry-rows.ts'
import { type Reader, statement } from './queries.ts'

/** The entries list, newest day first, a page at a time from the index: what is not shown is never read. */
export type EntryFilter = {
  readonly offset: number
  readonly limit: number
  readonly account?: AccountId | undefined
  readonly kind?: string | undefined
  readonly month?: Month | undefined
  readonly text?: string | undefined
  /** The import that appended them. */
  readonly batch?: string | undefined
}

export function listEntries(reader: Reader, filter: EntryFilter): EntryPage {
  const { where, values } = conditionsOf(filter)
  const total = statement(reader.connection, `SELECT count(*) FROM ${COUNTING} WHERE ${where}`).pluck()
  const page = statement(
    reader.connection,
    `SELECT * FROM entry WHERE seq IN (
       SELECT seq FROM ${COUNTING} WHERE ${where} ORDER BY day DESC, seq DESC LIMIT @limit OFFSET @offset)
     ORDER BY day DESC, seq DESC`,
  )
  const rows = page.all({ ...values, limit: filter.limit, offset: filter.offset }) as EntryRecord[]
  return { total: total.get(values) as number, rows: rows.map(rowOf) }
}

const COUNTING = 'counting_entry'

type Conditions = { readonly where: string; readonly values: Readonly<Record<string, string | number>> }

function conditionsOf({ account, kind, month, text, batch }: EntryFilter): Conditions {
  const conditions = ["kind <> 'withdrawn'", "kind <> 'kept'"]
  const values: Record<string, string | number> = {}
  if (account !== undefined) {
    conditions.push('(account = @account OR seq IN (SELECT entry FROM entry_account WHERE account = @account))')
    values.account = account
  }
  if (kind !== undefined) {
    conditions.push(kind === 'purchase' || kind === 'refund' ? 'kind = @kind' : 'body IS NOT NULL AND kind = @kind')
    values.kind = kind
  }
  if (month !== undefined) {
    conditions.push('day >= @from AND day < @to')
    Object.assign(values, { from: firstOf(month), to: firstOf(addMonths(month, 1)) })
  }
  if (text !== undefined && text !== '') {
    conditions.push("(label LIKE @text ESCAPE '\\' OR note LIKE @text ESCAPE '\\' OR order_no LIKE @text ESCAPE '\\')")
    values.text = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  }
  if (batch !== undefined) {
    conditions.push('appended_by = @batch')
    values.batch = Number(batch)
  }
  return { where: conditions.join(' AND '), values }
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
