import type { Database } from 'better-sqlite3'
import type { CheckView } from '#shared/contract/safety-views.ts'
import { accountsOf, type Entry } from '#shared/ledger/entry.ts'
import { isAlive } from '../backup-files.ts'
import { hashOf } from '../case-facts.ts'
import { isDamage, isPassing } from '../disk-errors.ts'
import { type EntryRecord, entryOf, fieldsOf } from '../entry-rows.ts'
import { IS_STAGED } from '../import/staged-elsewhere.ts'
import { isCaseShape, isRecordShape, jsonOrNull } from '../shapes.ts'

/**
 * What must hold in every ledger, as a list of small named checks: each answers the places where it does not. A check
 * looks at what is stored, not at what the rules make of it, so that it tells a broken file from a strange fact.
 */
type Check = {
  readonly name: string
  /** What is wrong follows from the rest of the ledger, so that it can be put right without a guess. */
  readonly repairable: boolean
  readonly find: (database: Database) => readonly string[]
}

const EXAMPLES = 5

/**
 * Of each check how often it found something, and a few places. A check that meets a damaged place cannot say what it
 * would have found: it is left out, and the place is the file's.
 */
export function examine(database: Database): readonly CheckView[] {
  const damages: string[] = []
  const views = CHECKS.flatMap(({ name, repairable, find }) => {
    try {
      const found = find(database)
      return [{ check: name, count: found.length, examples: found.slice(0, EXAMPLES), repairable }]
    } catch (error) {
      if (isPassing(error)) throw error
      if (isDamage(error)) damages.push(name)
      return isDamage(error) ? [] : [{ check: name, count: 1, examples: ['?'], repairable: false }]
    }
  })
  const isFound = damages.length === 0 || views.some(({ check, count }) => check === 'file' && count > 0)
  return isFound
    ? views
    : [
        { check: 'file', count: damages.length, examples: damages, repairable: false },
        ...views.filter(({ check }) => check !== 'file'),
      ]
}

const asked =
  (sql: string) =>
  (database: Database): readonly string[] =>
    (database.prepare(sql).pluck().all() as unknown[]).map(String)

/** Every index is made from its table: what is wrong in one alone is made again from there. */
const OF_INDEX = /missing from index|wrong # of entries in index|non-unique entry in index|index\b.*out of order/i

const integrity = (database: Database): readonly string[] =>
  (database.pragma('integrity_check(100)') as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((text) => text !== 'ok')

/** A counter that no number of steps reaches, and that cannot be raised. */
export const STRANGE_NUMBER = `key IN ('revision', 'import_basis', 'adjustments') AND value NOT BETWEEN 0 AND ${Number.MAX_SAFE_INTEGER - 1}`

export const CHECKS: readonly Check[] = [
  { name: 'file', repairable: false, find: (database) => integrity(database).filter((text) => !OF_INDEX.test(text)) },
  { name: 'indexes', repairable: true, find: (database) => integrity(database).filter((text) => OF_INDEX.test(text)) },
  {
    name: 'references',
    repairable: false,
    find: (database) =>
      (database.pragma('foreign_key_check') as { table: string; rowid: number }[]).map(
        ({ table, rowid }) => `${table} ${rowid}`,
      ),
  },
  {
    // Undo goes from the newest back: what counts never stands after what was undone.
    name: 'action-order',
    repairable: false,
    find: asked(`SELECT place FROM action WHERE place >= ${Number.MAX_SAFE_INTEGER} OR (state = 'active' AND place > (
      SELECT min(place) FROM action WHERE state = 'undone'))
      UNION ALL SELECT key FROM meta WHERE key = 'undo_floor' AND value <> 0
        AND value NOT IN (SELECT place FROM action WHERE state = 'active')`),
  },
  { name: 'steps-gone', repairable: false, find: stepsGone },
  { name: 'left-behind', repairable: true, find: leftBehind },
  {
    // A correction points back to an older version of the same thing.
    name: 'chains',
    repairable: false,
    find: asked(`SELECT e.id FROM entry e JOIN entry s ON s.seq = e.supersedes WHERE s.id <> e.id OR s.seq >= e.seq`),
  },
  {
    name: 'counted-twice',
    repairable: false,
    find: asked('SELECT id FROM counting_entry GROUP BY id HAVING count(*) > 1'),
  },
  {
    name: 'unknown-account',
    repairable: false,
    find: asked(`SELECT DISTINCT e.account FROM counting_entry e WHERE e.account IS NOT NULL AND e.kind <> 'review'
      AND e.account NOT IN (SELECT id FROM counting_record WHERE kind = 'account' AND body IS NOT NULL)`),
  },
  { name: 'bodies', repairable: false, find: unreadableBodies },
  { name: 'columns', repairable: false, find: wrongColumns },
  { name: 'splits', repairable: false, find: wrongSplits },
  { name: 'entry-accounts', repairable: true, find: wrongAccounts },
  { name: 'attachments', repairable: false, find: lostAttachments },
  {
    // Windows and commands only ask whether these numbers changed: a new one of any size puts a damaged one right.
    name: 'ledger-numbers',
    repairable: true,
    find: asked(`SELECT key FROM meta WHERE ${STRANGE_NUMBER}`),
  },
]

/** What an import staged whose process is gone: it never counted. */
function leftBehind(database: Database): readonly string[] {
  const staged = database.prepare(`SELECT id, pid FROM action WHERE ${IS_STAGED}`).all() as StagedAction[]
  return staged.filter(({ pid }) => !isAlive(pid)).map(({ id }) => String(id))
}

type StagedAction = { readonly id: number; readonly pid: number }

/**
 * Steps that stood in the history and no longer do: places are given one after another and only a compaction takes some
 * away, up to the step that it settled. A preview names its process; what says that it is one and does not was a step.
 */
function stepsGone(database: Database): readonly string[] {
  const settled = database.prepare("SELECT value FROM meta WHERE key = 'undo_floor'").pluck().get() ?? 0
  return (database.prepare(GAPS).raw().all({ settled }) as [string][]).map(([where]) => where)
}

const GAPS = `
SELECT (before + 1) || CASE WHEN place - 1 > before + 1 THEN '–' || (place - 1) ELSE '' END FROM (
  SELECT place, max(@settled, lag(place, 1, 0) OVER (ORDER BY place)) AS before FROM action
  WHERE place IS NOT NULL AND place < ${Number.MAX_SAFE_INTEGER})
WHERE place > before + 1
UNION ALL SELECT code FROM action WHERE state = 'staging' AND NOT (${IS_STAGED})`

const rowsWithBody = (database: Database): EntryRecord[] =>
  database.prepare("SELECT * FROM counting_entry WHERE body IS NOT NULL AND kind <> 'kept'").all() as EntryRecord[]

/** Entries, and what is kept as records: accounts, terms, plans. */
function unreadableBodies(database: Database): readonly string[] {
  const records = database.prepare('SELECT kind, id, body FROM counting_record WHERE body IS NOT NULL').all()
  const facts = database.prepare('SELECT id, body FROM counting_case_fact WHERE body IS NOT NULL').all()
  return [
    ...(facts as { id: string; body: string }[]).flatMap(({ id, body }) => (isCaseShape(jsonOrNull(body)) ? [] : [id])),
    ...rowsWithBody(database).flatMap((row) => (entryOrNull(row) === null ? [row.id] : [])),
    ...(records as { kind: string; id: string; body: string }[]).flatMap(({ kind, id, body }) =>
      isRecordShape(kind, jsonOrNull(body)) ? [] : [id],
    ),
  ]
}

/** What stands in columns for lists and sums says the same as the body that the rules read. */
function wrongColumns(database: Database): readonly string[] {
  return rowsWithBody(database).flatMap((row) => {
    const entry = entryOrNull(row)
    if (entry === null) return []
    const { account, amount, day, month, of_id } = fieldsOf(entry)
    const said = [account, amount, day, month, of_id]
    return said.every((value, at) => value === [row.account, row.amount, row.day, row.month, row.of_id][at])
      ? []
      : [row.id]
  })
}

function entryOrNull(row: EntryRecord): Entry | null {
  try {
    return entryOf(row)
  } catch {
    return null
  }
}

/** Null where the body cannot be read. */
export function accountsOrNull(row: EntryRecord): readonly string[] | null {
  const entry = entryOrNull(row)
  return entry === null ? null : accountsOf(entry)
}

/** A divided repayment is divided whole. */
function wrongSplits(database: Database): readonly string[] {
  return asked(`SELECT e.id FROM counting_entry e
    WHERE e.body IS NOT NULL AND e.kind = 'repayment' AND json_type(e.body, '$.split') = 'array'
      AND e.amount <> (SELECT coalesce(sum(json_extract(part.value, '$.amount')), 0) FROM json_each(e.body, '$.split') part)`)(
    database,
  )
}

/** Of an entry that concerns several accounts each is listed beside it, and no other. */
export function wrongAccounts(database: Database): readonly string[] {
  const listed = database.prepare('SELECT account FROM entry_account WHERE entry = ? ORDER BY account').pluck()
  return rowsWithBody(database).flatMap((row) => {
    const accounts = accountsOrNull(row)
    if (accounts === null) return []
    const expected = accounts.length < 2 ? [] : [...accounts].sort()
    return JSON.stringify(listed.all(row.seq)) === JSON.stringify(expected) ? [] : [row.id]
  })
}

/** What was attached, also by a step that can be redone, is there to the byte. */
function lostAttachments(database: Database): readonly string[] {
  const content = database.prepare('SELECT content FROM attachment_content WHERE sha256 = ?').pluck()
  const isWhole = (sha256: unknown): boolean => {
    const bytes = content.get(sha256) as Uint8Array | undefined
    return bytes !== undefined && hashOf(bytes) === sha256
  }
  const attached = database.prepare(ATTACHED).all() as { name: string; sha256: unknown }[]
  return attached.filter(({ sha256 }) => !isWhole(sha256)).map(({ name }) => String(name))
}

const ATTACHED = `
SELECT json_extract(body, '$.name') AS name, json_extract(body, '$.sha256') AS sha256 FROM case_fact
WHERE kind = 'attachment' AND body IS NOT NULL
  AND appended_by NOT IN (SELECT id FROM action WHERE state = 'dropped')`
