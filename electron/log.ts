/**
 * The fault log: what went wrong and where, with a reference the screen can show. A ledger is private and logs get
 * sent to strangers, so a message loses everything that could be an amount, a date, a name or a path before it is written.
 */
import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const LOG_FILE = 'huaqing.log'
const MAX_BYTES = 1_000_000

/** Where faults are written when the program has no folder of its own: beside the ledger. */
export const logsBeside = (ledgerPath: string): string => join(dirname(ledgerPath), 'logs')

export type Log = {
  readonly folder: string
  /** Writes a fault and returns the reference that stands beside it in the log. */
  readonly fault: (where: string, error: unknown) => string
  /** Writes an event that is no fault, e.g. a refused request. */
  readonly note: (where: string, what: string) => void
}

/** Digits, quoted text, Chinese text and paths are what a user's data is made of; the rest is the program's own words. */
export function withoutPrivateText(message: string): string {
  return message
    .replace(/(["'`「]).*?(["'`」])/gs, '$1…$2')
    .replace(/(?:[A-Za-z]:)?[\\/][^\s:)]+/g, '<path>')
    .replace(/[\p{Script=Han}][\p{Script=Han}\p{P}]*/gu, '…')
    .replace(/\d+/g, '#')
    .slice(0, 400)
}

/** Function, file and line of a frame, without the folders before the program's own. */
function frames(stack: string | undefined): string[] {
  const lines = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return lines.slice(0, 12).map((line) => line.trim().replace(/(?:file:\/\/)?[^\s()]*[\\/]([^\\/()\s]+)/g, '$1'))
}

/** An error that crossed from another thread may come without its class; what it says is the same. */
const looksLikeError = (thrown: unknown): thrown is Error =>
  typeof thrown === 'object' && thrown !== null && 'message' in thrown && typeof thrown.message === 'string'

export function describeFault(error: unknown): string[] {
  if (!looksLikeError(error)) return [`thrown: ${typeof error}`]
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const cause = error.cause === undefined ? [] : ['caused by', ...describeFault(error.cause)]
  return [`${error.name ?? 'Error'}${code}: ${withoutPrivateText(error.message)}`, ...frames(error.stack), ...cause]
}

/** @param folder made when absent, readable by its owner alone; a log that cannot be written never stops the program. */
export function createLog(folder: string, now: () => Date = () => new Date()): Log {
  const file = join(folder, LOG_FILE)
  const write = (lines: readonly string[]): void => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
      if (size > MAX_BYTES) renameSync(file, `${file}.1`)
      appendFileSync(file, `${lines.join('\n    ')}\n`, { mode: 0o600 })
    } catch {
      console.error('The fault log cannot be written.')
    }
  }
  return {
    folder,
    fault: (where, error) => {
      const reference = randomBytes(4).toString('hex').toUpperCase()
      write([`${now().toISOString()} ${reference} ${where}`, ...describeFault(error)])
      return reference
    },
    note: (where, what) => write([`${now().toISOString()} ${where}: ${withoutPrivateText(what)}`]),
  }
}
