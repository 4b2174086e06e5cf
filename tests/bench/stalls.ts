import { contract } from '#shared/contract/contract.ts'
import type { Host } from '#shared/contract/host.ts'

/** While something runs: the longest time this thread's event loop did not turn, and the longest wait of a write. */
export type Stalls = { readonly loop: number; readonly write: number }

export async function watchStalls(host: Host, work: () => Promise<unknown>): Promise<Stalls> {
  let isRunning = true
  let loop = 0
  let write = 0
  let last = performance.now()
  const tick = setInterval(() => {
    const now = performance.now()
    loop = Math.max(loop, now - last - TICK)
    last = now
  }, TICK)
  const writes = (async () => {
    for (let day = 1; isRunning; day = (day % 28) + 1) {
      const start = performance.now()
      await host.call('markRecordsCurrent', request(day))
      write = Math.max(write, performance.now() - start)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  await work()
  isRunning = false
  await writes
  clearInterval(tick)
  return { loop, write }
}

const TICK = 5
const request = (day: number) =>
  contract.markRecordsCurrent.request.parse({ on: `2026-08-${String(day).padStart(2, '0')}` })
