import { copyFileSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backupFolder, listBackups } from '../../electron/store/backup-files.ts'
import { removeFolder } from '../remove-folder.ts'
import {
  asked,
  edited,
  huaqing,
  LEDGER,
  lookAt,
  neverFails,
  type Prepared,
  prepareLedger,
  waysOutWork,
} from './damaged-ledger.ts'

/**
 * A ledger damaged by hand in every way that was thought of: no command ends in a fault, no wrong figure stands without
 * the doctor finding why, and the way out that is named works when it is followed.
 */

let ledger: Prepared
beforeAll(async () => {
  ledger = await prepareLedger()
}, 120_000)
afterAll(() => ledger.remove())

const PAGE = 4096
const paged = (change: (bytes: Buffer, start: number, whole: Buffer) => Buffer) => (page: number) => (path: string) => {
  const whole = readFileSync(path)
  writeFileSync(path, change(Buffer.from(whole), page * PAGE, whole))
}

const PAGES = {
  zeroed: paged((bytes, start) => bytes.fill(0, start, start + PAGE)),
  'half zeroed': paged((bytes, start) => bytes.fill(0, start + PAGE / 2, start + PAGE)),
  overwritten: paged((bytes, start) => bytes.fill(0xff, start, start + PAGE)),
  flipped: paged((bytes, start) => {
    for (let n = 0; n < 8; n += 1) {
      const at = start + ((n * 1543 + 3) % PAGE)
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << n), at)
    }
    return bytes
  }),
  swapped: paged((bytes, start, whole) => {
    const other = (start + PAGE) % whole.length
    whole.copy(bytes, start, other, other + PAGE)
    whole.copy(bytes, other, start, start + PAGE)
    return bytes
  }),
  'another one': paged((bytes, start, whole) => {
    const other = (start + 7 * PAGE) % whole.length
    whole.copy(bytes, start, other, other + PAGE)
    return bytes
  }),
  'cut off before': paged((bytes, start) => bytes.subarray(0, start)),
  'cut off in': paged((bytes, start) => bytes.subarray(0, start + 1000)),
} as const
const KINDS = Object.keys(PAGES) as (keyof typeof PAGES)[]

/** Ten times as much where properties are tried ten times as often: then each page in each way. */
const EVERY_WAY = Number(process.env.SHARE_OF_RUNS ?? 1) >= 10

describe('a page of a ledger', () => {
  it.each(KINDS)('that is %s is found, and the ways out work', { timeout: 1_800_000 }, async (kind) => {
    const pages = readFileSync(join(ledger.live, LEDGER)).length / PAGE
    for (let page = 0; page < pages; page += 1) {
      if (!EVERY_WAY && page % KINDS.length !== KINDS.indexOf(kind)) continue
      const where = `${kind}: page ${page + 1} of ${pages}`
      const spoil = PAGES[kind](page)
      await lookAt(ledger, ledger.damaged(spoil), where)
      await waysOutWork(ledger, spoil, where)
      if (EVERY_WAY || page % 3 === 0) await neverFails(ledger, spoil, where)
    }
  })
})

describe('a ledger that ends in the middle of a page', () => {
  it.each([1000, 4095])(
    'at %i bytes of its last one is damaged, and what is before it can be read out',
    async (kept) => {
      const whole = readFileSync(join(ledger.live, LEDGER)).length
      const cut = (file: string): void => truncateSync(file, whole - PAGE + kept)
      await lookAt(ledger, ledger.damaged(cut), `${kept} bytes`)
      await waysOutWork(ledger, cut, `${kept} bytes`)
      const { code, answer } = await asked(ledger.damaged(cut), 'doctor', '--salvage')
      expect([code, answer.rows > 100, answer.lost < 5]).toEqual([0, true, true])
    },
  )
})

describe('a ledger whose end was cut off', () => {
  const cutTo = (bytes: number) => (file: string) => truncateSync(file, bytes)
  const pagesOf = (...tables: readonly string[]): readonly number[] => {
    const raw = new Database(join(ledger.live, LEDGER), { readonly: true })
    const list = raw.prepare('SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno').pluck()
    const pages = tables.flatMap((table) => list.all(table) as number[])
    raw.close()
    return pages
  }
  const salvagedOf = async (cut: (file: string) => void) => {
    const path = ledger.damaged((file) => {
      cut(file)
      removeFolder(backupFolder(file))
    })
    return { path, ...(await asked(path, 'doctor', '--salvage')) }
  }

  it('gives out the rows of every page that is there, and says that some are lost', async () => {
    const leaves = pagesOf('entry').slice(1)
    expect(leaves.length).toBeGreaterThan(4)
    const read: number[] = []
    for (const count of [2, leaves.length - 1, leaves.length]) {
      const { code, answer } = await salvagedOf(cutTo((leaves[count - 1] ?? 0) * PAGE))
      expect(code).toBe(0)
      const raw = new Database(answer.files[0], { readonly: true })
      read.push(Number(raw.prepare('SELECT count(*) FROM entry').pluck().get()))
      expect(raw.prepare('SELECT count(*) FROM record').pluck().get()).toBe(13)
      raw.close()
      expect(answer.more || answer.lost > 0).toBe(true)
    }
    const all = new Database(join(ledger.live, LEDGER), { readonly: true })
    expect(read[2]).toBe(all.prepare('SELECT count(*) FROM entry').pluck().get())
    all.close()
    expect(read[0]).toBeGreaterThan(10)
    expect(read[1]).toBeGreaterThan(read[0] ?? 0)
  })

  it('gives out what the part of its list of tables names that is there', async () => {
    const [, first = 0, second = 0] = pagesOf('sqlite_schema')
    const { code, answer } = await salvagedOf(cutTo((second - 1) * PAGE))
    expect([first < second, code, answer.more, answer.rows > 20]).toEqual([true, 0, true, true])
    const nothing = await salvagedOf(cutTo((first - 1) * PAGE))
    expect(nothing.answer.refusal.kind).toBe('salvage-nothing')
  })

  it.each([18, 20, 30, 36, 44])('before page %i opens again with what was read out', async (page) => {
    const cut = cutTo(page * PAGE + 600)
    await lookAt(ledger, ledger.damaged(cut), `page ${page}`)
    await waysOutWork(ledger, cut, `page ${page}`)
  })

  it('is told from one that lost nothing, as often as it is asked', async () => {
    const { path, answer } = await salvagedOf(cutTo(36 * PAGE))
    expect(answer.more).toBe(true)
    expect((await huaqing(path, 'doctor', '--salvage')).out).toContain('Part of the file is gone')
    const whole = ledger.damaged(() => undefined)
    expect((await asked(whole, 'doctor', '--salvage')).answer).toMatchObject({ more: false, lost: 0 })
  })
})

const header =
  (at: number, ...bytes: readonly number[]) =>
  (path: string) => {
    const whole = readFileSync(path)
    Buffer.from(bytes).copy(whole, at)
    writeFileSync(path, whole)
  }

describe('the header of a ledger', () => {
  it.each<readonly [string, (path: string) => void]>([
    ['another magic', header(0, 0x73, 0x71)],
    ['a page size that is none', header(16, 0x12, 0x34)],
    ['another page size', header(16, 0x02, 0x00)],
    ['a write version of the future', header(18, 9)],
    ['a read version of the future', header(19, 9)],
    ['reserved bytes', header(20, 200)],
    ['a change counter of its own', header(24, 0xff, 0xff, 0xff, 0xff)],
    ['more pages than there are', header(28, 0x00, 0xff, 0xff, 0xff)],
    ['a free list that is none', header(32, 0x00, 0x00, 0xff, 0xff, 0x00, 0x00, 0x00, 0x09)],
    ['a schema cookie of its own', header(40, 0x12, 0x34, 0x56, 0x78)],
    ['a schema format that is none', header(44, 0, 0, 0, 9)],
    ['another encoding', header(56, 0, 0, 0, 2)],
    ['a version of nothing', header(60, 0, 0, 0, 0)],
    ['an older version', header(60, 0, 0, 0, 1)],
    ['no application', header(68, 0, 0, 0, 0)],
  ])('with %s is found or makes no difference', async (name, spoil) => {
    await lookAt(ledger, ledger.damaged(spoil), name)
    await neverFails(ledger, spoil, name)
    await waysOutWork(ledger, spoil, name)
  })
})

const only = (which: string, kind: string): string =>
  `(SELECT ${which}(seq) FROM counting_entry WHERE kind = '${kind}')`
const body = (kind: string, change: string): string =>
  `UPDATE entry SET body = ${change} WHERE seq = ${only('max', kind)}`

describe('rows that another program wrote', () => {
  it.each<readonly [string, 'right' | 'refused' | 'found', string]>([
    ['an amount that is text', 'refused', body('repayment', "json_set(body, '$.amount', 'ten')")],
    ['an amount with a fraction', 'refused', body('repayment', "json_set(body, '$.amount', 1.5)")],
    ['an amount that no number holds', 'refused', body('repayment', "json_set(body, '$.amount', 9007199254740993)")],
    ['two amounts', 'right', `UPDATE entry SET amount = 1 WHERE seq = ${only('max', 'repayment')}`],
    ['a list for a fact', 'refused', body('repayment', "'[]'")],
    ['nothing for a fact', 'refused', body('bill', "'{}'")],
    ['what is no JSON', 'refused', body('bill', "'{oops'")],
    ['a month that is none', 'refused', body('bill', "json_set(body, '$.month', 99999999)")],
    ['a hundred million installments', 'refused', body('installments', "json_set(body, '$.count', 100000000)")],
    ['no installment', 'refused', body('installments', "json_set(body, '$.count', 0)")],
    ['a day that is text', 'refused', body('loan', "json_set(body, '$.drawnOn', '2026-01-01')")],
    ['a method that is none', 'refused', body('loan', "json_set(body, '$.method', 'magic')")],
    ['a loan of nobody', 'found', body('loan', "json_set(body, '$.account', 'nobody')")],
    [
      'a step that is missing',
      'found',
      "DELETE FROM action WHERE id = (SELECT appended_by FROM entry WHERE id = 'p5')",
    ],
    [
      'a step undone in the middle',
      'found',
      "UPDATE action SET state = 'undone' WHERE id = (SELECT appended_by FROM entry WHERE id = 'p5')",
    ],
    [
      'a state that is none',
      'found',
      "UPDATE action SET state = 'maybe' WHERE id = (SELECT appended_by FROM entry WHERE id = 'p5')",
    ],
    [
      'a step in the far future',
      'right',
      'UPDATE action SET at = 9223372036854775807 WHERE id = (SELECT max(id) FROM action)',
    ],
    ['a step that says nothing', 'right', "UPDATE action SET details = 'null' WHERE id = (SELECT max(id) FROM action)"],
    ['a correction of itself', 'found', "UPDATE entry SET supersedes = seq WHERE id = 'late'"],
    ['a correction of nothing', 'right', "UPDATE entry SET supersedes = 99999 WHERE id = 'late'"],
    ['a day beyond all days', 'right', "UPDATE entry SET day = 9007199254740990 WHERE id = 'p5'"],
    ['an amount of all bits', 'right', "UPDATE entry SET amount = 9223372036854775807 WHERE id = 'p5'"],
    ['text that is no UTF-8', 'right', "UPDATE entry SET label = CAST(x'ff80c0af' AS TEXT) WHERE id = 'p5'"],
    ['an account that says nothing', 'refused', "UPDATE record SET body = '{}' WHERE kind = 'account' AND id = 'hb'"],
    [
      'an account of no kind',
      'refused',
      "UPDATE record SET body = json_set(body, '$.kind', 'magic') WHERE kind = 'account'",
    ],
    ['an account that is gone', 'found', "DELETE FROM record WHERE kind = 'account' AND id = 'hb'"],
    ['sums that are none', 'refused', "UPDATE daily_sum SET sums = '{}'"],
    ['sums that are gone', 'found', 'DELETE FROM daily_sum'],
    ['sums that are empty', 'found', "UPDATE daily_sum SET sums = '[]'"],
    [
      'a setting that is none',
      'right',
      "INSERT OR REPLACE INTO setting VALUES ('undoDepth', '\"x\"'), ('savedFilters', '{}')",
    ],
    [
      'a key that locks nothing',
      'right',
      `INSERT OR REPLACE INTO setting VALUES ('backup-key', '{"recipient":"age1oops","wrapped":"zzz"}')`,
    ],
    ['a counter that cannot be raised', 'right', "UPDATE meta SET value = 9223372036854775807 WHERE key = 'revision'"],
    ['no counters', 'right', 'DELETE FROM meta'],
    ['a case fact that says nothing', 'right', "UPDATE case_fact SET body = '{}'"],
    ['an attachment that is gone', 'right', 'DELETE FROM attachment_content'],
  ])('%s', async (name, expected, sql) => {
    const spoil = edited(sql)
    expect([(await lookAt(ledger, ledger.damaged(spoil), name)).owed, name]).toEqual([expected, name])
    await neverFails(ledger, spoil, name)
    await waysOutWork(ledger, spoil, name)
  })
})

describe('what lies in the place of a ledger, or beside it', () => {
  const other = (path: string): void => {
    rmSync(path)
    const raw = new Database(path)
    raw.exec('CREATE TABLE other (x)')
    raw.close()
  }
  it.each<readonly [string, (path: string) => void]>([
    ['nothing', (path) => rmSync(path)],
    ['a file without a byte', (path) => truncateSync(path, 0)],
    ['a text', (path) => writeFileSync(path, '交易时间,金额\n'.repeat(500))],
    ['the database of another program', other],
    [
      'random bytes',
      (path) => writeFileSync(path, Buffer.from(Array.from({ length: 9000 }, (_, n) => (n * 7919) % 251))),
    ],
  ])('%s: the sentence names the backup, and it takes that place', async (name, spoil) => {
    const path = ledger.damaged(spoil)
    const { code, answer } = await asked(path, 'owed')
    expect([code, answer.refusal.backup, answer.refusal.madeAt, name]).toEqual([
      1,
      ledger.backup,
      '2026-09-20 12:00',
      name,
    ])
    await waysOutWork(ledger, spoil, name)
  })

  it.each<readonly [string, (path: string) => void]>([
    ['a log of another ledger', (path) => copyFileSync(path, `${path}-wal`)],
    ['a log of random bytes', (path) => writeFileSync(`${path}-wal`, Buffer.alloc(5000, 0x37))],
    ['a log without a byte', (path) => writeFileSync(`${path}-wal`, '')],
    ['an index of a log that is none', (path) => writeFileSync(`${path}-shm`, Buffer.alloc(32_768, 0x5a))],
    [
      'a folder for the log',
      (path) => {
        rmSync(`${path}-wal`, { force: true })
        mkdirSync(`${path}-wal`)
      },
    ],
    ['a journal of another program', (path) => writeFileSync(`${path}-journal`, 'no journal')],
  ])('%s does not change what is owed', async (name, spoil) => {
    const outcome = await lookAt(ledger, ledger.damaged(spoil), name)
    expect(['right', 'refused'], name).toContain(outcome.owed)
    await neverFails(ledger, spoil, name)
  })

  it('a folder is refused and left alone', async () => {
    const path = ledger.damaged((file) => {
      rmSync(file)
      mkdirSync(file)
    })
    for (const args of [['owed'], ['doctor', '--salvage'], ['restore', ledger.backup, '--yes'], ['undo']])
      expect([(await asked(path, ...args)).answer.refusal?.kind, args]).toEqual(['ledger-is-a-folder', args])
  })

  it('the doctor names what damage kept it from looking at, in words', async () => {
    for (const page of [10, 14, 18, 22, 26]) {
      const path = ledger.damaged(PAGES.zeroed(page))
      const { out, err } = await huaqing(path, 'doctor')
      expect(
        `${out}${err}`.match(/\b(file|indexes|chains|bodies|columns|splits|entry-accounts|counted-twice)[,;]/),
      ).toBe(null)
    }
  })

  it('without a backup names none, and says how to read out what is left', async () => {
    const spoil = PAGES.zeroed(20)
    const path = ledger.damaged(spoil)
    removeFolder(backupFolder(path))
    const { err } = await huaqing(path, 'verify')
    truncateSync(path, 40_960)
    const { answer } = await asked(path, 'owed')
    expect([answer.refusal.kind, answer.refusal.backup]).toEqual(['ledger-damaged', undefined])
    expect(answer.refusal.message).toContain('No verified backup lies beside it')
    expect(answer.refusal.message).toContain('doctor --salvage')
    expect(err).toContain('doctor says what is wrong')
  })

  it('a backup that is damaged itself is not used, and the one before it is', async () => {
    const path = ledger.damaged(() => undefined)
    const [newest, older] = listBackups(path)
    truncateSync(newest?.file ?? '', 20_000)
    truncateSync(path, 20_000)
    const refused = await asked(path, 'restore', newest?.file ?? '', '--yes')
    expect(refused.answer.refusal).toMatchObject({ kind: 'backup-damaged', file: newest?.file })
    const { code } = await huaqing(path, 'restore', older?.file ?? '', '--yes')
    expect([code, (await asked(path, 'owed')).code]).toEqual([0, 0])
  })

  it('a file in the place of the folder of the backups: what needs one is refused, the rest works', async () => {
    const path = ledger.damaged((file) => {
      removeFolder(backupFolder(file))
      writeFileSync(backupFolder(file), 'no folder')
    })
    expect((await asked(path, 'owed')).answer.total).toBe(ledger.owed)
    expect((await asked(path, 'backup')).answer.refusal).toEqual(
      expect.objectContaining({ kind: 'backup-not-made', folder: join(dirname(path), 'backups') }),
    )
    expect((await asked(path, 'doctor', '--salvage')).code).toBe(1)
  })
})
