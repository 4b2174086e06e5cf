import { useCallback, useRef } from 'react'
import type { Reply } from '#shared/contract/reply.ts'
import type { LedgerStatus } from '#shared/contract/views.ts'
import { bridge } from '../bridge/bridge.ts'
import { queryClient } from './query-client.ts'
import { knownStatus } from './refresh.ts'

const STATUS = ['getStatus', {}] as const

/**
 * Somebody comes in and the amounts must go: the screen hides them at once and the ledger remembers it afterwards. Quick
 * presses are told to it one after the other, so that the last one counts; what it then says wins. Each turns round what
 * the press before it left, drawn by now or not.
 */
export function useToggleAmounts(): () => void {
  const told = useRef<Promise<unknown>>(Promise.resolve())
  return useCallback(() => {
    const hide = !(knownStatus()?.settings.hideAmounts ?? false)
    void queryClient.cancelQueries({ queryKey: STATUS })
    queryClient.setQueryData<Reply<LedgerStatus>>(STATUS, (reply) => withHidden(reply, hide))
    const mine: Promise<unknown> = told.current
      .then(() => bridge.call('changeSettings', { hideAmounts: hide }))
      // Not told: the question below shows what still holds.
      .catch(() => undefined)
      .then(() => (told.current === mine ? queryClient.invalidateQueries({ queryKey: STATUS }) : undefined))
    told.current = mine
  }, [])
}

function withHidden(reply: Reply<LedgerStatus> | undefined, hideAmounts: boolean): Reply<LedgerStatus> | undefined {
  if (!reply?.ok) return reply
  const settings = { ...reply.value.settings, hideAmounts }
  return { ...reply, value: { ...reply.value, settings } }
}
