/**
 * The one border of the ledger, for the window and for the browser: who asks, is it in the table, does it have the
 * table's form; only then the host. Everything past it may trust what it gets. Faults are logged here, once.
 */
import { type ContractMethod, contract, type Request } from '#shared/contract/contract.ts'
import { readFields } from '#shared/contract/field-refusals.ts'
import type { CallOptions, Host } from '#shared/contract/host.ts'
import type { Reply } from '#shared/contract/reply.ts'
import type { ChosenFiles } from './chosen-files.ts'
import type { Log } from './log.ts'

/** The transport's verdict about who asks: the page of our own window, or a holder of the bearer from our own origin. */
export type Sender = { readonly trusted: boolean; readonly name: string }

export type Ask = { readonly sender: Sender; readonly method: string; readonly request: unknown }

export type Border = (ask: Ask, options?: CallOptions) => Promise<Reply<unknown>>

const isMethod = (method: string): method is ContractMethod => Object.hasOwn(contract, method)

export function createBorder(host: Host, files: ChosenFiles, log: Log): Border {
  return async ({ sender, method, request }, options = {}) => {
    try {
      if (!sender.trusted) throw new Error(`a stranger asked: ${sender.name}`)
      if (!isMethod(method)) throw new Error('a method that is not in the contract')
      const read = readFields(contract[method].request, request)
      if (!read.ok) return read
      const exchanged = exchangeFiles(read.value, files)
      if (exchanged === null) return { ok: false, refusal: { kind: 'file-not-chosen' } }
      return await host.call(method, exchanged as Request<typeof method>, options)
    } catch (error) {
      return { ok: false, fault: { reference: log.fault(isMethod(method) ? method : 'border', error) } }
    }
  }
}

const TOKENS = ['fileToken', 'folderToken'] as const

/** Past the border a token is the path of what was chosen; null when no dialog, drop or upload made the token. */
function exchangeFiles<T>(request: T, files: ChosenFiles): T | null {
  if (typeof request !== 'object' || request === null) return request
  const given = Object.entries(request).filter(
    (entry): entry is [string, string] => TOKENS.some((name) => name === entry[0]) && typeof entry[1] === 'string',
  )
  const paths = given.map(([name, token]) => [name, files.pathOf(token)] as const)
  return paths.some(([, path]) => path === null) ? null : { ...request, ...Object.fromEntries(paths) }
}
