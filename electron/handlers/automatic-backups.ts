import { compactLedger, isCompactionDue } from './compaction-handlers.ts'
import { isBackupDue, keepBackup } from './keep-backup.ts'
import type { OpenLedgers } from './ledgers.ts'

/** How often it is looked whether one is due, in milliseconds. */
const LOOK = 60_000

export type AutomaticBackups = {
  /** After a call, and now and then: makes one in the background where one is due. */
  readonly look: () => void
  readonly close: () => Promise<void>
}

/** Backups that nobody has to think of, and with them the removal of what undo no longer reaches, where it is wanted. One that fails is tried again at the next look; the list says that it failed. */
export function createAutomaticBackups(
  ledgers: OpenLedgers,
  now: () => number,
  onFault: (error: unknown) => void,
): AutomaticBackups {
  let running: Promise<unknown> | null = null
  let lookedAt = Number.NEGATIVE_INFINITY

  const make = async (): Promise<void> => {
    const opened = ledgers.isSample() ? null : ledgers.current()
    if (!opened?.ok || opened.value.readOnly !== null || !isBackupDue(opened.value, now())) return
    await keepBackup(opened.value, 'automatic', now())
    // One that is refused, for an import is being previewed, is due again with the next backup.
    if (isCompactionDue(opened.value)) await compactLedger(opened.value, now())
  }
  const look = (): void => {
    const time = performance.now()
    if (running !== null || time - lookedAt < LOOK) return
    lookedAt = time
    running = make()
      .catch(onFault)
      .finally(() => {
        running = null
      })
  }
  const timer = setInterval(look, LOOK).unref()
  return {
    look,
    close: async () => {
      clearInterval(timer)
      await running
    },
  }
}
