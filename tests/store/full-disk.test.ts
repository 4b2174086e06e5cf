import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { refused } from '#shared/kernel/outcome.ts'
import { makeBackup } from '../../electron/store/backup.ts'
import { listBackups } from '../../electron/store/backup-files.ts'
import { examine } from '../../electron/store/doctor/checks.ts'
import { appendEntry, findEntry } from '../../electron/store/entries.ts'
import { diskRefusal } from '../../electron/store/open-refusal.ts'
import { openStore, type Store } from '../../electron/store/store.ts'
import { purchase } from './entry-fixtures.ts'
import { temporaryFolder, temporaryStore, testClock } from './temporary-store.ts'

/** A disk of its own with little room; null where this process may not mount one. */
function smallDisk(megabytes: number): string | null {
  const folder = join(temporaryFolder(), '小盘 with spaces')
  mkdirSync(folder)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  if (mounted.status !== 0) return null
  onTestFinished(() => void spawnSync('umount', ['-l', folder]))
  return folder
}

const add = (store: Store, id: string) =>
  store.write({ code: 'purchase-added', values: {} }, (writer) =>
    appendEntry(writer, purchase({ id, note: 'x'.repeat(400) })),
  )

/** What a command that the disk refuses is told. */
function told(work: () => unknown, path: string): string {
  try {
    work()
    return 'done'
  } catch (error) {
    return diskRefusal(error, { path, ...testClock() })?.kind ?? 'a fault'
  }
}

const canMount = process.platform === 'linux' && process.getuid?.() === 0

describe.runIf(canMount)('a full disk', () => {
  it('refuses what has no room, keeps all that was confirmed, and goes on when there is room again', async ({
    skip,
  }) => {
    const folder = smallDisk(2)
    if (folder === null) return skip('no disk may be mounted here')
    const path = join(folder, '账本.huaqing')
    const store = temporaryStore(path)
    const confirmed: string[] = []
    let answer = 'done'
    for (let n = 0; n < 5000 && answer === 'done'; n += 1) {
      answer = told(() => add(store, `p${n}`), path)
      if (answer === 'done') confirmed.push(`p${n}`)
    }
    expect(answer).toBe('ledger-disk-full')
    expect(confirmed.filter((id) => store.read((reader) => findEntry(reader, id)) === null)).toEqual([])
    const backup = await makeBackup(path, 'asked', Date.UTC(2026, 8, 1)).catch(
      (error: unknown) => diskRefusal(error, { path, ...testClock() })?.kind,
    )
    expect(backup).toBe('ledger-disk-full')
    expect(listBackups(path)).toEqual([])
    store.close()
    spawnSync('mount', ['-o', 'remount,size=16m', folder])
    const again = temporaryStore(path)
    expect(confirmed.filter((id) => again.read((reader) => findEntry(reader, id)) === null)).toEqual([])
    // The purchases of this test are of an account that nobody added; nothing else is wrong.
    expect(examine(again.connection.raw).flatMap(({ check, count }) => (count > 0 ? [check] : []))).toEqual([
      'unknown-account',
    ])
    expect(add(again, 'later').ok).toBe(true)
    expect((await makeBackup(path, 'asked', Date.UTC(2026, 8, 2))).verified).toBe(true)
  })

  it('to the last byte still answers what is owed, and says that it is full to whoever wants to write', ({ skip }) => {
    const folder = smallDisk(2)
    if (folder === null) return skip('no disk may be mounted here')
    const path = join(folder, 'ledger.huaqing')
    const store = temporaryStore(path)
    add(store, 'p1')
    store.close()
    told(() => writeFileSync(join(folder, 'filler'), Buffer.alloc(3_000_000)), path)
    const look = openStore({ path, create: false, readOnly: true, ...testClock() })
    if (!look.ok) throw new Error(look.refusal.kind)
    expect(look.value.read((reader) => findEntry(reader, 'p1'))?.id).toBe('p1')
    look.value.close()
    expect(openStore({ path, create: false, ...testClock() })).toEqual(
      refused({ kind: 'ledger-disk-full', values: { path } }),
    )
    rmSync(join(folder, 'filler'))
    expect(add(temporaryStore(path), 'p2').ok).toBe(true)
  })

  it('that is read-only opens to look at', ({ skip }) => {
    const folder = smallDisk(4)
    if (folder === null) return skip('no disk may be mounted here')
    const path = join(folder, 'ledger.huaqing')
    const store = temporaryStore(path)
    add(store, 'p1')
    store.close()
    spawnSync('mount', ['-o', 'remount,ro', folder])
    const opened = openStore({ path, create: false, ...testClock() })
    if (!opened.ok) throw new Error(opened.refusal.kind)
    expect([opened.value.readOnly, opened.value.read((reader) => findEntry(reader, 'p1'))?.id]).toEqual([
      'ledger-read-only',
      'p1',
    ])
    opened.value.close()
  })
})
