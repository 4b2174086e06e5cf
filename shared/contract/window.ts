import type { ContractMethod, RequestInput, Response } from './contract.ts'
import type { Progress, Reply } from './reply.ts'
import type { Shell } from './shell.ts'

/** A running call as the page names it, to hear of its progress and to stop it. */
export type CallControl = { readonly callId: string; readonly onProgress: ((progress: Progress) => void) | null }

type ContractFunctions = {
  readonly [M in ContractMethod]: (request: RequestInput<M>, control: CallControl) => Promise<Reply<Response<M>>>
}

/** `window.huaqing`, all that the preload gives to the page: one function per entry of the contract, `cancel`, `shell`. */
export type HuaqingWindow = ContractFunctions & {
  /** Asks a running call to stop; its reply still comes and says what became of it. */
  readonly cancel: (callId: string) => void
  readonly shell: Shell
}
