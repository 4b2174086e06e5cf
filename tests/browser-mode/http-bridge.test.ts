/** The page's bridge against the real loopback server: what the screen gets when all is well and when it is not. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Progress } from '#shared/contract/reply.ts'
import type { Bridge } from '../../renderer/bridge/bridge.ts'
import { httpBridge } from '../../renderer/bridge/http-bridge.ts'
import type { HttpSession } from '../../renderer/bridge/http-session.ts'
import { jsonLines } from '../../renderer/bridge/json-lines.ts'
import { type Served, serveFake } from './loopback.ts'

let served: Served
let bridge: Bridge

/** A session without a page: the bearer is given, the origin is said by hand. */
function sessionOf(port: number, bearer: string): HttpSession {
  const origin = `http://127.0.0.1:${port}`
  return {
    post: async (path, body, signal) => {
      const headers = { authorization: `Bearer ${bearer}`, origin }
      const response = await fetch(`${origin}${path}`, { method: 'POST', headers, body, ...(signal ? { signal } : {}) })
      return response.status === 401 ? null : response
    },
  }
}

async function collect(lines: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = []
  for await (const line of lines) all.push(line)
  return all
}

beforeAll(async () => {
  vi.stubGlobal('APP_VERSION', '0.0.0')
  served = await serveFake()
  bridge = httpBridge(sessionOf(served.loopback.port, await served.signIn()))
})
afterAll(() => served.stop())

test('a call is answered', async () => {
  expect(await bridge.call('getStatus', {})).toEqual({ ok: true, value: { method: 'getStatus', request: {} } })
})

test('a refusal is a value', async () => {
  expect(await bridge.call('listEntries', { limit: 100_000 })).toMatchObject({
    ok: false,
    refusal: { kind: 'wrong-fields' },
  })
})

test('progress is heard, and a stopped call still tells how it ended', async () => {
  const controller = new AbortController()
  const heard: Progress[] = []
  const reply = await bridge.call(
    'makeBackup',
    {},
    {
      signal: controller.signal,
      onProgress: (progress) => {
        heard.push(progress)
        controller.abort()
      },
    },
  )
  expect(heard).toEqual([{ done: 1, total: 2, stage: 'copy' }])
  expect(reply).toEqual({ ok: false, refusal: { kind: 'canceled' } })
})

test('a call that was stopped before it began is stopped', async () => {
  const reply = await bridge.call('makeBackup', {}, { signal: AbortSignal.abort() })
  expect(reply).toEqual({ ok: false, refusal: { kind: 'canceled' } })
})

test('a dropped file becomes a token that a method can use', async () => {
  const chosen = await bridge.shell.fileFromDrop(new File(['a,b\n'], '账单.csv'))
  expect(chosen).toMatchObject({ name: '账单.csv', size: 4 })
  expect(await bridge.call('previewImport', { fileToken: chosen!.fileToken })).toMatchObject({ ok: true })
})

test('changes of the ledger are heard until nobody listens', async () => {
  const heard = vi.fn()
  const stop = bridge.shell.onLedgerChanged(heard)
  await expect.poll(() => served.fake.listeners()).toBe(1)
  served.fake.change(7)
  await expect.poll(() => heard.mock.calls.length).toBe(1)
  stop()
  await expect.poll(() => served.fake.listeners()).toBe(0)
})

test('a lost session and a program that ended are refusals with a name', async () => {
  const stranger = httpBridge(sessionOf(served.loopback.port, 'x'.repeat(43)))
  expect(await stranger.call('getStatus', {})).toEqual({ ok: false, refusal: { kind: 'session-lost' } })
  const gone = httpBridge(sessionOf(1, 'x'.repeat(43)))
  expect(await gone.call('getStatus', {})).toEqual({ ok: false, refusal: { kind: 'host-unreachable' } })
})

test('lines are read across the edges of network parts, also within a character', async () => {
  const bytes = new TextEncoder().encode('{"a":"花呗"}\n\n{"b":2}\n')
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
      controller.close()
    },
  })
  expect(await collect(jsonLines(body))).toEqual([{ a: '花呗' }, { b: 2 }])
})

test('an answer that was cut off is an error, not an end', async () => {
  const body = new Blob(['{"a":1}\n{"b"']).stream()
  await expect(collect(jsonLines(body))).rejects.toThrow('cut off')
})
