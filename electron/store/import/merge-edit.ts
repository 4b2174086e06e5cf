import { isDeepStrictEqual } from 'node:util'
import type { Entry } from '#shared/ledger/entry.ts'

/**
 * A row that the user edited meets a newer version of itself from a file. Field by field, what the user changed stays,
 * what only the file changed follows the file (formats.md 6: raw and edited values apart). Entries of different kinds
 * have nothing to merge: the user's stays.
 */
export function mergeEdit(base: Entry, mine: Entry, theirs: Entry): Entry {
  if (base.kind !== mine.kind || theirs.kind !== mine.kind) return mine
  const before = new Map<string, unknown>(Object.entries(base))
  const incoming = Object.entries(theirs).filter(([key]) => isDeepStrictEqual(before.get(key), fieldOf(mine, key)))
  return { ...mine, ...Object.fromEntries(incoming) }
}

const fieldOf = (entry: Entry, key: string): unknown => Object.entries(entry).find(([name]) => name === key)?.[1]
