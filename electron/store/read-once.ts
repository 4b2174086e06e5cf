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

/** Differs after every change: `data_version` after those of other connections, `total_changes` after one's own. */
const stateOf = (connection: Connection): string =>
  [DATA_VERSION, OWN_CHANGES].map((sql) => statement(connection, sql).pluck().get()).join('/')

const DATA_VERSION = 'PRAGMA data_version'
const OWN_CHANGES = 'SELECT total_changes()'
