import { Worker } from 'node:worker_threads'
import type { Host } from '#shared/contract/host.ts'
import type { Progress, Reply } from '#shared/contract/reply.ts'
import type { FromThread, ThreadData, ToThread } from './thread-messages.ts'

/**
 * The host of the window and of the browser mode: one thread owns the ledger and runs every handler, so that nothing
 * the ledger does can stall the window. A thread that died is started anew by the next call; its calls are faults.
 */
export type ThreadHostOptions = ThreadData & {
  /** The thread's program; beside this file unless said. */
  readonly program?: URL
  /** Told of what failed where nobody waits for an answer. */
  readonly onFault?: (error: unknown) => void
}

type Pending = {
  readonly resolve: (reply: Reply<unknown>) => void
  readonly reject: (error: unknown) => void
  readonly onProgress: ((progress: Progress) => void) | undefined
}

export function createThreadHost({ program = threadProgram(), onFault, ...data }: ThreadHostOptions): Host {
  const listeners = new Set<(revision: number) => void>()
  const pending = new Map<number, Pending>()
  let worker: Worker | null = null
  let lastId = 0

  const receive = (message: FromThread): void => {
    if (message.kind === 'changed') {
      for (const listener of listeners) listener(message.revision)
      return
    }
    if (message.kind === 'background-fault') {
      onFault?.(message.error)
      return
    }
    const call = pending.get(message.id)
    if (message.kind === 'progress') {
      call?.onProgress?.(message.progress)
      return
    }
    pending.delete(message.id)
    if (message.kind === 'reply') call?.resolve(message.reply)
    else call?.reject(message.error)
  }

  const lose = (error: unknown): void => {
    worker = null
    const calls = [...pending.values()]
    pending.clear()
    for (const call of calls) call.reject(error)
  }

  const start = (): Worker => {
    // Rows of an import live for a moment: with room for them, an eighth of its time is not spent on collecting them.
    const started = new Worker(program, { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: 96 } })
    started.on('message', receive)
    started.on('error', lose)
    started.on('exit', () => {
      if (worker === started) lose(new Error('the ledger thread ended'))
    })
    return started
  }

  const send = (message: ToThread): void => {
    worker ??= start()
    worker.postMessage(message)
  }

  const call: Host['call'] = (method, request, { signal, onProgress } = {}) =>
    new Promise((resolve, reject) => {
      lastId += 1
      const id = lastId
      const cancel = (): void => send({ kind: 'cancel', id })
      const settle = () => signal?.removeEventListener('abort', cancel)
      pending.set(id, {
        // The thread answers each method with its own reply: the table on both ends is one.
        resolve: (reply) => {
          settle()
          resolve(reply as Parameters<typeof resolve>[0])
        },
        reject: (error) => {
          settle()
          reject(error)
        },
        onProgress,
      })
      send({ kind: 'call', id, method, request })
      if (signal?.aborted) cancel()
      signal?.addEventListener('abort', cancel, { once: true })
    })

  return {
    call,
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      const ending = worker
      if (!ending) return
      const ended = new Promise((resolve) => ending.once('exit', resolve))
      ending.postMessage({ kind: 'close' } satisfies ToThread)
      await ended
      worker = null
    },
  }
}

/** Built, the thread's program lies beside the main one; from the sources, beside this file. */
function threadProgram(): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`./ledger-thread.${ending}`, import.meta.url)
}
