import { rmSync } from 'node:fs'
import type { Refusal } from '#shared/contract/reply.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { readPlace } from '../files/ledger-place.ts'
import { forgetSeen } from '../store/seen.ts'
import { type Clock, openStore, type Store } from '../store/store.ts'
import type { Ledgers } from './handler.ts'

export type LedgerPaths = {
  readonly ledgerPath: string
  /** Where the sample ledger lies; without it there is no sample. */
  readonly samplePath?: string
  /** Make the own ledger where there is none (true unless said). */
  readonly create?: boolean
  readonly readOnly?: boolean
  /** The file that names where the own ledger was moved to; without it the ledger cannot be moved. */
  readonly placeFile?: string | null
  /** Where this computer remembers how far its ledgers had come. */
  readonly seenFolder?: string
}

export type OpenLedgers = Ledgers & {
  /** The open ledger; opened at the first call, and tried again after a refusal. */
  readonly current: () => Outcome<Store, Refusal>
  /** The ledger that is open now; null where none is. */
  readonly opened: () => Store | null
  readonly close: () => void
  /** The file that is open, or would be. */
  readonly path: () => string
}

/** The user's own ledger and the sample: two files, so that invented rows never stand beside real debts (product.md L). */
export function createLedgers(paths: LedgerPaths, clock: Clock): OpenLedgers {
  const placeFile = paths.placeFile ?? null
  let place = placeFile === null ? null : readPlace(placeFile)
  const ownPath = (): string => place ?? paths.ledgerPath
  let open: Store | null = null
  let isSample = false

  const openOne = (sample: boolean): Outcome<Store, Refusal> => {
    const path = sample ? paths.samplePath : ownPath()
    if (path === undefined) return refused({ kind: 'sample-not-offered' })
    if (sample) removeLedger(path)
    const create = sample || (place === null && (paths.create ?? true))
    const readOnly = !sample && (paths.readOnly ?? false)
    return openStore({ path, create, readOnly, seenFolder: sample ? undefined : paths.seenFolder, ...clock })
  }

  const release = (): void => {
    open?.close()
    open = null
  }

  return {
    isSample: () => isSample,
    current: () => {
      if (open) return done(open)
      const opened = openOne(isSample)
      if (opened.ok) open = opened.value
      return opened
    },
    opened: () => open,
    switchTo: (which) => {
      const wanted = which === 'sample'
      if (open && wanted === isSample) return done(open)
      const opened = openOne(wanted)
      if (!opened.ok) return opened
      open?.close()
      open = opened.value
      isSample = wanted
      return opened
    },
    path: () => (isSample ? (paths.samplePath ?? ownPath()) : ownPath()),
    release,
    replaced: () => {
      release()
      if (paths.seenFolder !== undefined) forgetSeen({ folder: paths.seenFolder, path: ownPath() })
    },
    placeFile,
    moved: (path) => {
      release()
      place = path
    },
    close: release,
  }
}

/** The sample is made anew each time: what was tried in it last time is not kept. */
function removeLedger(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true })
}

export type Revisions = { readonly revision: number; readonly factsRevision: number }

/** The sample's revisions lie far above the own ledger's: the screen never takes one for the other. */
export function revisionsOf(store: Store, isSample: boolean): Revisions {
  const above = isSample ? 2 ** 40 : 0
  return { revision: store.revision() + above, factsRevision: store.factsRevision() + above }
}
