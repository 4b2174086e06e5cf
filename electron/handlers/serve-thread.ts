import type { MessagePort } from 'node:worker_threads'
import type { Request } from '#shared/contract/contract.ts'
import type { Host } from '#shared/contract/host.ts'
import type { FromThread, ToThread } from './thread-messages.ts'

/** Answers calls that come through a port with a host of this thread. */
export function serveThread(port: MessagePort, host: Host): void {
  const running = new Map<number, AbortController>()
  const send = (message: FromThread): void => port.postMessage(message)
  host.onChange((revision) => send({ kind: 'changed', revision }))

  port.on('message', (message: ToThread) => {
    if (message.kind === 'cancel') running.get(message.id)?.abort()
    else if (message.kind === 'close') void host.close().then(() => port.close())
    else void answer(message)
  })

  async function answer({ id, method, request }: Extract<ToThread, { kind: 'call' }>): Promise<void> {
    const controller = new AbortController()
    running.set(id, controller)
    try {
      const reply = await host.call(method, request as Request<typeof method>, {
        signal: controller.signal,
        onProgress: (progress) => send({ kind: 'progress', id, progress }),
      })
      send({ kind: 'reply', id, reply })
    } catch (error) {
      send({ kind: 'fault', id, error })
    } finally {
      running.delete(id)
    }
  }
}
