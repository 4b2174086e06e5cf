import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import Database from 'better-sqlite3'

/**
 * A ledger has a name that no other one has, and remembers which computer wrote it last. Two copies that were both
 * written are never merged: the user is told that there are two, and which computer made the other.
 */
export type LastWriter = { readonly computer: string; readonly at: number }

const here = (): { readonly mark: string; readonly computer: string } => ({
  mark: createHash('sha256').update(`${hostname()}\n${userInfo().username}`).digest('hex').slice(0, 16),
  computer: hostname(),
})

/** Takes the ledger for this computer. Answers who wrote it last where that was another one. */
export function takeOver(
  database: Database.Database,
  clock: { now: () => number; randomId: () => string },
): LastWriter | null {
  const found = read(database)
  const { mark, computer } = here()
  if (found.get('ledger') !== undefined && found.get('machine') === mark) return null
  const put = database.prepare('INSERT OR REPLACE INTO identity (key, value) VALUES (?, ?)')
  const at = clock.now()
  database
    .transaction(() => {
      if (found.get('ledger') === undefined) put.run('ledger', `${at.toString(36)}-${clock.randomId()}`)
      put.run('machine', mark)
      put.run('computer', computer)
      put.run('taken-at', String(at))
    })
    .immediate()
  if (found.get('machine') === undefined) return null
  return { computer: found.get('computer') ?? '', at: Number(found.get('taken-at') ?? 0) }
}

/** The name that no other ledger has; null where it has none yet. */
export const ledgerName = (database: Database.Database): string | null => read(database).get('ledger') ?? null

const read = (database: Database.Database): ReadonlyMap<string, string> =>
  new Map(database.prepare('SELECT key, value FROM identity').raw().all() as [string, string][])

/** Other files beside the ledger that are copies of it: what services leave where two computers wrote at once. */
export function copiesBeside(ledgerPath: string, database: Database.Database): readonly string[] {
  const own = ledgerName(database)
  const ending = extname(ledgerPath)
  const names = readdirSync(dirname(ledgerPath)).filter(
    (name) => name !== basename(ledgerPath) && extname(name) === ending,
  )
  return own === null ? [] : names.filter((name) => idOf(join(dirname(ledgerPath), name)) === own)
}

/** Null for whatever is no ledger that can be looked at. */
function idOf(path: string): string | null {
  try {
    const database = new Database(path, { readonly: true, timeout: 0 })
    try {
      return ledgerName(database)
    } finally {
      database.close()
    }
  } catch {
    return null
  }
}
