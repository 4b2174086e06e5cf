import type { ContractMethod, Response } from '#shared/contract/contract.ts'
import type { CallOptions } from '#shared/contract/host.ts'
import type { Progress, Reply } from '#shared/contract/reply.ts'
import type { Bridge } from './bridge.ts'
import { browserShell } from './browser-shell.ts'
import { newCallId } from './call-id.ts'
import { type HttpSession, openHttpSession } from './http-session.ts'
import { jsonLines } from './json-lines.ts'

type Line = { readonly progress?: Progress; readonly reply?: Reply<unknown> }

const sessionLost = { ok: false, refusal: { kind: 'session-lost' } } as const
const unreachable = { ok: false, refusal: { kind: 'host-unreachable' } } as const

/** Over the loopback server: lines of progress, then the reply; stopping a call is a message, so that its reply still comes. */
export function httpBridge(session: HttpSession = openHttpSession()): Bridge {
  return {
    call: async (method, request, options = {}) => {
      try {
        const reply = await ask(session, { method, request }, options)
        return reply as Reply<Response<typeof method>>
      } catch {
        return unreachable
      }
    },
    shell: browserShell(session),
  }
}

type Question = { readonly method: ContractMethod; readonly request: unknown }

async function ask(
  session: HttpSession,
  question: Question,
  { signal, onProgress }: CallOptions,
): Promise<Reply<unknown>> {
  const callId = newCallId()
  const stop = (): void => {
    // A cancel that does not arrive leaves the call running to its end; the reply says what became of it.
    session.post('/api/cancel', JSON.stringify({ callId })).catch(() => undefined)
  }
  signal?.addEventListener('abort', stop, { once: true })
  try {
    const response = await session.post('/api/call', JSON.stringify({ callId, ...question }))
    if (response === null) return sessionLost
    if (!response.ok || response.body === null) throw new Error(`status ${response.status}`)
    if (signal?.aborted) stop()
    for await (const line of jsonLines(response.body)) {
      const { progress, reply } = line as Line
      if (progress !== undefined) onProgress?.(progress)
      if (reply !== undefined) return reply
    }
    throw new Error('no reply')
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}
