import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Progress } from '#shared/contract/reply.ts'
import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { type Day, dayText } from '#shared/kernel/day.ts'
import { dayAt } from '#shared/kernel/moment.ts'
import { refused } from '#shared/kernel/outcome.ts'
import { clockFor } from '../clock.ts'
import { defaultLedgerPath, isMoved, ledgerPlace } from '../data-folder.ts'
import { crossing, type Handled, type HandlerContext, type RescueContext } from '../handlers/handler.ts'
import { logsBeside } from '../log.ts'
import { readAccounts } from '../store/accounts.ts'
import { countRedo } from '../store/actions.ts'
import { diskRefusal, ledgerRefusal } from '../store/open-refusal.ts'
import { forgetSeen, olderWarning } from '../store/seen.ts'
import { openStore, type Store } from '../store/store.ts'
import { RefusedError } from './refused-error.ts'
import { calledIn } from './stored-names.ts'
import type { Terminal } from './terminal.ts'
import { holdYoungSpace } from './young-space.ts'

/** An open ledger, answered by the same handlers as the window, in this process: no thread is worth its start here. */
export type LedgerSession = {
  readonly today: Day
  readonly store: Store
  /** What a handler answers; its refusal ends the command with code 1. */
  readonly ask: <Request, T>(handler: AnyHandler<Request, T>, request: Request) => Promise<T>
}

type AnyHandler<Request, T> = (context: HandlerContext, request: Request) => Handled<T> | Promise<Handled<T>>

export type LedgerUse = {
  /** Commands that write make the ledger where there is none; those that only read refuse with `ledger-not-found`. */
  readonly access: 'read' | 'write'
  /** Another file than the one the options name. */
  readonly path?: string
  /** It goes along the history, back or forward, and gives nothing up. */
  readonly alongHistory?: true
}

export async function withLedger<T>(
  terminal: Terminal,
  { access, path = ledgerPath(terminal), alongHistory }: LedgerUse,
  use: (session: LedgerSession) => Promise<T>,
): Promise<T> {
  const now = clockOf(terminal)
  // The folder of the desktop app may not be there yet; a folder that the user names must be.
  const isPlaced = isMoved(ledgerPlace(terminal.ledger)) && path === ledgerPath(terminal)
  if (access === 'write' && !isPlaced && path === defaultLedgerPath(undefined))
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  if (access === 'read' && !existsSync(path)) throw new RefusedError(ledgerRefusal('ledger-not-found', { path, now }))
  const opened = openStore({
    path,
    create: access === 'write' && !isPlaced,
    readOnly: access === 'read',
    seenFolder: terminal.seenFolder,
    now,
    randomId,
  })
  if (!opened.ok) throw new RefusedError(opened.refusal)
  const store = opened.value
  terminal.know(() => calledIn(store.read(readAccounts), terminal.language))
  await tellIfOlder(terminal, store)
  const stop = new AbortController()
  const onInterrupt = (): void => stop.abort()
  process.once('SIGINT', onInterrupt)
  try {
    if (access === 'write' && store.readOnly !== null) {
      throw new RefusedError({ kind: store.readOnly, values: { path: store.path } })
    }
    const before = alongHistory ? 0 : redoSteps(store)
    const answer = await use(createSession(terminal, { store, now, signal: stop.signal }))
    tellGivenUp(terminal, before - redoSteps(store))
    return answer
  } catch (error) {
    const refusal = diskRefusal(error, { path, now })
    throw refusal ? new RefusedError(refusal) : error
  } finally {
    process.off('SIGINT', onInterrupt)
    store.close()
  }
}

/** Undone steps that can be done again; none where that cannot be read, or the ledger is no longer open. */
function redoSteps(store: Store | null): number {
  if (!store?.connection.raw.open) return 0
  try {
    return store.read(countRedo)
  } catch (error) {
    if (diskRefusal(error, store)) return 0
    throw error
  }
}

/** A new action gives up what could have been redone: with a word. */
function tellGivenUp(terminal: Terminal, count: number): void {
  if (count > 0) terminal.tell(terminal.say(cliTexts.redoDropped, { count }))
}

/** Said before any figure of it; the words are loaded only where there is something to say. */
async function tellIfOlder(terminal: Terminal, store: Store): Promise<void> {
  const older = olderWarning(store)
  if (older === null) return
  terminal.tell((await import('./words.ts')).coded(terminal, 'surroundings', older))
  terminal.tell(terminal.say(cliTexts.acceptLedger))
}

/** The ledger where it can be opened, and else what is left: for what mends a ledger. */
export async function withRescue<T>(
  terminal: Terminal,
  use: (context: RescueContext) => Promise<Handled<T>>,
): Promise<T> {
  const path = ledgerPath(terminal)
  const now = clockOf(terminal)
  const { seenFolder } = terminal
  const opened = openStore({ path, create: false, seenFolder, now, randomId })
  const store = opened.ok ? opened.value : null
  if (store !== null && store.readOnly !== null) {
    store.close()
    throw new RefusedError({ kind: store.readOnly, values: { path } })
  }
  const context: RescueContext = {
    ...surroundingsOf(terminal, now),
    ledgers: ledgersOf(terminal, () => store?.close()),
    path,
    store,
    closedBy: opened.ok ? null : opened.refusal,
  }
  try {
    const before = redoSteps(store)
    const outcome = await use(context)
    if (!outcome.ok) throw new RefusedError(crossing(outcome.refusal))
    if (store?.connection.raw.open) tellGivenUp(terminal, before - redoSteps(store))
    return outcome.value
  } catch (error) {
    const refusal = diskRefusal(error, { path, now })
    throw refusal ? new RefusedError(refusal) : error
  } finally {
    store?.close()
  }
}

const randomId = (): string => randomBytes(5).toString('hex')

const ledgersOf = (
  terminal: Pick<Terminal, 'ledger' | 'seenFolder'>,
  release: () => void,
): HandlerContext['ledgers'] => ({
  isSample: () => false,
  switchTo: () => refused({ kind: 'sample-not-offered' }),
  release,
  replaced: () => {
    release()
    const { seenFolder: folder } = terminal
    if (folder !== undefined) forgetSeen({ folder, path: ledgerPath(terminal) })
  },
  placeFile: ledgerPlace(terminal.ledger).placeFile,
  moved: release,
})

const surroundingsOf = (terminal: Terminal, now: () => number) => ({
  logFolder: logsBeside(ledgerPath(terminal)),
  today: dayAt(now()),
  now,
  signal: new AbortController().signal,
  onProgress: ({ stage, done, total }: Progress): void => {
    holdYoungSpace()
    terminal.progress(stage, done, total)
  },
})

export const ledgerPath = (terminal: Pick<Terminal, 'ledger'>): string => defaultLedgerPath(terminal.ledger)

export const clockOf = (terminal: Pick<Terminal, 'today'>): (() => number) =>
  clockFor(terminal.today === null ? undefined : dayText(terminal.today))

type Running = Pick<HandlerContext, 'store' | 'now' | 'signal'>

function createSession(terminal: Terminal, { store, now, signal }: Running): LedgerSession {
  const context: HandlerContext = {
    store,
    path: store.path,
    closedBy: null,
    ...surroundingsOf(terminal, now),
    signal,
    ledgers: ledgersOf(terminal, () => store.close()),
  }
  return {
    today: context.today,
    store,
    ask: async (handler, request) => {
      const outcome = await handler(context, request)
      if (!outcome.ok) throw new RefusedError(crossing(outcome.refusal))
      return outcome.value
    },
  }
}
