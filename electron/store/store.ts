import type { Refusal } from '#shared/contract/reply.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { type ActionLabel, appendAction } from './actions.ts'
import { backUpAtOnce } from './backup.ts'
import { raising } from './counters.ts'
import { type Opened, type OpenOptions, openDatabase } from './database.ts'
import { type LastWriter, takeOver } from './identity.ts'
import { removeOrphans } from './import/discard.ts'
import { diskRefusal } from './open-refusal.ts'
import { type Connection, connect, QUERIES, type Reader, statement, type Writer } from './queries.ts'
import { besideFacts } from './read-once.ts'
import { createMemory, type Memory } from './seen.ts'
import { newestSeq, sumAction, sumPending } from './sums/action-sums.ts'

/** An open ledger. Everything runs at once and in one transaction; nothing interleaves. */
export type Store = {
  readonly path: string
  readonly readOnly: Opened['readOnly']
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Who wrote the ledger before it was opened here, where that was another computer. */
  readonly lastWriter: LastWriter | null
  /** By how much it is older than what was used here before, until it is accepted: something put a copy back. */
  readonly older: Memory['older']
  /** It is the ledger all the same; nothing in it changes. */
  readonly accept: Memory['accept']
  readonly connection: Connection
  /** Looks at one state of the ledger. */
  readonly read: <T>(ask: (reader: Reader) => T) => T
  /** One command: gathers, decides, appends. A refusal leaves nothing behind; `label` names it in the history. */
  readonly write: <T, R>(label: ActionLabel, decide: (writer: Writer) => Outcome<T, R>) => Outcome<T, R>
  /** A change that is not itself an action of the history: undo, redo. */
  readonly change: <T, R>(decide: (writer: Writer) => Outcome<T, R>) => Outcome<T, R>
  /** A change that no figure rests on: settings. */
  readonly adjust: <T, R>(decide: (writer: Writer) => Outcome<T, R>) => Outcome<T, R>
  /** Writes that do not count yet and change no revision: the staging of an import. */
  readonly prepare: <T>(make: (writer: Writer) => T) => T
  /** Grows with every change, by any process. */
  readonly revision: () => number
  /** Grows with every change that a figure may rest on, by any process. */
  readonly factsRevision: () => number
  readonly close: () => void
}

export type Clock = { readonly now: () => number; readonly randomId: () => string }

export type StoreOptions = OpenOptions &
  Clock & {
    /** Where this computer remembers how far its ledgers had come; without it an older copy goes unnoticed. */
    readonly seenFolder?: string | undefined
  }

export function openStore(options: StoreOptions): Outcome<Store, Refusal> {
  const opened = openDatabase({
    beforeMigration: (database) =>
      void backUpAtOnce(database, { path: options.path, reason: 'before-migration', at: options.now() }),
    ...options,
  })
  if (!opened.ok) return opened
  try {
    return done(settledStore(opened.value, options))
  } catch (error) {
    opened.value.database.close()
    const refusal = diskRefusal(error, options)
    if (refusal) return refused(refusal)
    throw error
  }
}

/** What a ledger needs before it is used: taken for this computer, rid of what a dead process left, its sums made. */
function settledStore(opened: Opened, options: StoreOptions): Store {
  const lastWriter = opened.readOnly === null ? takeOver(opened.database, options) : null
  const memory = createMemory(opened.database, options)
  const store = createStore(opened, { ...options, lastWriter, memory })
  memory.remember()
  if (store.readOnly === null) {
    removeOrphans(store)
    sumPending(store)
  }
  return store
}

class Refused extends Error {}

type Created = StoreOptions & { readonly memory: Memory; readonly lastWriter: LastWriter | null }

function createStore({ database, readOnly }: Opened, options: Created): Store {
  const connection = connect(database)
  const reader: Reader = { connection, query: QUERIES }
  const writer = (): Writer => ({ connection, query: QUERIES as Writer['query'], action: 0, ...stamp(options) })
  const inTransaction = database.transaction((work: () => unknown) => work())

  let flushing: 'FULL' | 'NORMAL' = 'FULL'
  const flush = (wanted: typeof flushing): void => {
    if (wanted !== flushing) database.pragma(`synchronous = ${wanted}`)
    flushing = wanted
  }

  const transact = <T, R>(decide: (writer: Writer) => Outcome<T, R>): Outcome<T, R> => {
    let outcome: Outcome<T, R> | null = null
    flush('FULL')
    try {
      inTransaction.immediate(() => {
        outcome = decide(writer())
        if (!outcome.ok) throw new Refused('rolled back')
        statement(connection, RAISE_REVISION).run()
      })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
    if (!outcome) throw new Error('a transaction without an outcome')
    return outcome
  }

  /** Only what was recorded makes an older copy the ledger: no refusal, and no setting. */
  const recording = <T, R>(decide: (writer: Writer) => Outcome<T, R>): Outcome<T, R> => {
    const outcome = transact(decide)
    if (outcome.ok) options.memory.accept()
    return outcome
  }

  const store: Store = {
    path: options.path,
    now: options.now,
    readOnly,
    lastWriter: options.lastWriter,
    older: options.memory.older,
    accept: options.memory.accept,
    connection,
    read: (ask) => inTransaction.deferred(() => ask(reader)) as ReturnType<typeof ask>,
    write: (label, decide) =>
      recording((open) => {
        const from = newestSeq(connection)
        const action = appendAction(open, label)
        const outcome = decide({ ...open, action })
        if (outcome.ok) sumAction(open, action, from)
        return outcome
      }),
    change: (decide) => {
      const outcome = recording(decide)
      // A merged import and a restored ledger bring actions that may have no sums yet.
      if (outcome.ok) sumPending(store)
      return outcome
    },
    adjust: (decide) => {
      const adjusted = besideFacts(connection, () =>
        transact((open) => {
          const outcome = decide(open)
          if (outcome.ok) statement(connection, RAISE_ADJUSTMENTS).run()
          return outcome
        }),
      )
      options.memory.remember()
      return adjusted
    },
    // What does not count yet need not survive a crash: the flush comes with the merge.
    prepare: (make) => {
      flush('NORMAL')
      return inTransaction.immediate(() => make(writer())) as ReturnType<typeof make>
    },
    revision: () => counterIn(connection, 'revision'),
    factsRevision: () => counterIn(connection, 'revision') - counterIn(connection, 'adjustments'),
    close: () => {
      if (database.open) database.close()
    },
  }
  return store
}

const counterIn = (connection: Connection, key: string): number =>
  Number(statement(connection, 'SELECT value FROM meta WHERE key = ?').pluck().get(key) ?? 0)

const RAISE_REVISION = raising('revision')
/** So many of the changes that the revision counts were no facts. A program that does not know of it counts too few. */
const RAISE_ADJUSTMENTS = raising('adjustments')

/** Ids sort by the time at which they were made: nine base-36 digits of milliseconds reach the year 5188. */
function stamp({ now, randomId }: Clock): Pick<Writer, 'at' | 'newId'> {
  const at = now()
  return { at, newId: () => `${at.toString(36).padStart(9, '0')}-${randomId()}` }
}
