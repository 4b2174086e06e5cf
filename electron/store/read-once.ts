import { type Connection, type Reader, statement } from './queries.ts'

/**
 * What is read of one state of the ledger, once for as long as nothing changes: a page asks many questions of one state,
 * and what they work out of it hangs on what was read. A command reads anew, for what it has written may still be rolled
 * back.
 */
export function readOnce<T>(reader: Reader, what: string, read: () => T): T {
  if ('action' in reader) return read()
  const known = knownOf(reader.connection)
  if (known.has(what)) return known.get(what) as T
  const value = read()
  known.set(what, value)
  return value
}

type Known = { readonly state: string; readonly values: Map<string, unknown> }

const lastKnown = new WeakMap<Connection, Known>()

function knownOf(connection: Connection): Map<string, unknown> {
  const state = stateOf(connection)
  const last = lastKnown.get(connection)
  if (last?.state === state) return last.values
  const values = new Map<string, unknown>()
  lastKnown.set(connection, { state, values })
  return values
}

/** Runs a change of what no answer is read from: what is known of the ledger stays known. */
export function besideFacts<T>(connection: Connection, change: () => T): T {
  const before = ownChanges(connection)
  try {
    return change()
  } finally {
    changesBeside.set(connection, changesBesideIn(connection) + ownChanges(connection) - before)
  }
}

const changesBeside = new WeakMap<Connection, number>()
const changesBesideIn = (connection: Connection): number => changesBeside.get(connection) ?? 0

/** Differs after every change of a fact: `data_version` after those of other connections, `total_changes` after one's own. */
const stateOf = (connection: Connection): string =>
  [
    statement(connection, 'PRAGMA data_version').pluck().get(),
    ownChanges(connection) - changesBesideIn(connection),
  ].join('/')

const ownChanges = (connection: Connection): number =>
  Number(statement(connection, 'SELECT total_changes()').pluck().get())
