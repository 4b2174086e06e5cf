import type { Host } from '#shared/contract/host.ts'
import { createThreadHost } from '../../electron/handlers/thread-host.ts'
import { type Figure, median, timed } from './measure.ts'

/**
 * What the window asks of a large ledger, through the thread that it asks: a click must be painted within 50 ms, and a
 * list that is scrolled asks for page after page. The first answer, which prepares statements, counts as any other.
 */
type Question = {
  readonly name: string
  readonly target: number
  readonly ask: (host: Host, run: number) => Promise<Reply>
}
type Reply = { readonly ok: boolean }

const QUESTIONS: readonly Question[] = [
  { name: 'getToday', target: 50, ask: (host) => host.call('getToday', {}) },
  { name: 'getOwed', target: 50, ask: (host) => host.call('getOwed', {}) },
  { name: 'listBills', target: 50, ask: (host) => host.call('listBills', {}) },
  { name: 'getClosure', target: 50, ask: (host) => host.call('getClosure', { target: 'huabei' }) },
  { name: 'listHistory', target: 50, ask: (host) => host.call('listHistory', { limit: 50 }) },
  { name: 'listEntries, first page', target: 5, ask: (host) => host.call('listEntries', { offset: 0, limit: 200 }) },
  {
    name: 'listEntries, far down',
    target: 5,
    ask: (host, run) => host.call('listEntries', { offset: 20_000 + run * 200, limit: 200 }),
  },
  {
    name: 'listEntries, searched',
    target: 5,
    ask: (host, run) => host.call('listEntries', { offset: run * 200, limit: 200, text: '书店' }),
  },
]

export async function questionFigures(ledgerPath: string, runs: number): Promise<Figure[]> {
  const host = createThreadHost({ ledgerPath })
  const figures: Figure[] = []
  for (const { name, target, ask } of QUESTIONS) {
    const times: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const { ms, value } = await timed(() => ask(host, run))
      if (!value.ok) throw new Error(`${name} was refused: ${JSON.stringify(value)}`)
      times.push(ms)
    }
    figures.push({ figure: `P10 ${name}`, value: median(times), unit: 'ms', floor: null, target })
  }
  await host.close()
  return figures
}
