/** The host behind the window and behind the browser mode: the ledger thread, with its files and its clock. */
import { basename, dirname, extname, join } from 'node:path'
import type { Host } from '#shared/contract/host.ts'
import { clockFor } from './clock.ts'
import { type LedgerPlace, seenFolder } from './data-folder.ts'
import { createThreadHost } from './handlers/thread-host.ts'
import type { Log } from './log.ts'

/** Invented figures lie in a file of their own beside the ledger: `ledger.huaqing` has `ledger-sample.huaqing`. */
export function samplePathOf(ledgerPath: string): string {
  const ending = extname(ledgerPath)
  return join(dirname(ledgerPath), `${basename(ledgerPath, ending)}-sample${ending}`)
}

/** @param today `YYYY-MM-DD`: the clock starts at noon of this day instead of now; undefined for the real time */
export function openHost({ ledgerPath, placeFile }: LedgerPlace, today: string | undefined, log?: Log): Host {
  const clockOffset = today === undefined ? 0 : clockFor(today)() - Date.now()
  const onFault = (error: unknown): void => void log?.fault('backup', error)
  const logFolder = log === undefined ? {} : { logFolder: log.folder }
  const place = { ledgerPath, placeFile, samplePath: samplePathOf(ledgerPath), seenFolder: seenFolder() }
  const host = createThreadHost({ ...place, clockOffset, onFault, ...logFolder })
  // The ledger is read while the window is still opening. What fails here fails again, and is said, when the page asks.
  void host.call('getToday', {}).catch(() => undefined)
  return host
}
