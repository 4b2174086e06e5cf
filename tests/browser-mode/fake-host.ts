/** A host that answers every method with what it was asked, so that tests of the border and of transports see through it. */
import type { CallOptions, Host } from '#shared/contract/host.ts'
import type { Reply } from '#shared/contract/reply.ts'

export type Asked = { readonly method: string; readonly request: unknown }

export type FakeHost = {
  readonly host: Host
  readonly asked: Asked[]
  /** Tells listeners that the ledger changed. */
  readonly change: (revision: number) => void
  readonly listeners: () => number
}

export function createFakeHost(): FakeHost {
  const asked: Asked[] = []
  const listeners = new Set<(revision: number) => void>()
  const call = async (method: string, request: unknown, options: CallOptions = {}): Promise<Reply<unknown>> => {
    asked.push({ method, request })
    if (method === 'redo') throw new Error('repaid ¥1234.50 by 张三 in "/home/somebody/ledger.huaqing"')
    return method === 'makeBackup' ? untilStopped(options) : { ok: true, value: { method, request } }
  }
  const host = {
    call,
    onChange: (listener: (revision: number) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => undefined,
  }
  return {
    host: host as unknown as Host,
    asked,
    change: (revision) => {
      for (const listener of listeners) listener(revision)
    },
    listeners: () => listeners.size,
  }
}

/** Reports one step of progress, then waits for the caller to stop it. */
async function untilStopped({ signal, onProgress }: CallOptions): Promise<Reply<unknown>> {
  onProgress?.({ done: 1, total: 2, stage: 'copy' })
  await new Promise((stopped) => signal?.addEventListener('abort', stopped, { once: true }))
  return { ok: false, refusal: { kind: 'canceled' } }
}
