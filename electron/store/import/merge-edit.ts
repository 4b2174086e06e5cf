import { isDeepStrictEqual } from 'node:util'
import type { Entry } from '#shared/ledger/entry.ts'

/** One version of an entry, and who made it: a file's may hold what the user changed before it. */
export type Version = { readonly entry: Entry; readonly isImport: boolean }

/**
 * A row that the user edited meets a newer version of itself from a file. Field by field, what the user changed in any
 * version stays, however many files came since; the rest follows the file (formats.md 6: raw and edited values apart).
 * Entries of different kinds have nothing to merge: the user's stays.
 *
 * @param versions oldest first, at least one
 */
export function mergeEdit(versions: readonly Version[], theirs: Entry): Entry {
  const mine = versions.at(-1)?.entry
  if (!mine) throw new Error('an entry without a version')
  if (theirs.kind !== mine.kind) return mine
  const edited = new Set(
    versions.flatMap(({ entry, isImport }, index) => {
      const before = versions[index - 1]
      return isImport || !before ? [] : changedFields(before.entry, entry)
    }),
  )
  const incoming = Object.entries(theirs).filter(([key]) => !edited.has(key))
  return { ...mine, ...Object.fromEntries(incoming) }
}

function changedFields(before: Entry, after: Entry): readonly string[] {
  const old = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after).flatMap(([key, value]) => (isDeepStrictEqual(old.get(key), value) ? [] : [key]))
}
