import type { ContractMethod, Response } from '#shared/contract/contract.ts'
import type { Reply } from '#shared/contract/reply.ts'
import type { CallControl, HuaqingWindow } from '#shared/contract/window.ts'
import type { Bridge } from './bridge.ts'
import { newCallId } from './call-id.ts'

type Ask<M extends ContractMethod> = (request: unknown, control: CallControl) => Promise<Reply<Response<M>>>

/** Over the preload: an AbortSignal does not cross into it, so stopping a call is a message with the call's name. */
export function desktopBridge(huaqing: HuaqingWindow): Bridge {
  return {
    call: async (method, request, { signal, onProgress } = {}) => {
      const ask = huaqing[method] as Ask<typeof method>
      const callId = newCallId()
      const stop = (): void => huaqing.cancel(callId)
      signal?.addEventListener('abort', stop, { once: true })
      try {
        const reply = ask(request, { callId, onProgress: onProgress ?? null })
        if (signal?.aborted) stop()
        return await reply
      } finally {
        signal?.removeEventListener('abort', stop)
      }
    },
    shell: huaqing.shell,
  }
}
