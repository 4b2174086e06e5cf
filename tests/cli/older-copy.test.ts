import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { runCommandLine } from '../../electron/cli/run-command-line.ts'
import { handlers } from '../../electron/handlers/handlers.ts'
import { createLocalHost } from '../../electron/handlers/host.ts'
import { listBackups } from '../../electron/store/backup-files.ts'
import { removeFolder } from '../remove-folder.ts'
import { FIRST } from '../store/import-files.ts'

/** A service that syncs, or a hand, puts an older copy of the very same ledger in its place, on the same computer. */

let folder = ''
let ledger = ''
let older = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huaqing-旧的一份 old-'))
  ;[ledger, older] = [join(folder, 'ledger.huaqing'), join(folder, 'older')]
  await huaqing('account', 'add', '--kind', 'huabei', '--id', 'mine')
  await huaqing('backup')
  copyFileSync(ledger, older)
  await huaqing('purchase', 'add', 'mine', '--amount', '100', '--on', '2026-08-20')
  await huaqing('purchase', 'add', 'mine', '--amount', '30', '--on', '2026-08-21')
})
afterEach(() => removeFolder(folder))

const huaqing = (...args: readonly string[]) => huaqingIn(ledger, 'seen', args)

const huaqingIn = (path: string, seen: string, args: readonly string[]) => huaqingOn('2026-09-01', path, seen, args)

async function huaqingOn(today: string, path: string, seen: string, args: readonly string[]) {
  const said = { out: '', err: '' }
  const code = await runCommandLine(['--ledger', path, '--today', today, '--lang', 'en', ...args], {
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
    seenFolder: join(folder, seen),
  })
  return { code, ...said }
}

const OLDER =
  'This file is older than the ledger that was used here on 2026-09-01 12:00: 2 later changes are not in it.'

it('is said before any figure, by the doctor too, until something is recorded in it', async () => {
  expect((await huaqing('owed')).err).toBe('')
  copyFileSync(older, ledger)
  expect((await huaqing('owed')).err).toContain(OLDER)
  expect((await huaqing('--json', 'owed')).err).toContain(OLDER)
  expect((await huaqing('doctor')).out).toContain(OLDER)
  const { surroundings } = JSON.parse((await huaqing('--json', 'doctor')).out)
  expect(surroundings).toMatchObject([{ code: 'ledger-older', values: { count: 2 } }])
  expect((await huaqing('purchase', 'add', 'mine', '--amount', '5', '--on', '2026-08-22')).err).toContain(OLDER)
  expect((await huaqing('owed')).err).toBe('')
})

const APART = 'Not all that was recorded here until 2026-09-01 12:00 is in this file'

it('that went another way on a second computer, as far or further, is known as one too', async () => {
  const elsewhere = join(folder, 'elsewhere', 'ledger.huaqing')
  mkdirSync(join(folder, 'elsewhere'))
  copyFileSync(older, elsewhere)
  const there = (...args: readonly string[]) => huaqingIn(elsewhere, 'seen-elsewhere', args)
  for (const amount of ['7', '8', '9']) await there('purchase', 'add', 'mine', '--amount', amount, '--on', '2026-08-22')
  copyFileSync(elsewhere, ledger)
  expect((await huaqing('owed')).err).toContain(APART)
  expect(JSON.parse((await huaqing('--json', 'doctor')).out).surroundings).toMatchObject([{ code: 'ledger-apart' }])
  const { host, isOlder } = openWindow()
  expect(await isOlder()).toMatchObject({ code: 'ledger-apart' })
  await host.close()
  expect((await huaqing('purchase', 'add', 'mine', '--amount', '5', '--on', '2026-08-22')).err).toContain(APART)
  expect((await huaqing('owed')).err).toBe('')
})

it('is no other way: the same ledger that was used on a second computer and came back', async () => {
  const elsewhere = join(folder, 'elsewhere', 'ledger.huaqing')
  mkdirSync(join(folder, 'elsewhere'))
  copyFileSync(ledger, elsewhere)
  const there = (...args: readonly string[]) => huaqingIn(elsewhere, 'seen-elsewhere', args)
  await there('undo')
  await there('purchase', 'add', 'mine', '--amount', '7', '--on', '2026-08-22')
  copyFileSync(elsewhere, ledger)
  expect((await huaqing('owed')).err).toBe('')
  await there('restore', listBackups(ledger)[0]?.file ?? '', '--yes')
  copyFileSync(elsewhere, ledger)
  expect((await huaqing('owed')).err).toBe('')
})

it('is accepted once the user has looked, by word or in the window, and what was undone can still be done again', async () => {
  const status = async () => (await huaqing('owed')).err
  copyFileSync(older, ledger)
  expect((await huaqing('doctor')).out).toContain('doctor --accept')
  expect(await status()).toContain('doctor --accept')
  expect((await huaqing('doctor', '--accept')).code).toBe(0)
  await huaqing('purchase', 'add', 'mine', '--amount', '4', '--on', '2026-08-22')
  expect((await huaqing('undo')).code).toBe(0)
  copyFileSync(ledger, older)
  for (const amount of ['5', '6']) await huaqing('purchase', 'add', 'mine', '--amount', amount, '--on', '2026-08-22')
  copyFileSync(older, ledger)
  const before = readFileSync(ledger)
  expect(await status()).toContain('This file is older')
  const accepted = JSON.parse((await huaqing('--json', 'doctor', '--accept')).out)
  expect(accepted).toEqual({ schema: 'huaqing/accepted@1', accepted: 'ledger-older' })
  expect(await status()).toBe('')
  expect(readFileSync(ledger).equals(before)).toBe(true)
  expect((await huaqing('redo')).code).toBe(0)
  await huaqing('purchase', 'add', 'mine', '--amount', '7', '--on', '2026-08-22')
  expect((await huaqing('doctor', '--accept')).out).toContain('There is nothing to accept')
  copyFileSync(older, ledger)
  const { host, isOlder } = openWindow()
  expect(await isOlder()).toMatchObject({ code: 'ledger-older' })
  expect(await host.call('acceptLedger', {})).toMatchObject({ value: { accepted: { code: 'ledger-older' } } })
  expect(await isOlder()).toBe(null)
  await host.close()
  expect(await status()).toBe('')
})

it('is said no more in a window that is open where it was accepted by word', async () => {
  copyFileSync(older, ledger)
  const { host, isOlder } = openWindow()
  expect(await isOlder()).toMatchObject({ code: 'ledger-older' })
  expect(await isOlder()).toMatchObject({ code: 'ledger-older' })
  expect((await huaqing('doctor', '--accept')).code).toBe(0)
  expect(await isOlder()).toBe(null)
  await host.close()
})

it('is no other way: a restore that was undone here and is done again elsewhere', async () => {
  const elsewhere = join(folder, 'elsewhere', 'ledger.huaqing')
  const there = (...args: readonly string[]) => huaqingOn('2026-09-02', elsewhere, 'seen-elsewhere', args)
  const here = (...args: readonly string[]) => huaqingOn('2026-09-02', ledger, 'seen', args)
  expect((await huaqing('restore', listBackups(ledger)[0]?.file ?? '', '--yes')).code).toBe(0)
  expect((await here('undo')).code).toBe(0)
  cpSync(join(folder, 'backups'), join(folder, 'elsewhere', 'backups'), { recursive: true })
  copyFileSync(ledger, elsewhere)
  expect((await there('redo')).code).toBe(0)
  copyFileSync(elsewhere, ledger)
  expect((await here('owed')).err).toBe('')
})

it('keeps no doctor from a ledger whose history is damaged', async () => {
  const raw = new Database(ledger)
  raw.pragma('wal_checkpoint(TRUNCATE)')
  const page = Number(raw.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'action'").pluck().get()) - 1
  raw.close()
  writeFileSync(ledger, readFileSync(ledger).fill(0x5a, page * 4096, (page + 1) * 4096))
  expect((await huaqing('doctor')).out).toContain('The file is damaged in places')
})

function openWindow() {
  const [now, paths] = [() => Date.UTC(2026, 8, 1, 4), { ledgerPath: ledger, seenFolder: join(folder, 'seen') }]
  const host = createLocalHost({ ...paths, handlers, now, randomId: () => 'x' })
  const isOlder = async (): Promise<unknown> => {
    const status = await host.call('getStatus', {})
    return status.ok && status.value.older
  }
  return { host, isOlder }
}

it('is said in the window too, until something is recorded there', async () => {
  copyFileSync(older, ledger)
  const { host, isOlder } = openWindow()
  expect(await isOlder()).toMatchObject({ code: 'ledger-older', values: { count: 2 } })
  expect(await host.call('undo', {})).toMatchObject({ ok: true })
  expect(await isOlder()).toBe(null)
  await host.close()
})

it('is still said after a setting was changed and after something was refused', async () => {
  copyFileSync(older, ledger)
  const first = openWindow()
  expect(await first.host.call('changeSettings', { language: 'en' })).toMatchObject({ ok: true })
  expect(await first.host.call('redo', {})).toMatchObject({ ok: false })
  expect(await first.isOlder()).toMatchObject({ values: { count: 2 } })
  await first.host.close()
  expect((await huaqing('owed')).err).toContain('This file is older')
})

it('is not said where the program ended between a write and keeping how far the ledger had come', async () => {
  const backup = listBackups(ledger)[0]?.file ?? ''
  const steps: readonly (readonly string[])[] = [
    ['undo'],
    ['redo'],
    ['undo'],
    ['purchase', 'add', 'mine', '--amount', '3', '--on', '2026-08-22'],
    ['undo'],
    ['import', FIRST],
    ['undo'],
    ['import', FIRST],
    ['restore', backup, '--yes'],
    ['undo'],
    ['redo'],
    ['undo'],
    ['doctor', '--repair'],
    ['undo'],
    ['redo'],
    ['compact', '--depth', '1000'],
    ['backups', 'folder', 'none'],
    ['purchase', 'add', 'mine', '--amount', '3', '--on', '2026-08-22'],
  ]
  const kept = join(folder, 'kept')
  for (const [n, args] of steps.entries()) {
    if (args[0] === 'doctor') spoilSums()
    removeFolder(kept)
    cpSync(join(folder, 'seen'), kept, { recursive: true })
    const day = `2026-09-${String(2 + n).padStart(2, '0')}`
    const done = await huaqingOn(day, ledger, 'seen', args)
    expect([args, done.code], done.err).toEqual([args, 0])
    // As it was before: nothing was kept of what this step wrote.
    const after = join(folder, 'after')
    removeFolder(after)
    cpSync(join(folder, 'seen'), after, { recursive: true })
    removeFolder(join(folder, 'seen'))
    cpSync(kept, join(folder, 'seen'), { recursive: true })
    const { err } = await huaqingOn(day, ledger, 'seen', ['owed'])
    expect([args, err]).toEqual([args, ''])
    removeFolder(join(folder, 'seen'))
    cpSync(after, join(folder, 'seen'), { recursive: true })
  }
})

/** Sums that do not match their entries: what the doctor repairs. */
function spoilSums(): void {
  const raw = new Database(ledger)
  raw.exec('DELETE FROM daily_sum')
  raw.close()
}

it('is not said of what the user put back: an undo, a restore, one of a file that could not be opened', async () => {
  const backup = listBackups(ledger)[0]?.file ?? ''
  for (const args of [['undo'], ['restore', backup, '--yes'], ['undo']]) {
    expect((await huaqing(...args)).code).toBe(0)
    expect((await huaqing('owed')).err).toBe('')
  }
  truncateSync(ledger, 20_000)
  expect((await huaqing('restore', backup, '--yes')).code).toBe(0)
  expect((await huaqing('owed')).err).toBe('')
})

it('is not said of another ledger in that place, nor of a copy elsewhere, and a ledger that is gone is forgotten', async () => {
  rmSync(ledger)
  expect((await huaqing('account', 'add', '--kind', 'huabei', '--id', 'new')).err).toBe('')
  const first = ledger
  ledger = join(folder, 'elsewhere.huaqing')
  copyFileSync(older, ledger)
  expect((await huaqing('owed')).err).toBe('')
  expect(readdirSync(join(folder, 'seen'))).toHaveLength(2)
  rmSync(first)
  copyFileSync(older, join(folder, 'third.huaqing'))
  ledger = join(folder, 'third.huaqing')
  await huaqing('owed')
  expect(readdirSync(join(folder, 'seen'))).toHaveLength(2)
})
