import { useQueries } from '@tanstack/react-query'
import type { Reply } from '#shared/contract/reply.ts'
import { type Day, dayText } from '#shared/kernel/day.ts'
import { type Fen, sumFen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { PayoffQuote } from '#shared/outlook/answers.ts'
import { compared } from '#shared/outlook/shown-quote.ts'
import { bridge } from '../bridge/bridge.ts'
import { hereOrNull, useAsk } from './use-ask.ts'

/** By how much the quotes of a day change where Alipay's own figures were copied: they count. */
export function useShownDifference(accounts: readonly AccountId[], on: Day): Fen {
  const shown = (hereOrNull(useAsk('listShownQuotes', {})) ?? []).filter(
    (one) => one.on === on && accounts.includes(one.account),
  )
  const results = useQueries({
    queries: shown.map(({ account }) => {
      const request = { account, on: dayText(on) }
      return {
        queryKey: ['getQuote', request],
        queryFn: ({ signal }: { signal: AbortSignal }): Promise<Reply<PayoffQuote>> =>
          bridge.call('getQuote', request, { signal }),
      }
    }),
  })
  return sumFen(
    results.flatMap(({ data }, index) => (data?.ok ? compared(data.value, shown[index] ?? null).difference : [])),
  )
}
