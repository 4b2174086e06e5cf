import { copyFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asked, edited, huaqing, neverFails, type Prepared, prepareLedger } from './damaged-ledger.ts'

/**
 * What somebody, a failing disk or another program may change in the file so that it still opens and every row can be
 * read: a figure, an undo or an attachment is another one than the user recorded, and only the doctor can say so.
 */

let ledger: Prepared
beforeAll(async () => {
  ledger = await prepareLedger()
}, 120_000)
afterAll(() => ledger.remove())

const problemsOf = async (path: string): Promise<readonly string[]> =>
  (await asked(path, 'doctor')).answer.problems.map(({ check }: { check: string }) => check)

const stepOf = (id: string): string => `(SELECT appended_by FROM entry WHERE id = '${id}')`

/** So many steps more that a compaction could have settled all that was there before. */
const DEEP_HISTORY = `
INSERT OR REPLACE INTO meta SELECT 'undo_floor', max(place) FROM action WHERE state = 'active';
WITH RECURSIVE more (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more WHERE n < 1000)
INSERT INTO action (place, at, code, details, state)
SELECT n + (SELECT max(place) FROM action), 1789000000000, 'recordPurchase', '{}', 'active' FROM more;`

describe('the doctor sees', () => {
  it.each<readonly [string, string, string]>([
    [
      'a step that says it is only previewed',
      `UPDATE action SET state = 'staging', place = NULL WHERE id = ${stepOf('late')}`,
      'steps-gone',
    ],
    ['the same with its place', `UPDATE action SET state = 'staging' WHERE id = ${stepOf('p5')}`, 'steps-gone'],
    [
      'a step that is gone with its rows',
      `PRAGMA foreign_keys = OFF; DELETE FROM daily_sum WHERE action = ${stepOf('p5')};
      DELETE FROM action WHERE id = ${stepOf('p5')}; DELETE FROM entry WHERE id = 'p5'`,
      'steps-gone',
    ],
    ['a step given up in the middle', `UPDATE action SET state = 'dropped' WHERE id = ${stepOf('p5')}`, 'since-backup'],
    [
      'a step at the last of all places',
      `UPDATE action SET place = 9223372036854775807 WHERE id = ${stepOf('late')}`,
      'action-order',
    ],
    [
      'a depth of undo that no compaction settled',
      "INSERT OR REPLACE INTO meta SELECT 'undo_floor', max(place) FROM action WHERE state = 'active'",
      'since-backup',
    ],
    [
      'behind such a depth a purchase that is gone',
      `${DEEP_HISTORY} DELETE FROM entry WHERE id = 'p4'`,
      'since-backup',
    ],
    [
      'behind such a depth a step that is gone with its rows',
      `${DEEP_HISTORY} DELETE FROM daily_sum WHERE action = ${stepOf('p5')};
      DELETE FROM action WHERE id = ${stepOf('p5')}; DELETE FROM entry WHERE id = 'p5'`,
      'since-backup',
    ],
    [
      'behind such a depth terms that are gone',
      `${DEEP_HISTORY} DELETE FROM record WHERE kind = 'terms'`,
      'since-backup',
    ],
    ['a depth of undo that no step has', "INSERT OR REPLACE INTO meta VALUES ('undo_floor', 99999)", 'action-order'],
    [
      'a superseded version that was edited',
      "UPDATE entry SET amount = 999, label = 'x' WHERE id = 'p2' AND supersedes IS NULL",
      'since-backup',
    ],
    ['a purchase of another amount', "UPDATE entry SET amount = 999 WHERE id = 'p4'", 'since-backup'],
    [
      'a purchase and its sums of another amount',
      "UPDATE entry SET amount = 999 WHERE id = 'p4'; DELETE FROM daily_sum; UPDATE action SET summed = 0",
      'since-backup',
    ],
    [
      'a repayment that is gone',
      "DELETE FROM entry_account WHERE entry IN (SELECT seq FROM entry WHERE kind = 'repayment'); DELETE FROM entry WHERE kind = 'repayment' AND file IS NULL",
      'since-backup',
    ],
    [
      'a rate of the terms',
      "UPDATE record SET body = json_set(body, '$.set.overdueDailyRate', 1) WHERE kind = 'terms'",
      'since-backup',
    ],
    ['the shop of a purchase', "UPDATE entry SET label = 'another shop' WHERE id = 'p6'", 'since-backup'],
    ['the owner of a statement file', "UPDATE statement_file SET owner = 'somebody else'", 'since-backup'],
    [
      'what a contact said',
      "UPDATE case_fact SET body = json_set(body, '$.said', 'nothing') WHERE kind = 'contact'",
      'since-backup',
    ],
    [
      'another step, which says what is no JSON',
      "UPDATE action SET details = '{oops', at = at + 1 WHERE place = 5",
      'since-backup',
    ],
    ['an attachment whose content is gone', 'DELETE FROM attachment_content', 'attachments'],
    [
      'an attachment with a flipped bit',
      "UPDATE attachment_content SET content = CAST('E' || substr(content, 2) AS BLOB)",
      'attachments',
    ],
  ])('%s', async (name, sql, check) => {
    const path = ledger.damaged(edited(sql))
    const before = stepsIn(path)
    expect([name, await problemsOf(path)]).toEqual([name, expect.arrayContaining([check])])
    // Looking takes nothing away.
    expect([name, stepsIn(path)]).toEqual([name, before])
    if (check !== 'since-backup') await neverFails(ledger, edited(sql), name)
  })

  it('nothing in what the program itself does: steps, undo, redo, a restore and its undo, a compaction', async () => {
    const path = ledger.damaged(() => undefined)
    const commands: readonly (readonly string[])[] = [
      ['undo'],
      ['undo'],
      ['redo'],
      ['purchase', 'add', 'hb', '--amount', '3', '--on', '2026-09-19'],
      ['backup'],
      ['undo'],
      ['purchase', 'add', 'hb', '--amount', '4', '--on', '2026-09-19'],
      ['restore', ledger.backup, '--yes'],
      ['purchase', 'add', 'hb', '--amount', '5', '--on', '2026-09-19'],
      ['undo'],
      ['undo'],
      ['redo'],
      ['undo'],
      ['backup'],
      ['compact', '--depth', '1000'],
    ]
    expect(await problemsOf(path)).toEqual([])
    for (const args of commands) {
      const { code, err } = await huaqing(path, ...args)
      expect([args, code], err).toEqual([args, 0])
      expect([args, await problemsOf(path)]).toEqual([args, []])
    }
  })

  it('steps that the newest backup holds and the ledger does not: an older copy was put in its place', async () => {
    const path = ledger.damaged(() => undefined)
    const older = join(dirname(path), 'older')
    const raw = new Database(path)
    raw.prepare('VACUUM INTO ?').run(older)
    raw.close()
    await huaqing(path, 'purchase', 'add', 'hb', '--amount', '3', '--on', '2026-09-19')
    await huaqing(path, 'backup')
    copyFileSync(older, path)
    expect(await problemsOf(path)).toEqual(['since-backup'])
  })
})

describe('an attachment whose content is lost', () => {
  it('is said, and attached once more it is there again', async () => {
    const path = ledger.damaged(edited('DELETE FROM attachment_content'))
    const pack = join(dirname(path), 'pack.zip')
    const { answer } = await asked(path, 'case', 'pack', '--out', pack)
    expect(answer.refusal).toMatchObject({ kind: 'attachment-lost', name: 'evidence.txt' })
    expect((await huaqing(path, 'case', 'attach', join(ledger.live, '..', 'evidence.txt'))).code).toBe(0)
    expect((await huaqing(path, 'case', 'pack', '--out', pack)).code).toBe(0)
    expect(await problemsOf(path)).toEqual([])
  })
})

function stepsIn(path: string): unknown {
  const raw = new Database(path)
  try {
    return raw.prepare('SELECT (SELECT count(*) FROM action), (SELECT count(*) FROM entry)').raw().get()
  } finally {
    raw.close()
  }
}
