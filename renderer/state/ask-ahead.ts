import type { ContractMethod, RequestInput } from '#shared/contract/contract.ts'
import { bridge } from '../bridge/bridge.ts'
import { queryClient } from './query-client.ts'

/** Asks before a page does; an answer that is here, or on its way, is not asked for again. */
export const askAhead = <M extends ContractMethod>(method: M, request: RequestInput<M>): Promise<void> =>
  queryClient.prefetchQuery({
    queryKey: [method, request],
    queryFn: ({ signal }) => bridge.call(method, request, { signal }),
    // A page that is opened an hour later shows at once what still holds.
    gcTime: 3_600_000,
  })

/** What the frame and the first page ask, together, before either is drawn. */
export function askFirst(): void {
  void askAhead('getStatus', {})
  void askAhead('listAccounts', {})
  void askAhead('getToday', {})
}
