/** Null where the ledger cannot be read, whatever is wrong in it: what it says may not stand in the way of a backup. */
export function unlessUnreadable<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
