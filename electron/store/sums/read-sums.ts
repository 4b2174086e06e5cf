import type { Day } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { DayPosting } from '#shared/ledger/ledger.ts'
import { type Reader, statement, type Writer } from '../queries.ts'
import { jsonOrNull, UnreadableRecord } from '../shapes.ts'
import { createDaySums, type DaySum } from './day-sums.ts'

/** The daily sums of all actions that count, added up, by account. */
export type LedgerSums = { readonly purchases: Listed; readonly refunds: Listed }
type Listed = ReadonlyMap<string, readonly Readonly<DaySum>[]>

/** Less of some rows: they are read one by one and must not count twice. */
export type Less = { readonly what: 'purchase' | 'refund'; readonly account: string; readonly sum: Readonly<DaySum> }

export function readSums({ connection }: Reader, less: readonly Less[]): LedgerSums {
  const texts: Record<Less['what'], Map<string, string[]>> = { purchase: new Map(), refund: new Map() }
  for (const [what, account, text] of statement(connection, SUMS).raw().all() as Row[]) {
    texts[what].set(account, [...(texts[what].get(account) ?? []), text])
  }
  const sumsOf = (kind: Less['what']): Listed =>
    new Map(
      [...texts[kind]].map(([account, list]) => {
        const single = less.filter((one) => one.what === kind && one.account === account)
        return [account, addedUp(list, single)]
      }),
    )
  return { purchases: sumsOf('purchase'), refunds: sumsOf('refund') }
}

/** The sums of one action alone are as they were written; only several have to be added up. */
function addedUp(texts: readonly string[], less: readonly Less[]): readonly Readonly<DaySum>[] {
  const [only = '[]'] = texts
  if (texts.length < 2 && less.length === 0) return sumsIn(only)
  const days = createDaySums()
  for (const text of texts) for (const sum of sumsIn(text)) days.add(sum)
  for (const { sum } of less) days.subtract(sum)
  return days.list()
}

type Row = readonly [what: Less['what'], account: string, sums: string]

const SUMS = `
SELECT s.what, s.account, s.sums FROM daily_sum s JOIN action a ON a.id = s.action
WHERE a.state = 'active' AND s.what <> 'apart' ORDER BY s.account`

/**
 * Rows of the refunds whose purchase is not in the ledger. Null where an action that counts has no sums yet: the
 * entries are then asked themselves.
 */
export function readApart(reader: Reader): readonly number[] | null {
  if (isPending(reader)) return null
  const apart = new Map<number, number>()
  for (const text of statement(reader.connection, APART).pluck().all() as string[]) {
    const numbers = numbersIn(text) as readonly number[]
    for (let at = 0; at < numbers.length; at += 2) {
      const seq = numbers[at] ?? 0
      apart.set(seq, (apart.get(seq) ?? 0) + (numbers[at + 1] ?? 0))
    }
  }
  return [...apart].filter(([, times]) => times > 0).map(([seq]) => seq)
}

const APART = `
SELECT s.sums FROM daily_sum s JOIN action a ON a.id = s.action WHERE a.state = 'active' AND s.what = 'apart'`

/** A command that only looks so far has nothing to sum yet: it is the newest action, and none of the newest rows is its. */
function isPending(reader: Reader | Writer): boolean {
  const own = 'action' in reader ? reader.action : 0
  const pending = statement(reader.connection, PENDING).pluck().all() as number[]
  if (pending.length === 0) return false
  if (pending.length > 1 || pending[0] !== own) return true
  return statement(reader.connection, 'SELECT appended_by FROM entry ORDER BY seq DESC LIMIT 1').pluck().get() === own
}

const PENDING = "SELECT id FROM action WHERE summed = 0 AND state = 'active' LIMIT 2"

/** Sums that are none keep everything from being answered, until the doctor makes them again. */
function numbersIn(text: string): readonly (number | null)[] {
  const numbers = jsonOrNull(text)
  const isRead = Array.isArray(numbers) && numbers.every((one) => one === null || typeof one === 'number')
  if (!isRead) throw new UnreadableRecord('daily_sum')
  return numbers
}

function sumsIn(text: string): readonly Readonly<DaySum>[] {
  const numbers = numbersIn(text)
  const sums: DaySum[] = []
  for (let at = 0; at < numbers.length; at += 5) {
    sums.push([
      numbers[at] ?? 0,
      numbers[at + 1] ?? null,
      numbers[at + 2] ?? 0,
      numbers[at + 3] ?? 0,
      numbers[at + 4] ?? 0,
    ])
  }
  return sums
}

/**
 * The sums as the rules take them. Purchases posted from `before` on are read one by one, and so are their refunds;
 * refunds later than `today` have not happened.
 */
export function postingsOfSums(sums: LedgerSums, window: { readonly before: Day; readonly today: Day }): DayPosting[] {
  const postings: DayPosting[] = []
  for (const [account, days] of sums.purchases) {
    for (const sum of days) if (sum[0] < window.before) postings.push(postingOf('purchase', account, sum))
  }
  for (const [account, days] of sums.refunds) {
    for (const sum of days) {
      if (sum[0] <= window.today && (sum[1] ?? 0) < window.before) postings.push(postingOf('refund', account, sum))
    }
  }
  return postings
}

const postingOf = (what: DayPosting['what'], account: string, sum: Readonly<DaySum>): DayPosting => ({
  account,
  what,
  on: sum[0] as Day,
  purchasePostedOn: sum[1] as Day | null,
  amount: sum[2] as Fen,
  count: sum[3],
  assumed: sum[4],
})
