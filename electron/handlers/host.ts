import { type ContractMethod, contract, type Request, type Response } from '#shared/contract/contract.ts'
import type { CallOptions, Host } from '#shared/contract/host.ts'
import type { Reply } from '#shared/contract/reply.ts'
import { dayAt } from '#shared/kernel/moment.ts'
import { logsBeside } from '../log.ts'
import { diskRefusal, type LedgerAt } from '../store/open-refusal.ts'
import type { Clock, Store } from '../store/store.ts'
import { createAutomaticBackups } from './automatic-backups.ts'
import { doctorHandlers } from './doctor-handlers.ts'
import { crossing, type Handled, type HandlerContext, type HandlerTable, type RescueContext } from './handler.ts'
import { givePreviewUp } from './import-previews.ts'
import { knownOr } from './known-answers.ts'
import { createLedgers, type LedgerPaths, type OpenLedgers, revisionsOf } from './ledgers.ts'
import { reportHandlers } from './report-handlers.ts'
import { restoreHandlers } from './restore-handlers.ts'

export type HostOptions = LedgerPaths &
  Clock & {
    readonly handlers: HandlerTable
    /** Where the faults of this program are written; beside the ledger unless said. */
    readonly logFolder?: string
    /** Told of a backup that could not be made in the background; without it none is made. */
    readonly onBackupFault?: (error: unknown) => void
  }

/** How often another process's changes are looked for, in milliseconds. */
const POLL = 1000

/** Answers the contract in this thread: for the command line, for tests, and inside the ledger thread. */
export function createLocalHost(options: HostOptions): Host {
  const ledgers = createLedgers(options, options)
  const changes = createChanges(() => revisionNow(ledgers, options.now))
  const automatic = options.onBackupFault ? createAutomaticBackups(ledgers, options.now, options.onBackupFault) : null

  async function call<M extends ContractMethod>(
    method: M,
    request: Request<M>,
    { signal, onProgress }: CallOptions = {},
  ) {
    const surroundings = {
      path: ledgers.path(),
      logFolder: options.logFolder ?? logsBeside(options.ledgerPath),
      today: dayAt(options.now()),
      now: options.now,
      signal: signal ?? new AbortController().signal,
      onProgress: onProgress ?? (() => undefined),
      ledgers,
    }
    const opened = ledgers.current()
    if (!opened.ok) {
      const rescue = rescuerOf(method)
      if (!rescue) return opened
      const context = { ...surroundings, store: null, closedBy: opened.refusal }
      return await settled(surroundings, () => rescue(context, request))
    }
    const refusal = refusedToWrite(opened.value, method)
    if (refusal) return refusal
    const context = { ...surroundings, store: opened.value, closedBy: null }
    return await handle(options.handlers, { context, method, request }).finally(() => {
      changes.look()
      automatic?.look()
    })
  }

  return {
    call,
    onChange: changes.onChange,
    close: async () => {
      changes.close()
      await automatic?.close()
      try {
        const store = ledgers.opened()
        if (store !== null) await givePreviewUp(store)
      } finally {
        ledgers.close()
      }
    },
  }
}

/** Null where it cannot be known now; the next look, or the next call, says more. */
function revisionNow(ledgers: OpenLedgers, now: () => number): number | null {
  try {
    const opened = ledgers.current()
    return opened.ok ? revisionsOf(opened.value, ledgers.isSample()).revision : null
  } catch (error) {
    if (diskRefusal(error, { path: ledgers.path(), now })) return null
    throw error
  }
}

type Call<M extends ContractMethod> = {
  readonly context: HandlerContext
  readonly method: M
  readonly request: Request<M>
}

async function handle<M extends ContractMethod>(
  handlers: HandlerTable,
  { context, method, request }: Call<M>,
): Promise<Reply<Response<M>>> {
  return settled(context, () => knownOr({ method, request, context }, () => handlers[method](context, request)))
}

/** What the disk says becomes a refusal with the ledger's path. */
async function settled<T>(ledger: LedgerAt, work: () => Handled<T> | Promise<Handled<T>>): Promise<Reply<T>> {
  try {
    const outcome = await work()
    return outcome.ok ? outcome : { ok: false, refusal: crossing(outcome.refusal) }
  } catch (error) {
    const refusal = diskRefusal(error, ledger)
    if (refusal) return { ok: false, refusal }
    throw error
  }
}

/** The handler of a method that answers without an open ledger. */
const rescuerOf = <M extends ContractMethod>(method: M) =>
  (({ ...restoreHandlers, ...doctorHandlers, ...reportHandlers }) as Partial<Record<ContractMethod, unknown>>)[
    method
  ] as
    | ((context: RescueContext, request: Request<M>) => Handled<Response<M>> | Promise<Handled<Response<M>>>)
    | undefined

const WITHOUT_WRITING: readonly ContractMethod[] = ['openSample', 'leaveSample']

function refusedToWrite(store: Store, method: ContractMethod): Extract<Reply<never>, { ok: false }> | null {
  if (store.readOnly === null || contract[method].kind === 'read' || WITHOUT_WRITING.includes(method)) return null
  const kind = store.readOnly === 'ledger-newer' ? 'ledger-newer' : 'ledger-read-only'
  return { ok: false, refusal: { kind, values: { path: store.path } } }
}

/** Tells listeners of a new revision, after a call and whenever another process wrote. */
function createChanges(revision: () => number | null) {
  const listeners = new Set<(revision: number) => void>()
  let seen: number | null = null
  let timer: ReturnType<typeof setInterval> | null = null

  const look = (): void => {
    const now = revision()
    if (now === null) return
    const isNew = seen !== null && now !== seen
    seen = now
    if (isNew) for (const listener of listeners) listener(now)
  }
  const stop = (): void => {
    if (timer) clearInterval(timer)
    timer = null
  }

  return {
    look: () => {
      if (listeners.size > 0) look()
    },
    close: stop,
    onChange: (listener: (revision: number) => void) => {
      listeners.add(listener)
      if (seen === null) seen = revision()
      timer ??= setInterval(look, POLL).unref()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
  }
}
