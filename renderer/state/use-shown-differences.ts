import { useQueries } from '@tanstack/react-query'
import type { Reply } from '#shared/contract/reply.ts'
import { type Day, dayText } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { PayoffQuote } from '#shared/outlook/answers.ts'
import { compared } from '#shared/outlook/shown-quote.ts'
import { bridge } from '../bridge/bridge.ts'
import { hereOrNull, useAsk } from './use-ask.ts'

export type ShownDifference = { readonly account: AccountId; readonly difference: Fen; readonly charges: Fen }

/** By how much the quotes of a day change where Alipay's own figures were copied, account by account: they count. */
export function useShownDifferences(accounts: readonly AccountId[], on: Day): readonly ShownDifference[] {
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
  return results.flatMap(({ data }, index) => {
    const one = shown[index]
    if (!data?.ok || one === undefined) return []
    const { difference, charges } = compared(data.value, one)
    return [{ account: one.account, difference, charges }]
  })
}
