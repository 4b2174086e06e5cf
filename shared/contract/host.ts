import type { ContractMethod, Request, Response } from './contract.ts'
import type { Progress, Reply } from './reply.ts'

/** What answers the contract: the same for the window, the browser and the command line. Requests are parsed already,
 * and `fileToken` is the path of the chosen file: the border has exchanged it. */
export type Host = {
  call<M extends ContractMethod>(method: M, request: Request<M>, options?: CallOptions): Promise<Reply<Response<M>>>
  /** Called after every change of the ledger, by this process or another one, with the new revision. */
  onChange(listener: (revision: number) => void): () => void
  close(): Promise<void>
}

export type CallOptions = { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void }
