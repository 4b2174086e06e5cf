import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import {
  type ContractMethod,
  contract,
  type Request,
  type RequestInput,
  type Response,
} from '#shared/contract/contract.ts'
import type { Host } from '#shared/contract/host.ts'
import { handlers } from '../../electron/handlers/handlers.ts'
import { createLocalHost } from '../../electron/handlers/host.ts'
import { removeFolder } from '../remove-folder.ts'

export type Asked = {
  readonly host: Host
  /** What a method answers to a request as it is typed; a refusal or a fault fails the test. */
  readonly ask: <M extends ContractMethod>(method: M, request: RequestInput<M>) => Promise<Response<M>>
}

/** The handlers of the product over a ledger of their own, on a fixed day or on the day that a test's calendar shows. */
export function openHost(today: string | (() => string)): Asked {
  const day = typeof today === 'string' ? () => today : today
  const folder = mkdtempSync(join(tmpdir(), 'huaqing-handlers-'))
  let count = 0
  const host = createLocalHost({
    ledgerPath: join(folder, 'ledger.huaqing'),
    samplePath: join(folder, 'sample.huaqing'),
    now: () => Date.parse(`${day()}T12:00:00+08:00`),
    randomId: () => String(++count).padStart(6, '0'),
    handlers,
  })
  onTestFinished(async () => {
    await host.close()
    removeFolder(folder)
  })
  return {
    host,
    ask: async (method, request) => {
      const parsed = contract[method].request.parse(request) as Request<typeof method>
      const reply = await host.call(method, parsed)
      if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply)}`)
      return reply.value
    },
  }
}
