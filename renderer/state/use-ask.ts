import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ContractMethod, RequestInput, Response } from '#shared/contract/contract.ts'
import type { Refusal, Reply } from '#shared/contract/reply.ts'
import { bridge } from '../bridge/bridge.ts'

/** A question to the ledger in one of four states; waiting, refused and failed are handled once, by `Answered`. */
export type Answer<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'refused'; readonly refusal: Refusal; readonly again: () => void }
  | { readonly state: 'failed'; readonly reference: string; readonly again: () => void }
  /** `stale` while a newer answer is on its way and this one still stands on the screen. */
  | { readonly state: 'here'; readonly value: T; readonly stale: boolean }

export type AskOptions = {
  readonly enabled?: boolean
  /** Keeps the last answer on the screen while the question changes, e.g. the day of a quote. */
  readonly keepLast?: boolean
  /** For a question asked once per frame: its answer is not kept for later. */
  readonly brief?: boolean
}

/** Asks a method of the contract. The answer is asked again whenever the ledger changes, here or in another process. */
export function useAsk<M extends ContractMethod>(
  method: M,
  request: RequestInput<M>,
  options: AskOptions = {},
): Answer<Response<M>> {
  const query = useQuery<Reply<Response<M>>>({
    queryKey: [method, request],
    queryFn: ({ signal }) => bridge.call(method, request, { signal }),
    enabled: options.enabled ?? true,
    ...(options.brief ? { gcTime: 0 } : {}),
    ...(options.keepLast ? { placeholderData: keepPreviousData } : {}),
  })
  const again = () => void query.refetch()
  if (query.isError) return { state: 'failed', reference: String(query.error.message), again }
  if (query.data === undefined) return { state: 'waiting' }
  return answerOf(query.data, { again, stale: query.isPlaceholderData || query.isFetching })
}

function answerOf<T>(reply: Reply<T>, more: { readonly again: () => void; readonly stale: boolean }): Answer<T> {
  if (reply.ok) return { state: 'here', value: reply.value, stale: more.stale }
  if ('refusal' in reply) return { state: 'refused', refusal: reply.refusal, again: more.again }
  return { state: 'failed', reference: reply.fault.reference, again: more.again }
}

/** The value of an answer, for parts that have something sensible to show without it. */
export const hereOrNull = <T>(answer: Answer<T>): T | null => (answer.state === 'here' ? answer.value : null)
