import type { ContractMethod, Request, Response } from '#shared/contract/contract.ts'
import type { Progress, Refusal } from '#shared/contract/reply.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Outcome } from '#shared/kernel/outcome.ts'
import type { Store } from '../store/store.ts'

/**
 * What a handler is given: the ledger, the day, and, where it takes long, a way to tell and to be stopped. It gathers,
 * decides through a pure rule, writes, and answers a value or a refusal; whatever it throws is a fault.
 */
export type HandlerContext = {
  /** The ledger that is open: the user's own, or the sample. */
  readonly store: Store
  /** The file of that ledger. */
  readonly path: string
  /** Where the program writes its faults. */
  readonly logFolder: string
  /** Today in Asia/Shanghai, the same for the whole call. */
  readonly today: Day
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly signal: AbortSignal
  readonly onProgress: (progress: Progress) => void
  readonly ledgers: Ledgers
  /** Null: the ledger is open. */
  readonly closedBy: Refusal | null
}

/** What is still given where the ledger cannot be opened, and why it cannot: restoring must work then above all. */
export type RescueContext = Omit<HandlerContext, 'store'> & {
  readonly store: Store | null
  readonly closedBy: Refusal | null
}

/** The user's own ledger and the sample are two files; one of them is open. */
export type Ledgers = {
  readonly isSample: () => boolean
  /** Opens the sample ledger, made anew where it is missing, or leaves it. Refuses where it cannot be opened. */
  readonly switchTo: (which: 'own' | 'sample') => Outcome<Store, Refusal>
  /** Lets the open file go; the next call opens it again. */
  readonly release: () => void
  /** The same, where another file takes the place of the open one because the user said so. */
  readonly replaced: () => void
  /** The file that names where the own ledger lies; null where it was asked for by its name. */
  readonly placeFile: string | null
  /** The own ledger lies there from now on. */
  readonly moved: (path: string) => void
}

/** A refusal of a rule has its figures beside its `kind`; the host puts them into `values`. */
export type RuleRefusal = { readonly kind: string }

export type Handled<T> = Outcome<T, RuleRefusal>

export type Handler<M extends ContractMethod> = (
  context: HandlerContext,
  request: Request<M>,
) => Handled<Response<M>> | Promise<Handled<Response<M>>>

/** One handler per method of the contract. */
export type HandlerTable = { readonly [M in ContractMethod]: Handler<M> }
/** Methods that answer without an open ledger. */
export type RescueMethod =
  | 'listBackups'
  | 'previewRestore'
  | 'restoreBackup'
  | 'examine'
  | 'repair'
  | 'salvage'
  | 'getReport'
export type RescueTable = {
  readonly [M in RescueMethod]: (
    context: RescueContext,
    request: Request<M>,
  ) => Handled<Response<M>> | Promise<Handled<Response<M>>>
}

/** What one file of handlers contributes. */
export type Handlers<M extends ContractMethod> = Pick<HandlerTable, M>

/** A rule's refusal as it crosses the border. Figures are text and numbers; anything else has its own place. */
export function crossing(refusal: RuleRefusal): Refusal {
  if (isReady(refusal)) return refusal
  const { kind, ...figures } = refusal
  const values = Object.entries(figures).filter(
    (figure): figure is [string, string | number] => typeof figure[1] === 'string' || typeof figure[1] === 'number',
  )
  return values.length === 0 ? { kind } : { kind, values: Object.fromEntries(values) }
}

const isReady = (refusal: RuleRefusal): refusal is Refusal => 'values' in refusal || 'fields' in refusal
