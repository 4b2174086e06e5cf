/** The ledger in another folder: one place names it, the old file stays under another name, and what fails leaves all as it was. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import type { Reply } from '#shared/contract/reply.ts'
import { ledgerPlace } from '../../electron/data-folder.ts'
import { PLACE_FILE } from '../../electron/files/ledger-place.ts'
import { handlers } from '../../electron/handlers/handlers.ts'
import { createLocalHost } from '../../electron/handlers/host.ts'
import { temporaryFolder, testClock } from './temporary-store.ts'

/** A data folder with a ledger of one account and one verified backup; `move` asks as the screen does. */
async function startedHere() {
  const data = temporaryFolder()
  const open = () => {
    const host = createLocalHost({ ...ledgerPlace(undefined, data), ...testClock(), handlers })
    onTestFinished(() => host.close())
    return host
  }
  const host = open()
  await host.call('addAccount', contract.addAccount.request.parse({ kind: 'huabei', id: 'huabei' }))
  await host.call('makeBackup', {})
  const move = async (folderToken: string, anyway = false) =>
    told(await host.call('moveLedger', { folderToken, anyway }))
  const accounts = async (asked = host) => {
    const reply = await asked.call('listAccounts', {})
    return reply.ok ? reply.value.map(({ id }) => id) : told(reply)
  }
  return { data, host, open, move, accounts, ledger: join(data, 'ledger.huaqing') }
}

const told = (reply: Reply<unknown>): string =>
  reply.ok ? 'done' : 'refusal' in reply ? reply.refusal.kind : `fault ${reply.fault.reference}`

function folderNamed(...parts: readonly string[]): string {
  const folder = join(temporaryFolder(), ...parts)
  mkdirSync(folder, { recursive: true })
  return folder
}

describe('a ledger that is moved', () => {
  it('goes on at the new place, with its backups, also after a restart', async () => {
    const { data, host, open, move, accounts, ledger } = await startedHere()
    const to = folderNamed('U 盘', '我的账')
    expect(await move(to)).toBe('done')
    const js = { kind: 'credit-purchase', id: 'js', lender: '江苏银行' }
    await host.call('addAccount', contract.addAccount.request.parse(js))
    await host.close()
    const again = open()
    expect(await accounts(again)).toEqual(['huabei', 'js'])
    const status = await again.call('getStatus', {})
    expect(status).toMatchObject({
      ok: true,
      value: { path: join(to, 'ledger.huaqing'), lastBackup: { verified: true } },
    })
    expect(existsSync(ledger)).toBe(false)
    expect(readdirSync(data).filter((name) => name.includes('.moved-'))).toHaveLength(1)
  })

  it('is moved back as it was moved there', async () => {
    const { data, move, accounts } = await startedHere()
    await move(folderNamed('there'))
    expect([await move(data), ledgerPlace(undefined, data).ledgerPath, await accounts()]).toEqual([
      'done',
      join(data, 'ledger.huaqing'),
      ['huabei'],
    ])
  })

  it('on a disk that is away is said to be missing, and no empty one is made in its place', async () => {
    const { data, host, open, move, accounts } = await startedHere()
    const to = folderNamed('disk')
    await move(to)
    await host.close()
    spawnSync('mv', [join(to, 'ledger.huaqing'), join(to, 'elsewhere')])
    expect([await accounts(open()), readdirSync(to), existsSync(join(data, 'ledger.huaqing'))]).toEqual([
      'ledger-not-found',
      ['backups', 'elsewhere'],
      false,
    ])
  })

  it('whose place file says nothing is a fault, not an empty ledger', async () => {
    const { data } = await startedHere()
    writeFileSync(join(data, PLACE_FILE), '{}')
    expect(() => ledgerPlace(undefined, data)).toThrow(PLACE_FILE)
  })
})

describe('a move that is refused', () => {
  const unchanged = async ({ data, accounts, ledger }: Awaited<ReturnType<typeof startedHere>>) => [
    await accounts(),
    ledgerPlace(undefined, data).ledgerPath === ledger,
    existsSync(join(data, PLACE_FILE)),
  ]
  const AS_BEFORE = [['huabei'], true, false]

  it('no such folder, the same one, one with a ledger in it, one that is copied elsewhere', async () => {
    const started = await startedHere()
    const taken = folderNamed('taken')
    writeFileSync(join(taken, 'ledger.huaqing'), 'mine')
    expect([
      await started.move(join(started.data, 'nowhere')),
      await started.move(started.data),
      await started.move(taken),
      await started.move(folderNamed('Dropbox')),
    ]).toEqual(['folder-not-found', 'move-same-folder', 'move-ledger-there', 'move-folder-syncs'])
    expect([await unchanged(started), readdirSync(taken)]).toEqual([AS_BEFORE, ['ledger.huaqing']])
  })

  it('into a folder that is copied elsewhere only where that was said', async () => {
    const { move } = await startedHere()
    expect(await move(folderNamed('OneDrive'), true)).toBe('done')
  })

  it('while another program has it open', async () => {
    const started = await startedHere()
    const other = new Database(started.ledger)
    onTestFinished(() => void other.close())
    other.prepare('SELECT count(*) FROM entry').get()
    const to = folderNamed('to')
    expect(await started.move(to)).toBe('move-ledger-in-use')
    expect([await unchanged(started), readdirSync(to)]).toEqual([AS_BEFORE, []])
  })

  it('where it was opened by name: whoever named it says where it lies', async () => {
    const ledgerPath = join(temporaryFolder(), 'named.huaqing')
    const host = createLocalHost({ ledgerPath, ...testClock(), handlers })
    onTestFinished(() => host.close())
    expect(told(await host.call('moveLedger', { folderToken: folderNamed('to'), anyway: false }))).toBe(
      'move-named-elsewhere',
    )
  })
})

/** A disk of its own; null where this process may not mount one. */
function disk(options: string): string | null {
  const folder = folderNamed('盘')
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder])
  if (mounted.status !== 0) return null
  onTestFinished(() => void spawnSync('umount', ['-l', folder]))
  return folder
}

const canMount = process.platform === 'linux' && process.getuid?.() === 0

describe.runIf(canMount)('a disk that does not take it', () => {
  it.each([
    ['size=16k', 'move-disk-full'],
    ['size=8m,ro', 'move-folder-read-only'],
  ])('%s: nothing is left there, and the ledger is where it was', async (options, kind) => {
    const folder = disk(options)
    if (folder === null) return expect(canMount).toBe(true)
    const { move, accounts } = await startedHere()
    expect([await move(folder), readdirSync(folder), await accounts()]).toEqual([kind, [], ['huabei']])
  })
})
