import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type ContractMethod, contract, type Request } from '#shared/contract/contract.ts'
import type { Host } from '#shared/contract/host.ts'
import { day } from '#shared/kernel/day.ts'
import { done } from '#shared/kernel/outcome.ts'
import { systemClock } from '../../electron/handlers/clock.ts'
import { handlers } from '../../electron/handlers/handlers.ts'
import { createLocalHost } from '../../electron/handlers/host.ts'
import { createThreadHost } from '../../electron/handlers/thread-host.ts'
import { putRecordsCurrent } from '../../electron/store/notes.ts'
import { writeAlipayFile } from '../bench/made-file.ts'
import { FIRST, OVERLAP } from './import-files.ts'
import { temporaryFolder, temporaryStore } from './temporary-store.ts'

/** A call as the border makes it: parsed by the contract. */
async function ask<M extends ContractMethod>(host: Host, method: M, request: object = {}) {
  const reply = await host.call(method, contract[method].request.parse(request) as Request<M>)
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply)}`)
  return reply.value
}

function opened(host: Host): Host {
  onTestFinished(() => host.close())
  return host
}

const localHost = (ledgerPath: string) => opened(createLocalHost({ ledgerPath, handlers, ...systemClock() }))
const threadHost = (ledgerPath: string) => opened(createThreadHost({ ledgerPath }))
const newPath = () => join(temporaryFolder(), 'ledger.huaqing')

/** A story through the contract; what it answers, without what differs by path and moment. */
async function story(host: Host): Promise<unknown[]> {
  const answers: unknown[] = []
  const say = (value: unknown) =>
    answers.push(
      JSON.parse(
        JSON.stringify(value, (key, inner) =>
          ['at', 'file', 'path', 'bytes', 'changedAt', 'lastBackup'].includes(key) ? null : inner,
        ),
      ),
    )
  for (const fileToken of [FIRST, OVERLAP]) {
    const preview = await ask(host, 'previewImport', { fileToken })
    say(preview)
    say(await ask(host, 'commitImport', { importId: preview.importId }))
  }
  say(await ask(host, 'listEntries', { limit: 500 }))
  say(await ask(host, 'getStatus'))
  say(await ask(host, 'undo'))
  say(await ask(host, 'redo'))
  say(await ask(host, 'listHistory'))
  say(await ask(host, 'listAccounts'))
  return answers
}

describe('the ledger thread', () => {
  it('answers as a host in the same thread does', async () => {
    expect(await story(threadHost(newPath()))).toEqual(await story(localHost(newPath())))
  })

  it('answers refusals as values, and begins anew after it was closed', async () => {
    const ledgerPath = join(temporaryFolder(), 'none', 'ledger.huaqing')
    const host = threadHost(ledgerPath)
    const refusal = { ok: false, refusal: { kind: 'ledger-folder-missing', values: { path: ledgerPath } } }
    expect(await host.call('getStatus', {})).toEqual(refusal)
    await host.close()
    expect(await host.call('getStatus', {})).toEqual(refusal)
  })

  it('stops an import that is running, tells how far it came, and leaves nothing', async () => {
    const fileToken = join(temporaryFolder(), 'large.csv')
    writeAlipayFile(fileToken, { rows: 30_000 })
    const host = threadHost(newPath())
    const controller = new AbortController()
    const seen: number[] = []
    const reply = await host.call(
      'previewImport',
      { fileToken },
      {
        signal: controller.signal,
        onProgress: ({ done: bytes }) => {
          seen.push(bytes)
          controller.abort()
        },
      },
    )
    expect(reply).toEqual({ ok: false, refusal: { kind: 'canceled' } })
    expect(seen.length).toBeGreaterThan(0)
    expect(await ask(host, 'getStatus')).toMatchObject({ entries: 0, undo: null })
  })

  it('tells of its own changes and of another process’s', async () => {
    const path = newPath()
    const host = threadHost(path)
    const { revision } = await ask(host, 'getStatus')
    const heard: number[] = []
    host.onChange((now) => heard.push(now))
    await ask(host, 'markRecordsCurrent', { on: '2026-09-01' })
    await expect.poll(() => heard.at(-1), { timeout: 5000 }).toBe(revision + 1)
    const other = temporaryStore(path)
    other.write({ code: 'other', values: {} }, (writer) => done(putRecordsCurrent(writer, day('2026-09-02'))))
    await expect.poll(() => heard.at(-1), { timeout: 5000 }).toBe(revision + 2)
  })

  it('answers others while a passphrase is made hard to guess', async () => {
    const host = threadHost(newPath())
    await ask(host, 'getStatus')
    const order: string[] = []
    const locking = ask(host, 'exportFile', { format: 'csv', passphrase: '一二三 four' }).then(() =>
      order.push('export'),
    )
    await ask(host, 'markRecordsCurrent', { on: '2026-09-01' }).then(() => order.push('write'))
    await locking
    expect(order).toEqual(['write', 'export'])
  })

  it('keeps the sample apart from the own ledger, and makes it anew each time', async () => {
    const folder = temporaryFolder()
    const host = opened(
      createThreadHost({ ledgerPath: join(folder, 'own.huaqing'), samplePath: join(folder, 'sample.huaqing') }),
    )
    const own = await ask(host, 'getStatus')
    const sample = await ask(host, 'openSample')
    expect([own.sample, own.accounts, sample.sample]).toEqual([false, 0, true])
    expect(sample.accounts).toBeGreaterThan(1)
    expect(sample.revision).not.toBe(own.revision)
    await ask(host, 'undo')
    expect(await ask(host, 'leaveSample')).toEqual(own)
    expect(await ask(host, 'openSample')).toMatchObject({ accounts: sample.accounts, entries: sample.entries })
  })
})

describe('a crash in the middle of an import', () => {
  it('leaves what was confirmed, and the next opening removes what was staged', async () => {
    const path = newPath()
    const fileToken = join(temporaryFolder(), 'large.csv')
    writeAlipayFile(fileToken, { rows: 20_000 })
    await killedWhileStaging(path, fileToken)
    const store = temporaryStore(path)
    const count = (table: string) => store.connection.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    expect([count('entry'), count('statement_file'), count('action'), count('record')]).toEqual([0, 0, 1, 1])
    expect(store.connection.raw.pragma('integrity_check', { simple: true })).toBe('ok')
  })
})

/** Another process records something, begins an import and is killed after some rows were staged. */
async function killedWhileStaging(ledger: string, file: string): Promise<void> {
  const script = `
    const { createLocalHost } = await import('./electron/handlers/host.ts')
    const { handlers } = await import('./electron/handlers/handlers.ts')
    const { systemClock } = await import('./electron/handlers/clock.ts')
    const host = createLocalHost({ ledgerPath: process.env.LEDGER, handlers, ...systemClock() })
    await host.call('markRecordsCurrent', { on: 20000 })
    const onProgress = ({ done }) => done > 1000000 && console.log('staged')
    await host.call('previewImport', { fileToken: process.env.STATEMENT }, { onProgress })
    console.log('staged')
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    cwd: join(import.meta.dirname, '..', '..'),
    env: { ...process.env, LEDGER: ledger, STATEMENT: file },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
}
