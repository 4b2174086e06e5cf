/** Opens a ledger and serves it on loopback until nobody is there or the user stops it; for `npm start` and for `huaqing serve`. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createBorder } from '../border.ts'
import { createChosenFiles } from '../chosen-files.ts'
import { pageRoot } from '../data-folder.ts'
import { openHost } from '../ledger-host.ts'
import { createLog, logsBeside } from '../log.ts'
import { removeOldUploads } from './body.ts'
import { type Loopback, startLoopback } from './loopback-server.ts'
import { noteRunning } from './running-server.ts'

/** A tab that is open counts as somebody; two hours after the last one closed the server stops. */
export const IDLE_MINUTES = 120

export type ServeOptions = {
  readonly ledgerPath: string
  /** Null where the ledger was asked for by its name. */
  readonly placeFile?: string | null
  readonly port?: number
  readonly idleMinutes?: number
  /** `YYYY-MM-DD`; the real time when absent. */
  readonly today?: string
}

/** `close` also closes the ledger and removes uploaded files. */
export async function serveLedger(options: ServeOptions): Promise<Loopback> {
  const { ledgerPath, placeFile = null, port = 0, idleMinutes = IDLE_MINUTES, today } = options
  if (!existsSync(join(pageRoot(), 'index.html'))) throw new Error('The page is not built: npm run build.')
  await removeOldUploads(Date.now())
  const log = createLog(logsBeside(ledgerPath))
  const host = openHost({ ledgerPath, placeFile }, today, log)
  const files = createChosenFiles()
  const end = async (): Promise<void> => {
    files.clear()
    await host.close()
  }
  const border = createBorder(host, files, log)
  try {
    const loopback = await startLoopback({ host, border, files, log, pageRoot: pageRoot(), port, idleMinutes })
    const takeNoteAway = noteRunning({ ledgerPath, today }, loopback)
    const close = async (): Promise<void> => {
      takeNoteAway()
      await loopback.close()
      await end()
    }
    return { ...loopback, close }
  } catch (error) {
    await end()
    throw error
  }
}
