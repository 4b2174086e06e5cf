import { type Day, maxDay } from '#shared/kernel/day.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import { accountsOf, type Entry } from '#shared/ledger/entry.ts'
import type { DayPosting } from '#shared/ledger/ledger.ts'
import { type Reader, statement } from './queries.ts'

/**
 * The newest day of what moved the debt of each account. The day is the fact's own: a quota copied from Alipay on the
 * 10th already knows a purchase of the 9th that is imported on the 12th. Copies, bills and plans move nothing.
 */
export function newestEntryDays(
  entries: readonly Entry[],
  postings: readonly DayPosting[],
): Readonly<Record<AccountId, Day>> {
  const newest = new Map<AccountId, Day>()
  const see = (account: AccountId, on: Day): void => {
    const known = newest.get(account)
    if (known === undefined || on > known) newest.set(account, on)
  }
  // They stand by account and day: of many only the last of each account is newer than what was seen.
  postings.forEach(({ account, on }, index) => {
    const next = postings[index + 1]
    if (next?.account !== account || next.on < on) see(account, on)
  })
  for (const entry of entries) {
    const on = movedOn(entry)
    if (on !== null) for (const account of accountsOf(entry)) see(account, on)
  }
  return Object.fromEntries(newest)
}

function movedOn(entry: Entry): Day | null {
  if (entry.kind === 'purchase') return maxDay(entry.orderedOn, entry.postedOn ?? entry.orderedOn)
  if (entry.kind === 'loan') return entry.drawnOn
  const moves =
    entry.kind === 'refund' || entry.kind === 'repayment' || entry.kind === 'deferral' || entry.kind === 'review'
  return moves ? entry.on : null
}

/** Shops of purchases since a day, per account, the newest first and each once. */
export function readRecentShops(reader: Reader, since: Day): Readonly<Record<AccountId, readonly string[]>> {
  const rows = statement(reader.connection, SHOPS).all({ since }) as { account: AccountId; label: string }[]
  const shops = new Map<AccountId, string[]>()
  for (const { account, label } of rows) {
    const list = shops.get(account) ?? []
    list.push(label)
    shops.set(account, list)
  }
  return Object.fromEntries(shops)
}

const SHOPS = `
SELECT account, label FROM counting_entry
WHERE kind = 'purchase' AND day >= @since AND label <> ''
GROUP BY account, label ORDER BY account, max(day) DESC, label`
