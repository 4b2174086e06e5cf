/** Puts facts into a ledger beside an app that may have it open, without a process for each of them. */
import { type ContractMethod, contract, type Request, type RequestInput } from '#shared/contract/contract.ts'
import { handlers } from '../../../electron/handlers/handlers.ts'
import { createLocalHost } from '../../../electron/handlers/host.ts'

export type Fact = { readonly [M in ContractMethod]: readonly [M, RequestInput<M>] }[ContractMethod]

export async function tellLedger(ledgerPath: string, today: string, facts: readonly Fact[]): Promise<void> {
  const host = createLocalHost({
    ledgerPath,
    samplePath: `${ledgerPath}.sample`,
    now: () => Date.parse(`${today}T12:00:00+08:00`),
    randomId: () => crypto.randomUUID(),
    handlers,
  })
  try {
    for (const [method, request] of facts) {
      const parsed = contract[method].request.parse(request) as Request<typeof method>
      const reply = await host.call(method, parsed)
      if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply)}`)
    }
  } finally {
    await host.close()
  }
}
