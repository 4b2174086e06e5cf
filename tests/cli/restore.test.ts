import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../electron/cli/run-command-line.ts'
import { listBackups } from '../../electron/store/backup-files.ts'
import { removeFolder } from '../remove-folder.ts'

/** Restoring in a terminal: what changes is said before it is asked, and nothing but a yes changes anything. */

let folder = ''
let ledger = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huaqing-恢复 a backup-'))
  ledger = join(folder, 'ledger.huaqing')
  await huaqing(['account', 'add', '--kind', 'huabei', '--id', 'mine'])
  await huaqing(['purchase', 'add', 'mine', '--amount', '100', '--on', '2026-08-20', '--id', 'p1'])
  await huaqing(['purchase', 'add', 'mine', '--amount', '30', '--on', '2026-08-21', '--id', 'p2'])
  await huaqing(['backup'])
  await huaqing(['entry', 'delete', 'p1'])
  await huaqing(['entry', 'edit', 'p2', '--note', 'lunch'])
  await huaqing(['purchase', 'add', 'mine', '--amount', '7', '--on', '2026-08-22', '--id', 'p3'])
})
afterEach(() => removeFolder(folder))

async function huaqing(args: readonly string[], answer?: string) {
  const said = { out: '', err: '', asked: '' }
  const code = await runCommandLine(['--ledger', ledger, '--today', '2026-09-01', '--lang', 'en', ...args], {
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
    ask:
      answer === undefined
        ? undefined
        : async (question) => {
            said.asked += question
            return answer
          },
  })
  return { code, ...said }
}

const newest = (): string => listBackups(ledger).find(({ reason }) => reason === 'asked')?.file ?? ''
const owed = async () => JSON.parse((await huaqing(['--json', 'owed'])).out).total

const CHANGES = `       Account  Entries  Steps   Total  Up to
─────  ───────  ───────  ─────  ──────  ──────────
Now          1        2      6   37.00  2026-08-22
After        1        2      3  130.00  2026-08-21
Owed: 37.00 → 130.00
Entries: 1 comes back, 1 goes, 1 changes
3 steps would no longer count:
  Purchase of 7.00 on mine
  Entry corrected: p2
  Entry deleted: p1
The present ledger is kept as a backup first; undo brings it back
`

describe('restore', () => {
  it('says what would change and changes nothing with --dry-run', async () => {
    const { code, out, err } = await huaqing(['restore', newest(), '--dry-run'])
    expect([code, out, err, await owed()]).toEqual([
      0,
      `${CHANGES}Nothing was changed\n`,
      'Opening and checking the backup…\n',
      '37.00',
    ])
  })

  it.each(['', 'n', 'no', 'yes please'])('asked and answered with "%s" leaves everything as it is', async (answer) => {
    const { code, out, err, asked } = await huaqing(['restore', newest()], answer)
    expect([code, out, asked]).toEqual([1, '', 'Restore it? y restores, Enter leaves everything as it is: '])
    expect(err).toBe(`Opening and checking the backup…\n${CHANGES}Stopped; the ledger is unchanged\n`)
    expect([await owed(), listBackups(ledger).length]).toEqual(['37.00', 1])
  })

  it('asked and answered with a yes restores, keeps the present ledger, and undo brings it back', async () => {
    const { code, out } = await huaqing(['restore', newest()], ' Y ')
    const kept = listBackups(ledger).find(({ reason }) => reason === 'before-restore')
    expect([code, await owed()]).toEqual([0, '130.00'])
    expect(out).toBe(`Restored: ${newest()}\nThe former ledger lies in ${kept?.file}; undo brings it back\n`)
    expect([(await huaqing(['undo'])).code, await owed()]).toEqual([0, '37.00'])
  })

  it('does not ask with --yes, in JSON, or where nobody can answer, and says the same', async () => {
    const asked = await huaqing(['restore', newest(), '--yes'], 'n')
    expect([asked.code, asked.asked, asked.out.startsWith(CHANGES)]).toEqual([0, '', true])
    await huaqing(['undo'])
    const json = await huaqing(['--json', 'restore', newest()], 'n')
    expect(JSON.parse(json.out).restore).toMatchObject({
      before: { owed: '37.00' },
      after: { owed: '130.00' },
      entries: { added: 1, removed: 1, changed: 1 },
      undoable: true,
    })
    await huaqing(['undo'])
    expect([(await huaqing(['restore', newest()])).code, await owed()]).toEqual([0, '130.00'])
  })

  it('takes a backup of the list by its name alone', async () => {
    expect([(await huaqing(['restore', basename(newest())])).code, await owed()]).toEqual([0, '130.00'])
  })

  it('says which file is wrong, and never names one that the user does not know', async () => {
    const [empty, junk, cut] = ['empty', 'junk', 'cut.huaqing'].map((name) => join(folder, name))
    writeFileSync(empty ?? '', '')
    writeFileSync(junk ?? '', 'not a ledger at all')
    await huaqing(['backup', '--to', folder])
    const copy = join(folder, basename(listBackups(ledger)[0]?.file ?? ''))
    truncateSync(copy, 40_960)
    const told = []
    for (const file of [empty, junk, copy, folder, cut]) told.push((await huaqing(['restore', file ?? ''])).err)
    expect(told.map((text) => text.split('\n')[1])).toEqual([
      `This file is not a ledger of HuaQing: ${empty}`,
      `This file is not a ledger of HuaQing: ${junk}`,
      `This backup is damaged and was not used: ${copy}; try another one. The ledger is unchanged`,
      `Cannot read ${folder} (EISDIR)`,
      `No file at ${cut}`,
    ])
  })

  it('says of a folder that is verified what it says of one that is restored', async () => {
    const { code, err } = await huaqing(['verify', folder])
    expect([code, err]).toEqual([1, `Cannot read ${folder} (EISDIR)\n`])
  })

  it('takes the place of a ledger that cannot be opened, and says where that one lies', async () => {
    const backup = newest()
    truncateSync(ledger, 20_000)
    const { code, out, err } = await huaqing(['restore', backup], 'y')
    expect([code, await owed()]).toEqual([0, '130.00'])
    expect(err).toContain('it is not removed but moved beside the backups')
    expect(out).toMatch(/^Restored: .*\nThe damaged ledger was not removed; it lies in .*-damaged\n$/)
  })

  it('takes its place whichever page of it is damaged, also where that is met only by who reads there', async () => {
    const backup = join(folder, 'backup.huaqing')
    copyFileSync(newest(), backup)
    const whole = readFileSync(ledger)
    const PAGE = 4096
    for (let page = 0; page * PAGE < whole.length; page += 1) {
      for (const end of ['', '-wal', '-shm']) rmSync(`${ledger}${end}`, { force: true })
      writeFileSync(ledger, Buffer.from(whole).fill(0x5a, page * PAGE, (page + 1) * PAGE))
      const { code, err } = await huaqing(['restore', backup, '--yes'])
      expect([page, code, code === 0 ? '' : err, await owed()]).toEqual([page, 0, '', '130.00'])
    }
  })

  it('is undone without a word about redo: what that content’s history had given up before is not given up now', async () => {
    const gone = 'undone step can no longer be redone'
    await huaqing(['undo'])
    expect((await huaqing(['purchase', 'add', 'mine', '--amount', '8', '--on', '2026-08-22'])).err).toContain(gone)
    const before = await owed()
    expect((await huaqing(['restore', newest(), '--yes'])).err).not.toContain(gone)
    expect((await huaqing(['history'])).out).toMatch(/Backup restored: the one of \d{4}-\d\d-\d\d \d\d:\d\d/)
    const { code, out, err } = await huaqing(['undo'])
    expect([code, out, err, await owed()]).toEqual([0, expect.stringContaining('Undone: Backup restored'), '', before])
  })

  it('says of redo what the restore itself gives up, whatever the histories of both had undone and given up', async () => {
    const gone = 'undone steps can no longer be redone'
    // The backup to restore has a step that was given up, and two that are undone.
    await huaqing(['undo'])
    await huaqing(['purchase', 'add', 'mine', '--amount', '8', '--on', '2026-08-22', '--id', 'p4'])
    await huaqing(['purchase', 'add', 'mine', '--amount', '9', '--on', '2026-08-23', '--id', 'p5'])
    for (let n = 0; n < 2; n += 1) await huaqing(['undo'])
    await huaqing(['backup'])
    const backup = newest()
    // The present ledger has three that are undone.
    await huaqing(['undo'])
    expect((await huaqing(['restore', backup, '--dry-run'])).err).not.toContain(gone)
    expect((await huaqing(['restore', backup, '--yes'])).err).toContain(`3 ${gone}`)
    for (const amount of ['11', '12'])
      await huaqing(['purchase', 'add', 'mine', '--amount', amount, '--on', '2026-08-24'])
    for (let n = 0; n < 2; n += 1) await huaqing(['undo'])
    // Undone with the restore, those two come again with it: nothing of them is given up.
    const steps = [await huaqing(['undo']), await huaqing(['redo']), await huaqing(['redo'])]
    expect(steps.map(({ out, err }) => [out.split(':')[0], out.includes('11.00'), err])).toEqual([
      ['Undone', false, ''],
      ['Redone', false, ''],
      ['Redone', true, ''],
    ])
  })
})
