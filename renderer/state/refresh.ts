import type { Query } from '@tanstack/react-query'
import type { ContractMethod } from '#shared/contract/contract.ts'
import { isOfFacts } from '#shared/contract/of-facts.ts'
import type { Reply } from '#shared/contract/reply.ts'
import type { LedgerStatus } from '#shared/contract/views.ts'
import { queryClient } from './query-client.ts'
import { createRefresher } from './refresher.ts'

/** The ledger's state as the open page last heard it. */
export function knownStatus(): LedgerStatus | null {
  const status = queryClient.getQueryData<Reply<LedgerStatus>>(['getStatus', {}])
  return status?.ok ? status.value : null
}

/**
 * The state first: no other answer is then older than the revision that it names, and where it names the facts of before,
 * what follows from these alone still stands. What no part shows any more, or not yet, is forgotten instead: opened later,
 * it would show the figures of before until the new ones are here.
 */
async function askAgain(): Promise<void> {
  const before = factsOf(knownStatus())
  await queryClient.invalidateQueries({ queryKey: ['getStatus'] })
  const now = factsOf(knownStatus())
  const stand = now !== null && now === before
  const predicate = ({ queryKey: [method], state }: Query): boolean =>
    method !== 'getStatus' && !(stand && isHere(state.data) && isOfFacts(method as ContractMethod))
  queryClient.removeQueries({ type: 'inactive', predicate })
  await queryClient.cancelQueries({ predicate: (query) => isFirstOnItsWay(query) && predicate(query) })
  await queryClient.invalidateQueries({ predicate })
}

/** A refusal may have come from the disk. */
const isHere = (data: unknown): boolean => (data as Reply<unknown> | undefined)?.ok === true

/**
 * A first answer that is still on its way may be that of before the change, and where nothing is here yet the library
 * would wait for it instead of asking again.
 */
const isFirstOnItsWay = ({ state }: Query): boolean => state.data === undefined && state.fetchStatus === 'fetching'

const factsOf = (status: LedgerStatus | null): string | null =>
  status === null ? null : [status.path, status.factsRevision, status.today].join(' ')

export const { refresh, changed } = createRefresher(askAgain, () => knownStatus()?.revision ?? null)
