import { useEffect, useState } from 'react'
import type { ContractMethod, RequestInput, Response } from '#shared/contract/contract.ts'
import { type Answer, useAsk } from './use-ask.ts'

const REST_MILLISECONDS = 200

/**
 * Asks once the request has stood still for a moment; until then the last answer stands. For what is too much to ask at
 * each step of a slider. A request of null keeps the last one.
 */
export function useResting<M extends ContractMethod>(method: M, request: RequestInput<M> | null): Answer<Response<M>> {
  const wanted = request === null ? null : JSON.stringify(request)
  const [start] = useState(wanted)
  const [asked, setAsked] = useState(wanted)
  useEffect(() => {
    if (wanted === null || wanted === asked) return
    const timer = setTimeout(() => setAsked(wanted), REST_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [wanted, asked])
  return useAsk(method, JSON.parse(asked ?? '{}') as RequestInput<M>, {
    enabled: asked !== null,
    keepLast: true,
    // What it began with is asked again on the next visit, which then need not wait.
    brief: asked !== start,
  })
}
