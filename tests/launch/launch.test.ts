import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { browserCommand } from '../../electron/browser-mode/open-browser.ts'
import { cacheFolder, dataFolder, defaultLedgerPath } from '../../electron/data-folder.ts'
import { isStale } from '../../electron/launch/build-if-stale.ts'
import { noWindowHere } from '../../electron/launch/desktop.ts'
import { findElectron, installedElectron } from '../../electron/launch/electron-binary.ts'
import { failedLately, forgetFailure, MEMORY, rememberFailure } from '../../electron/launch/failed-install.ts'
import { startOptions } from '../../electron/launch/start-options.ts'
import { whyBrowser } from '../../electron/launch/why-browser.ts'
import { removeFolder } from '../remove-folder.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'huaqing-launch-'))
  vi.stubEnv('ELECTRON_BIN', '')
})
afterEach(() => {
  vi.unstubAllEnvs()
  removeFolder(root)
})

const put = (path: string, content = ''): string => {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  return file
}

describe('Electron is found or downloaded once', () => {
  const install = (script: string) => {
    put('node_modules/electron/package.json', '{"version":"45.4.1"}')
    put('node_modules/electron/install.js', script)
  }
  const find = (retry = false) => findElectron({ root, memory: join(root, 'memory.json'), retry })

  test('an installed program is taken, a path file without a program is not', () => {
    put('node_modules/electron/path.txt', 'electron')
    expect(installedElectron(root, {})).toBeNull()
    const program = put('node_modules/electron/dist/electron')
    expect(installedElectron(root, {})).toBe(program)
    expect(installedElectron(root, { ELECTRON_BIN: join(root, 'none') })).toBeNull()
    expect(installedElectron(root, { ELECTRON_BIN: program })).toBe(program)
  })

  test('a download that works is used at once', async () => {
    install(
      "const fs=require('fs');fs.mkdirSync(__dirname+'/dist');fs.writeFileSync(__dirname+'/dist/electron','');fs.writeFileSync(__dirname+'/path.txt','electron')",
    )
    expect(await find()).toEqual({ kind: 'found', path: join(root, 'node_modules/electron/dist/electron') })
  })

  test('a download that fails is not tried again until asked', async () => {
    install("require('fs').appendFileSync(__dirname+'/tries','x');process.exit(1)")
    expect(await find()).toEqual({ kind: 'missing', why: 'failed' })
    expect(await find()).toEqual({ kind: 'missing', why: 'failed-lately' })
    expect(await find(true)).toEqual({ kind: 'missing', why: 'failed' })
  })

  test('a download that hangs ends with the time limit', async () => {
    install('setInterval(() => {}, 1000)')
    vi.stubEnv('HUAQING_ELECTRON_TIMEOUT', '1')
    expect(await find()).toEqual({ kind: 'missing', why: 'too-slow' })
  })
})

test('a failure is remembered for a week, per version and mirror', () => {
  const file = join(root, 'cache', 'memory.json')
  const attempt = { version: '45.4.1', mirror: '' }
  expect(failedLately(file, attempt, 0)).toBe(false)
  rememberFailure(file, attempt, 1_000)
  expect(failedLately(file, attempt, 2_000)).toBe(true)
  expect(failedLately(file, { ...attempt, mirror: 'https://mirror.example/' }, 2_000)).toBe(false)
  expect(failedLately(file, { ...attempt, version: '45.4.2' }, 2_000)).toBe(false)
  expect(failedLately(file, attempt, 1_000 + MEMORY)).toBe(false)
  writeFileSync(file, '{')
  expect(failedLately(file, attempt, 2_000)).toBe(false)
  forgetFailure(file)
  expect(failedLately(file, attempt, 2_000)).toBe(false)
})

test.each([
  ['darwin', {}, 0, null],
  ['win32', {}, undefined, null],
  ['linux', { DISPLAY: ':0' }, 1000, null],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000, null],
  ['linux', {}, 1000, 'no-screen'],
  ['linux', { DISPLAY: '' }, 1000, 'no-screen'],
  ['linux', { DISPLAY: ':0' }, 0, 'root'],
] as const)('on %s with %j as user %s: %s', (platform, env, userId, why) => {
  expect(noWindowHere(platform, env, userId)).toBe(why)
})

test('a build is stale when it is missing or older than a source, never without sources', () => {
  expect(isStale(root)).toBe(false)
  const config = put('electron.vite.config.ts')
  const source = put('renderer/pages/today.tsx')
  expect(isStale(root)).toBe(true)
  for (const path of [
    'out/main/index.js',
    'out/main/web.js',
    'out/main/ledger-thread.js',
    'out/main/ledger-work.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
  ])
    put(path)
  const past = new Date(Date.now() - 60_000)
  for (const path of [config, source, join(root, 'renderer/pages'), join(root, 'renderer')])
    utimesSync(path, past, past)
  expect(isStale(root)).toBe(false)
  writeFileSync(source, 'changed')
  utimesSync(source, new Date(Date.now() + 1_000), new Date(Date.now() + 1_000))
  expect(isStale(root)).toBe(true)
})

test('options are understood, and what is not is said', () => {
  expect(startOptions(['--browser', '--no-open', '--ledger', 'a b.huaqing', '--port', '8123'])).toEqual({
    browser: true,
    noOpen: true,
    ledger: 'a b.huaqing',
    today: null,
    port: '8123',
    idleMinutes: null,
    retry: false,
  })
  expect(startOptions(['--brwoser'])).toBeNull()
  expect(startOptions(['--ledger'])).toBeNull()
})

test.each(['failed', 'failed-lately', 'too-slow', 'no-screen', 'root', 'did-not-open'] as const)(
  'why the browser opens (%s) is one sentence in each language',
  (why) => {
    const [zh, en, ...more] = whyBrowser(why).split('\n')
    expect(more).toEqual([])
    expect(zh).toMatch(/浏览器/)
    expect(en).toMatch(/browser/)
  },
)

test('the ledger lies where Electron would put it on each platform, and the environment goes before', () => {
  const at = (platform: NodeJS.Platform, env: Record<string, string> = {}) => ({ platform, env, home: '/home/li' })
  expect(dataFolder(at('linux'))).toBe(join('/home/li', '.config', 'HuaQing'))
  expect(dataFolder(at('linux', { XDG_CONFIG_HOME: '/cfg' }))).toBe(join('/cfg', 'HuaQing'))
  expect(dataFolder(at('darwin'))).toBe(join('/home/li', 'Library', 'Application Support', 'HuaQing'))
  expect(dataFolder(at('win32', { APPDATA: '/roaming' }))).toBe(join('/roaming', 'HuaQing'))
  expect(cacheFolder(at('linux', { XDG_CACHE_HOME: '/c' }))).toBe(join('/c', 'HuaQing'))
  expect(defaultLedgerPath('/asked.huaqing', '/data')).toBe('/asked.huaqing')
})

test.each([
  ['darwin', 'open'],
  ['win32', 'rundll32'],
  ['linux', 'xdg-open'],
] as const)('the default browser of %s', (platform, file) => {
  const url = 'http://127.0.0.1:1/#token=a-b_c'
  const command = browserCommand(platform, url)
  expect(command.file).toBe(file)
  expect(command.args.at(-1)).toBe(url)
})

test('an old Node ends in a sentence in both languages, not in a crash', () => {
  const check = join(import.meta.dirname, '..', '..', 'electron', 'check-node.mjs')
  const asOld = `Object.defineProperty(process,'versions',{value:{...process.versions,napi:'9',node:'20.20.2'}});await import(${JSON.stringify(`file://${check}`)})`
  const old = spawnSync(process.execPath, ['--input-type=module', '-e', asOld], { encoding: 'utf8' })
  expect(old.status).toBe(1)
  expect(old.stderr).toBe(
    '花清需要 Node 24（现在是 20.20.2）：装上以后再运行一次。\nHuaQing needs Node 24 (this is 20.20.2): install it and run this again.\n',
  )
  expect(spawnSync(process.execPath, [check]).status).toBe(0)
})

test('a window that ends at once did not open; one that the user closes did', async () => {
  const { openDesktop } = await import('../../electron/launch/desktop.ts')
  const program = put('electron.sh', '#!/bin/sh\nexit "$CODE"\n')
  if (process.platform === 'win32') return console.log('not checked on Windows: needs a shell script')
  chmodSync(program, 0o755)
  vi.stubEnv('CODE', '3')
  expect(await openDesktop(program, root, [])).toEqual({ kind: 'did-not-open' })
  expect(await openDesktop(join(root, 'none'), root, [])).toEqual({ kind: 'did-not-open' })
  const patient = put('patient.sh', '#!/bin/sh\ntrap "exit 5" TERM\ntouch started\nwhile :; do sleep 0.05; done\n')
  chmodSync(patient, 0o755)
  const running = openDesktop(patient, root, [])
  await expect.poll(() => existsSync(join(root, 'started'))).toBe(true)
  process.emit('SIGTERM', 'SIGTERM')
  expect(await running).toEqual({ kind: 'closed', code: 5 })
  vi.stubEnv('CODE', '0')
  expect(await openDesktop(program, root, [])).toEqual({ kind: 'closed', code: 0 })
})
