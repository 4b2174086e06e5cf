import type { Day } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { DayPosting } from '#shared/ledger/ledger.ts'
import { type Reader, statement, type Writer } from '../queries.ts'
import { jsonOrNull, UnreadableRecord } from '../shapes.ts'
import { createDaySums, type DaySum, type DaySums } from './day-sums.ts'

/** The daily sums of all actions that count, added up, by account: flat lists of five numbers per sum. */
export type LedgerSums = { readonly purchases: Listed; readonly refunds: Listed }
type Listed = ReadonlyMap<string, Flat>
type Flat = readonly (number | null)[]
/** As it was read just now: nobody else has it yet. */
type FreshFlat = (number | null)[]

/** Less of some rows: they are read one by one and must not count twice. */
export type Less = { readonly what: 'purchase' | 'refund'; readonly account: string; readonly sum: Readonly<DaySum> }

export function readSums({ connection }: Reader, less: readonly Less[]): LedgerSums {
  const texts: Record<Less['what'], Map<string, string[]>> = { purchase: new Map(), refund: new Map() }
  for (const [what, account, text] of statement(connection, SUMS).raw().all() as Row[]) {
    const known = texts[what].get(account)
    if (known) known.push(text)
    else texts[what].set(account, [text])
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

/** The sums of one action alone are as they were written, but for a few; only several have to be added up. */
function addedUp(texts: readonly string[], less: readonly Less[]): Flat {
  const [only = '[]'] = texts
  const alone = texts.length < 2 ? lessened(numbersIn(only), less) : null
  if (alone !== null) return alone
  const days = createDaySums()
  for (const text of texts) addAll(days, numbersIn(text))
  for (const { sum } of less) days.subtract(sum)
  return days.list().flat()
}

/** Null where one of them is in none of the sums. */
function lessened(flat: FreshFlat, less: readonly Less[]): Flat | null {
  for (const { sum } of less) {
    const at = placeOf(flat, sum)
    if (at === null) return null
    for (let part = 2; part < PARTS; part += 1) flat[at + part] = (flat[at + part] ?? 0) - (sum[part] ?? 0)
  }
  return flat
}

/** They are written in the order of their days. */
function placeOf(flat: Flat, [on, purchaseOn]: Readonly<DaySum>): number | null {
  let [from, to] = [0, flat.length / PARTS]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((flat[middle * PARTS] ?? 0) < on) from = middle + 1
    else to = middle
  }
  for (let at = from * PARTS; flat[at] === on; at += PARTS) if ((flat[at + 1] ?? null) === purchaseOn) return at
  return null
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
function numbersIn(text: string): FreshFlat {
  const numbers = jsonOrNull(text)
  const isRead = Array.isArray(numbers) && numbers.every((one) => typeof one === 'number' || one === null)
  if (!isRead) throw new UnreadableRecord('daily_sum')
  return numbers
}

function addAll(days: DaySums, flat: Flat): void {
  for (let at = 0; at < flat.length; at += PARTS)
    days.add([flat[at] ?? 0, flat[at + 1] ?? null, flat[at + 2] ?? 0, flat[at + 3] ?? 0, flat[at + 4] ?? 0])
}

/** How many numbers a sum is. */
const PARTS = 5

/** How many entries are added up in such a list. */
export function countOfSums(flat: Flat): number {
  let count = 0
  for (let at = 3; at < flat.length; at += PARTS) count += flat[at] ?? 0
  return count
}

/**
 * The sums as the rules take them. Purchases posted from `before` on are read one by one, and so are their refunds;
 * refunds later than `today` have not happened.
 */
export function postingsOfSums(sums: LedgerSums, window: { readonly before: Day; readonly today: Day }): DayPosting[] {
  const postings: DayPosting[] = []
  for (const [account, flat] of sums.purchases) {
    for (let at = 0; at < flat.length; at += PARTS)
      if ((flat[at] ?? 0) < window.before) put(postings, { account, what: 'purchase', flat, at })
  }
  for (const [account, flat] of sums.refunds) {
    for (let at = 0; at < flat.length; at += PARTS) {
      const isPast = (flat[at] ?? 0) <= window.today && (flat[at + 1] ?? 0) < window.before
      if (isPast) put(postings, { account, what: 'refund', flat, at })
    }
  }
  return postings
}

type Sum = Pick<DayPosting, 'account' | 'what'> & { readonly flat: Flat; readonly at: number }

/** Where all of a day is read one by one, nothing is left of its sum. */
function put(postings: DayPosting[], { account, what, flat, at }: Sum): void {
  const amount = flat[at + 2] ?? 0
  const count = flat[at + 3] ?? 0
  const assumed = flat[at + 4] ?? 0
  if (amount === 0 && count === 0 && assumed === 0) return
  postings.push({
    account,
    what,
    on: flat[at] as Day,
    purchasePostedOn: (flat[at + 1] ?? null) as Day | null,
    amount: amount as Fen,
    count,
    assumed,
  })
}
