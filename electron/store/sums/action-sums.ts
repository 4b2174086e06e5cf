import { type Connection, type Reader, statement, type Writer } from '../queries.ts'
import type { Store } from '../store.ts'
import { type AccountSums, addChanges } from './day-sums.ts'
import { type ActionRange, sumChangesOf } from './sum-changes.ts'

/**
 * Writes what an action changes in the daily sums, beside the action. A command is summed in its own transaction, an
 * import while it is staged, some rows at a time; what was not, when the ledger is opened the next time. Until then
 * the entries themselves are asked, so that no figure ever rests on a sum that is not there.
 */
export type ActionSums = {
  /** Adds up the action's rows above one place of the table, up to another. */
  readonly add: (reader: Reader, rows: Pick<ActionRange, 'from' | 'to'> & Partial<Pick<ActionRange, 'path'>>) => void
  readonly write: (writer: Writer) => void
}

export function createActionSums(action: number): ActionSums {
  const purchases: AccountSums = new Map()
  const refunds: AccountSums = new Map()
  const apart = new Map<number, number>()
  return {
    add: ({ connection }, { from, to, path = 'place' }) => {
      const idle = statement(connection, IDLE).pluck().get({ action }) as string
      const changes = sumChangesOf(connection, { action, from, to, idle, path })
      addChanges(purchases, changes.purchases)
      addChanges(refunds, changes.refunds)
      for (const [seq, change] of changes.apart) apart.set(seq, (apart.get(seq) ?? 0) + change)
    },
    write: ({ connection }) => {
      forgetSums(connection, action)
      const insert = statement(connection, INSERT)
      for (const [account, sums] of purchases) insert.run(action, 'purchase', account, textOf(sums.list()))
      for (const [account, sums] of refunds) insert.run(action, 'refund', account, textOf(sums.list()))
      const alone = [...apart].filter(([, change]) => change !== 0)
      if (alone.length > 0) insert.run(action, 'apart', '', textOf(alone))
      statement(connection, 'UPDATE action SET summed = 1 WHERE id = ?').run(action)
    },
  }
}

const INSERT = 'INSERT INTO daily_sum (action, what, account, sums) VALUES (?, ?, ?, ?)'

/** Flat, for there are many: one list of numbers is read several times faster than a list of lists. */
const textOf = (rows: readonly Readonly<readonly (number | null)[]>[]): string => JSON.stringify(rows.flat())

/** The ledger moved under a staged import: what it will change has to be asked again. */
export function forgetSums(connection: Connection, action: number): void {
  statement(connection, 'DELETE FROM daily_sum WHERE action = ?').run(action)
  statement(connection, 'UPDATE action SET summed = 0 WHERE id = ?').run(action)
}

/** Actions that do not count where this one begins to: those that never counted, and those that came later. */
const IDLE = `
SELECT json_group_array(a.id) FROM action x CROSS JOIN action a
WHERE x.id = @action AND a.id <> x.id AND (
  a.state = 'staging' OR a.state = 'dropped' OR a.place > x.place OR (x.place IS NULL AND a.state = 'undone'))`

export const newestSeq = (connection: Connection): number =>
  Number(statement(connection, 'SELECT coalesce(max(seq), 0) FROM entry').pluck().get())

/** The sums of a command that just wrote its rows, above `from`. */
export function sumAction(writer: Writer, action: number, from: number): void {
  const sums = createActionSums(action)
  const to = newestSeq(writer.connection)
  if (to > from) sums.add(writer, { from, to })
  sums.write(writer)
}

/** Sums every action that has no sums yet: all of a ledger of an older program, and what a crash left open. */
export function sumPending(store: Pick<Store, 'prepare' | 'connection'>): void {
  const pending = statement(store.connection, PENDING).pluck().all() as number[]
  if (pending.length === 0) return
  store.prepare((writer) => {
    const ranges = rangesOf(writer.connection)
    for (const action of pending) {
      const sums = createActionSums(action)
      const range = ranges.get(action)
      if (range) sums.add(writer, range)
      sums.write(writer)
    }
  })
}

const PENDING = `
SELECT id FROM action WHERE summed = 0 AND (state = 'active' OR state = 'undone') ORDER BY place`

/**
 * Sums a staged import, some rows at a time, so that nobody waits for it. Answers the revision at which it was done:
 * after a change of the ledger since then the sums say nothing.
 */
export async function sumStaged(store: Store, { action, after }: { action: number; after: number }): Promise<number> {
  const revision = store.revision()
  const sums = createActionSums(action)
  const to = newestSeq(store.connection)
  // Most of a table is read at once from its indexes, unless that would take longer than others may wait.
  const isMost = to - after > to / 2 && to - after <= ROWS_BY_INDEX
  const rows = isMost ? ROWS_BY_INDEX : ROWS_AT_ONCE
  for (let from = after; from < to; from += rows) {
    const range = { from, to: Math.min(from + rows, to), path: isMost ? 'index' : 'place' } as const
    store.read((reader) => sums.add(reader, range))
    await new Promise((resolve) => setImmediate(resolve))
  }
  store.prepare(sums.write)
  return revision
}

const ROWS_AT_ONCE = 50_000
const ROWS_BY_INDEX = 150_000

type Range = { readonly action: number; readonly from: number; readonly to: number }

/** Where the rows of each action lie, in one pass: no index leads from an action to its rows. */
const rangesOf = (connection: Connection): ReadonlyMap<number, Range> =>
  new Map((statement(connection, RANGES).all() as Range[]).map((range) => [range.action, range]))

const RANGES =
  'SELECT appended_by AS "action", min(seq) - 1 AS "from", max(seq) AS "to" FROM entry GROUP BY appended_by'
