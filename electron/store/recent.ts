import type { Day } from '#shared/kernel/day.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import { type Reader, statement } from './queries.ts'

/**
 * The newest day of what moved the debt of each account. The day is the fact's own: a quota copied from Alipay on the
 * 10th already knows a purchase of the 9th that is imported on the 12th. Copies, bills and plans move nothing.
 */
export function readNewestEntryDays(reader: Reader): Readonly<Record<AccountId, Day>> {
  const rows = statement(reader.connection, NEWEST).all() as { account: AccountId; day: Day }[]
  return Object.fromEntries(rows.map(({ account, day }) => [account, day]))
}

const MOVES = "('purchase', 'refund', 'repayment', 'loan', 'deferral', 'review')"

const NEWEST = `
SELECT account, max(day) AS day FROM (
  SELECT account, max(max(day, coalesce(posted_on, day))) AS day FROM counting_entry
  WHERE kind IN ${MOVES} AND account IS NOT NULL GROUP BY account
  UNION ALL
  SELECT s.account, max(e.day) FROM entry_account s JOIN counting_entry e ON e.seq = s.entry
  WHERE e.kind IN ${MOVES} GROUP BY s.account)
GROUP BY account`

/** Shops of purchases since a day, per account, the newest first and each once. */
export function readRecentShops(reader: Reader, since: Day): Readonly<Record<AccountId, readonly string[]>> {
  const rows = statement(reader.connection, SHOPS).all({ since }) as { account: AccountId; label: string }[]
  const shops: Record<AccountId, string[]> = {}
  for (const { account, label } of rows) {
    const list = shops[account] ?? []
    list.push(label)
    shops[account] = list
  }
  return shops
}

const SHOPS = `
SELECT account, label FROM counting_entry
WHERE kind = 'purchase' AND day >= @since AND label <> ''
GROUP BY account, label ORDER BY account, max(day) DESC, label`
