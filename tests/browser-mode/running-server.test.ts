import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { linkOfRunning, noteRunning } from '../../electron/browser-mode/running-server.ts'
import { cacheFolder } from '../../electron/data-folder.ts'
import { removeFolder } from '../remove-folder.ts'
import { type Served, send, serveFake } from './loopback.ts'

let served: Served
let home: string
const ledgerPath = '/somewhere/ledger.huaqing'

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'huaqing-cache-'))
  for (const name of ['XDG_CACHE_HOME', 'LOCALAPPDATA', 'HOME']) vi.stubEnv(name, home)
  served = await serveFake()
})
afterEach(async () => {
  await served.stop()
  vi.unstubAllEnvs()
  removeFolder(home)
})

const noteFile = () => join(cacheFolder(), readdirSync(cacheFolder())[0]!)
const session = (link: string) =>
  send(served.loopback.port, {
    path: '/api/session',
    body: JSON.stringify({ token: new URL(link).hash.slice('#token='.length) }),
  })

test('another start gets a link that opens a session; after the end, and for another ledger or day, there is none', async () => {
  const takeAway = noteRunning({ ledgerPath }, served.loopback)
  const link = await linkOfRunning({ ledgerPath })
  expect((await session(link!)).status).toBe(200)
  expect(await linkOfRunning({ ledgerPath: '/somewhere/other.huaqing' })).toBeNull()
  expect(await linkOfRunning({ ledgerPath, today: '2026-07-05' })).toBeNull()
  expect(await linkOfRunning({ ledgerPath, port: 1 })).toBeNull()
  takeAway()
  expect([await linkOfRunning({ ledgerPath }), readdirSync(cacheFolder())]).toEqual([null, []])
})

test('only the owner can read the note; one of a server that crashed, or of another build, is passed over', async () => {
  noteRunning({ ledgerPath }, served.loopback)
  if (process.platform !== 'win32') expect(statSync(noteFile()).mode & 0o777).toBe(0o600)
  const note = JSON.parse(readFileSync(noteFile(), 'utf8'))
  writeFileSync(noteFile(), JSON.stringify({ ...note, build: note.build - 1 }))
  expect(await linkOfRunning({ ledgerPath })).toBeNull()
  writeFileSync(noteFile(), JSON.stringify({ ...note, port: 1 }))
  expect(await linkOfRunning({ ledgerPath })).toBeNull()
  writeFileSync(noteFile(), '{')
  expect(await linkOfRunning({ ledgerPath })).toBeNull()
})

test('a link is given for the key alone: not to a page, not to a stranger', async () => {
  const ask = (key: string) =>
    send(served.loopback.port, { path: '/api/link', body: '{}', headers: { authorization: `Bearer ${key}` } })
  expect((await ask(served.loopback.doorKey)).status).toBe(200)
  expect((await ask(await served.signIn())).status).toBe(401)
  expect((await ask('A'.repeat(43))).status).toBe(401)
  expect((await send(served.loopback.port, { path: '/api/link', body: '{}' })).status).toBe(401)
  const elsewhere = { authorization: `Bearer ${served.loopback.doorKey}`, origin: 'http://evil.example' }
  expect((await send(served.loopback.port, { path: '/api/link', body: '{}', headers: elsewhere })).status).toBe(403)
})
