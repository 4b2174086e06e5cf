import type { Reply } from '#shared/contract/reply.ts'
import type { LedgerStatus } from '#shared/contract/views.ts'
import { queryClient } from './query-client.ts'
import { createRefresher } from './refresher.ts'

/** The ledger's state as the open page last heard it. */
export function knownStatus(): LedgerStatus | null {
  const status = queryClient.getQueryData<Reply<LedgerStatus>>(['getStatus', {}])
  return status?.ok ? status.value : null
}

/** The state first: no other answer is then older than the revision that it names. */
async function askAgain(): Promise<void> {
  const state = queryClient.invalidateQueries({ queryKey: ['getStatus'] })
  const others = queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'getStatus' })
  await Promise.all([state, others])
}

export const { refresh, changed } = createRefresher(askAgain, () => knownStatus()?.revision ?? null)
