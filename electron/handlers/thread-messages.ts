import type { ContractMethod } from '#shared/contract/contract.ts'
import type { Progress, Reply } from '#shared/contract/reply.ts'

/** What passes between the ledger thread and whoever asks it. Requests and replies are plain data. */
export type ToThread =
  | { readonly kind: 'call'; readonly id: number; readonly method: ContractMethod; readonly request: unknown }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'close' }

export type FromThread =
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  /** The fault itself: an error and its cause can be cloned. */
  | { readonly kind: 'fault'; readonly id: number; readonly error: unknown }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'changed'; readonly revision: number }
  /** What failed where nobody waits for an answer. */
  | { readonly kind: 'background-fault'; readonly error: unknown }

/** What the thread is started with. The handlers are its own; functions cannot be sent. */
export type ThreadData = {
  readonly ledgerPath: string
  readonly samplePath?: string
  readonly create?: boolean
  readonly readOnly?: boolean
  readonly placeFile?: string | null
  /** Where this computer remembers how far its ledgers had come. */
  readonly seenFolder?: string
  /** Where the faults of this program are written; beside the ledger unless said. */
  readonly logFolder?: string
  /** Milliseconds by which the clock is moved: a test of a later day moves it, everything else leaves it at 0. */
  readonly clockOffset?: number
}
