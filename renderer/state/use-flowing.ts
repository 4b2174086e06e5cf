import { useEffect, useState } from 'react'
import type { ContractMethod, RequestInput, Response } from '#shared/contract/contract.ts'
import { type Answer, useAsk } from './use-ask.ts'

/**
 * Asks as fast as answers come: while a slider is dragged the newest request waits for the answer before it, so that the
 * screen follows each frame and no answer is thrown away. A request of null keeps the last one.
 */
export function useFlowing<M extends ContractMethod>(method: M, request: RequestInput<M> | null): Answer<Response<M>> {
  const wanted = request === null ? null : JSON.stringify(request)
  const [start] = useState(wanted)
  const [asked, setAsked] = useState(wanted)
  const answer = useAsk(method, JSON.parse(asked ?? '{}') as RequestInput<M>, {
    enabled: asked !== null,
    keepLast: true,
    brief: asked !== start,
  })
  const isFree = asked === null || (answer.state !== 'waiting' && !(answer.state === 'here' && answer.stale))
  useEffect(() => {
    if (isFree && wanted !== null && wanted !== asked) setAsked(wanted)
  }, [isFree, wanted, asked])
  return answer
}
