import { createLog } from '../log.ts'
import { isDamage, isPassing, isUnreadable } from '../store/disk-errors.ts'

/**
 * Null where the ledger cannot be read: what it says may not stand in the way of a backup. That it cannot be asked now
 * is no damage, and goes on as what it is. Anything else that fails stands in nobody's way either, but may be a fault of
 * the program, and is written into the log.
 */
export function unlessUnreadable<T>(logFolder: string, work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (isPassing(error)) throw error
    if (!isDamage(error) && !isUnreadable(error)) createLog(logFolder).fault('unreadable', error)
    return null
  }
}
