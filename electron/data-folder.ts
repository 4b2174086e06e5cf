/**
 * Where the ledger, its backups and the logs lie when nothing else is said. The window, the browser mode and the
 * command line must agree on it, and only the first has Electron to ask, so the rule of Electron's `appData` stands here.
 */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { PLACE_FILE, readPlace } from './files/ledger-place.ts'

export const APP_FOLDER = 'HuaQing'
export const LEDGER_FILE = 'ledger.huaqing'

export type Surroundings = {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

const here = (): Surroundings => ({ platform: process.platform, env: process.env, home: homedir() })

/** The folder per user: `%APPDATA%`, `~/Library/Application Support` or `$XDG_CONFIG_HOME`, then HuaQing. */
export function dataFolder({ platform, env, home }: Surroundings = here()): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), APP_FOLDER)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', APP_FOLDER)
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), APP_FOLDER)
}

/** What may be lost without harm, such as the memory of a download that failed. */
export function cacheFolder({ platform, env, home }: Surroundings = here()): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), APP_FOLDER, 'Cache')
  if (platform === 'darwin') return join(home, 'Library', 'Caches', APP_FOLDER)
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), APP_FOLDER)
}

/** Where it is remembered how far each ledger had come on this computer. */
export const seenFolder = (): string => join(dataFolder(), 'seen')

export type LedgerPlace = {
  readonly ledgerPath: string
  /** The file that names the place of a ledger that was moved; null where another ledger was asked for by name. */
  readonly placeFile: string | null
}

/** The ledger: as asked for, else `HUAQING_LEDGER`, else where it was moved to, else the one in the data folder. */
export function ledgerPlace(asked: string | undefined, folder: string = dataFolder()): LedgerPlace {
  const named = asked ?? (process.env.HUAQING_LEDGER || null)
  if (named !== null) return { ledgerPath: named, placeFile: null }
  const placeFile = join(folder, PLACE_FILE)
  return { ledgerPath: readPlace(placeFile) ?? join(folder, LEDGER_FILE), placeFile }
}

export const defaultLedgerPath = (asked: string | undefined, folder?: string): string =>
  ledgerPlace(asked, folder).ledgerPath

/** A ledger that was moved is never made anew where it is missing: its disk may only be away. */
export const isMoved = ({ placeFile }: LedgerPlace): boolean => placeFile !== null && readPlace(placeFile) !== null

/** The folder of package.json: the same from the sources, from `out/main` and inside a packaged app. */
export function packageRoot(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (folder === dirname(folder)) throw new Error('no package.json above the program')
  }
}

/** The built page. */
export const pageRoot = (): string => join(packageRoot(), 'out', 'renderer')
