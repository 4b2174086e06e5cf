import { existsSync, readFileSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bearing, type Served, send, serveFake } from './loopback.ts'

let served: Served
let port: number
let bearer: string

beforeAll(async () => {
  served = await serveFake()
  port = served.loopback.port
  bearer = await served.signIn()
})
afterAll(() => served.stop())

const ask = (method: string, request: unknown, headers: Record<string, string> = bearing(bearer)) =>
  send(port, { path: '/api/call', body: JSON.stringify({ callId: method, method, request }), headers })

describe('who may ask', () => {
  test.each([
    ['no bearer', {}, 401],
    ['a wrong bearer', bearing('x'.repeat(43)), 401],
    ['another host name (DNS rebinding)', { host: 'evil.example' }, 421],
    ['localhost instead of the printed address', { host: 'localhost' }, 421],
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['no origin at all', { origin: '' }, 403],
    ['an origin of null', { origin: 'null' }, 403],
    ['a page of another site, by the browser’s own word', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('%s is turned away', async (_name, headers, status) => {
    const before = served.fake.asked.length
    const base = Object.keys(headers).includes('authorization') || status === 401 ? {} : bearing(bearer)
    expect((await ask('getStatus', {}, { ...base, ...headers } as Record<string, string>)).status).toBe(status)
    expect(served.fake.asked.length).toBe(before)
  })

  test('the bearer asks and is answered, and nothing is kept in caches', async () => {
    const answer = await ask('getStatus', {})
    expect(answer.status).toBe(200)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(JSON.parse(answer.body)).toEqual({ reply: { ok: true, value: { method: 'getStatus', request: {} } } })
  })

  test('GET never reaches the contract', async () => {
    for (const path of ['/api/call', '/api/session', '/api/changes', '/api/upload']) {
      expect((await send(port, { path, method: 'GET', headers: bearing(bearer) })).status).toBe(405)
    }
  })

  test('a link works once', async () => {
    const token = new URL(served.loopback.newLink()).hash.slice('#token='.length)
    const exchange = () => send(port, { path: '/api/session', body: JSON.stringify({ token }) })
    expect((await exchange()).status).toBe(200)
    const again = await exchange()
    expect(again.status).toBe(401)
    expect(JSON.parse(again.body)).toEqual({ bearer: null })
  })

  test('only this machine can connect', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4')
    if (outside === undefined) return console.log('not checked: this machine has no address but loopback')
    const connected = await new Promise((resolve) => {
      const socket = connect({ host: outside.address, port }, () => resolve(true))
      socket.on('error', () => resolve(false))
    })
    expect(connected).toBe(false)
  })
})

describe('the page', () => {
  const get = (path: string) => send(port, { path, method: 'GET', headers: { origin: '' } })

  test('comes with a policy and a nonce of its own each time', async () => {
    const [one, two] = [await get('/'), await get('/index.html')]
    const nonceOf = (policy: unknown) => /'nonce-([\w-]+)'/.exec(String(policy))?.[1]
    const nonce = nonceOf(one.headers['content-security-policy'])
    expect(nonce).toMatch(/^[\w-]{24}$/)
    expect(one.body).toBe(`<meta property="csp-nonce" nonce="${nonce}"><p>page</p>`)
    expect(nonceOf(two.headers['content-security-policy'])).not.toBe(nonce)
    expect(one.headers['content-security-policy']).not.toContain('unsafe')
    expect(one.headers['cache-control']).toBe('no-store')
    expect(one.headers['x-content-type-options']).toBe('nosniff')
  })

  test('its script is a script', async () => {
    expect(await get('/app.js')).toMatchObject({
      status: 200,
      body: 'export {}',
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    })
  })

  test.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/..%5csecret.js',
    '//etc/passwd',
    '/%00.html',
    '/%E0%A4%A',
    '/page/../../secret.js',
    '/nothing.js',
    '/assets',
  ])('%s is not there', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain('outside')
  })
})

describe('calls', () => {
  test('a form that the table does not know is refused by field and does not reach the host', async () => {
    const before = served.fake.asked.length
    const { body } = await ask('enterBill', { account: '', month: 'x' })
    expect(JSON.parse(body)).toMatchObject({ reply: { ok: false, refusal: { kind: 'wrong-fields' } } })
    expect(served.fake.asked.length).toBe(before)
  })

  test('a fault gives a reference; the log has the place and nothing of the person', async () => {
    const { reply } = JSON.parse((await ask('redo', {})).body)
    const log = readFileSync(join(served.folder, 'logs', 'huaqing.log'), 'utf8')
    expect(log).toContain(`${reply.fault.reference} redo`)
    expect(log).toContain('fake-host.ts')
    for (const secret of ['1234', '张三', 'somebody', 'ledger.huaqing']) expect(log).not.toContain(secret)
  })

  test.each(['__proto__', 'constructor', 'close', 'nothing'])('%s is no method', async (method) => {
    expect(JSON.parse((await ask(method, {})).body)).toMatchObject({ reply: { ok: false, fault: {} } })
  })

  test('progress comes before the reply, and stopping is told by the reply', async () => {
    const running = ask('makeBackup', {})
    await expect.poll(() => served.fake.asked.at(-1)?.method).toBe('makeBackup')
    await send(port, { path: '/api/cancel', body: JSON.stringify({ callId: 'makeBackup' }), headers: bearing(bearer) })
    const lines = (await running).body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toEqual([
      { progress: { done: 1, total: 2, stage: 'copy' } },
      { reply: { ok: false, refusal: { kind: 'canceled' } } },
    ])
  })

  test('what is not JSON, or too much of it, is the caller’s mistake', async () => {
    expect((await send(port, { path: '/api/call', body: '{', headers: bearing(bearer) })).status).toBe(400)
    expect((await send(port, { path: '/api/call', body: '"', headers: bearing(bearer) })).status).toBe(400)
    const huge = JSON.stringify({ callId: 'x', method: 'getStatus', request: 'x'.repeat(5_000_000) })
    const answer = await send(port, { path: '/api/call', body: huge, headers: bearing(bearer) }).catch(
      (error) => error.code,
    )
    expect(typeof answer === 'string' ? answer : answer.status).toSatisfy(
      (end) => end === 413 || end === 'ECONNRESET' || end === 'EPIPE',
    )
  })
})

describe('files', () => {
  test('an upload becomes a token; the host gets the path of a private file; the end removes it', async () => {
    const answer = await send(port, {
      path: `/api/upload?name=${encodeURIComponent('../账单.csv')}`,
      body: 'a,b\n',
      headers: bearing(bearer),
    })
    const chosen = JSON.parse(answer.body)
    expect(chosen).toEqual({ fileToken: expect.stringMatching(/^[\w-]{24}$/), name: '__账单.csv', size: 4 })
    await ask('previewImport', { fileToken: chosen.fileToken })
    const { request } = served.fake.asked.at(-1) as unknown as { request: { fileToken: string } }
    expect(readFileSync(request.fileToken, 'utf8')).toBe('a,b\n')
    if (process.platform !== 'win32') expect(statSync(request.fileToken).mode & 0o077).toBe(0)
    served.files.clear()
    expect(existsSync(request.fileToken)).toBe(false)
  })

  test('a path is no token', async () => {
    expect(JSON.parse((await ask('previewImport', { fileToken: '/etc/passwd' })).body)).toEqual({
      reply: { ok: false, refusal: { kind: 'file-not-chosen' } },
    })
  })
})

describe('changes and idleness', () => {
  test('an open page hears of changes, and the listener goes with it', async () => {
    const controller = new AbortController()
    const response = await fetch(`http://127.0.0.1:${port}/api/changes`, {
      method: 'POST',
      headers: { ...bearing(bearer), origin: `http://127.0.0.1:${port}` },
      signal: controller.signal,
    })
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader.read()).value).toBe('{"listening":true}\n')
    served.fake.change(42)
    expect((await reader.read()).value).toBe('{"revision":42}\n')
    controller.abort()
    await expect.poll(() => served.fake.listeners()).toBe(0)
  })

  test('a server that nobody uses becomes idle; an open page keeps it', async () => {
    const short = await serveFake(0.005)
    try {
      const token = await short.signIn()
      const controller = new AbortController()
      const page = await fetch(`http://127.0.0.1:${short.loopback.port}/api/changes`, {
        method: 'POST',
        headers: { ...bearing(token), origin: `http://127.0.0.1:${short.loopback.port}` },
        signal: controller.signal,
      })
      const idle = short.loopback.idle.then(() => 'idle')
      const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds, 'open'))
      expect(await Promise.race([idle, later(700)])).toBe('open')
      controller.abort()
      await page.body?.cancel().catch(() => undefined)
      expect(await Promise.race([idle, later(5_000)])).toBe('idle')
    } finally {
      await short.stop()
    }
  })
})
