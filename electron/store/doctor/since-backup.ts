import type { Database } from 'better-sqlite3'
import type { BackupView, CheckView } from '#shared/contract/safety-views.ts'
import { LEAST_UNDO_DEPTH } from '#shared/contract/screen-fields.ts'
import { listBackups } from '../backup-files.ts'
import { openDatabase } from '../database.ts'
import { isDamage, isPassing } from '../disk-errors.ts'
import { IS_STAGED } from '../import/staged-elsewhere.ts'
import type { Store } from '../store.ts'

/**
 * Facts are appended and never changed, so what a backup holds is still there as it was: the ledger is compared row by
 * row with the newest verified backup whose history it continues. That shows what nothing in the file itself speaks
 * against: an amount, a term or a link that another program or a failing disk wrote over, and a row that is gone.
 */
const NAME = 'since-backup'
const EXAMPLES = 5
/** A restore leaves newer backups of another history. */
const LOOKED_AT = 8

/** Null where there is no backup to compare with; what keeps the two from being compared is found too. */
export function checkSinceBackup({ path, now, connection: { raw } }: Store): CheckView | null {
  const plain = listBackups(path).filter(({ verified, encrypted }) => verified && !encrypted)
  try {
    for (const backup of plain.slice(0, LOOKED_AT)) {
      const found = isOurs(backup, now) ? differences(raw, backup.file) : null
      if (found !== null) return told(found)
    }
    return null
  } catch (error) {
    if (isPassing(error)) throw error
    return isDamage(error) ? null : told(['?'])
  }
}

const told = (found: readonly string[]): CheckView => ({
  check: NAME,
  count: found.length,
  examples: found.slice(0, EXAMPLES),
  repairable: false,
})

/** A copy that does not open as a ledger of this program is the list's matter, and nothing is compared with it. */
function isOurs({ file }: BackupView, now: () => number): boolean {
  try {
    const opened = openDatabase({ path: file, now, create: false, readOnly: true })
    if (opened.ok) opened.value.database.close()
    return opened.ok && opened.value.readOnly === 'asked'
  } catch (error) {
    if (isPassing(error)) throw error
    return false
  }
}

/** Null where the ledger does not continue the backup's history. */
function differences(raw: Database, file: string): readonly string[] | null {
  raw.prepare('ATTACH ? AS kept').run(file)
  const ask = (sql: string): readonly string[] => (raw.prepare(sql).pluck().all() as unknown[]).map(String)
  try {
    if (ask(SAME_LEDGER).length === 0) return null
    const missing = ask(MISSING_STEPS)
    if (missing.length > 0) return ask(REPLACED).length > 0 ? null : missing
    const isCompacted = ask(COMPACTED).length > 0
    return [
      ...ask(STATES),
      ...(isCompacted ? ask(TOO_SHALLOW) : []),
      ...TABLES.flatMap((table) => ask(differing(raw, table, isCompacted))),
    ]
  } finally {
    raw.exec('DETACH kept')
  }
}

const SAME_LEDGER = `
SELECT 1 FROM kept.pragma_user_version k JOIN main.pragma_user_version m USING (user_version)
WHERE (SELECT value FROM kept.identity WHERE key = 'ledger') IS (SELECT value FROM main.identity WHERE key = 'ledger')`

const floorIn = (schema: string): string => `coalesce((SELECT value FROM ${schema}.meta WHERE key = 'undo_floor'), 0)`
/** Settled since then. */
const COMPACTED = `SELECT 1 WHERE ${floorIn('main')} > ${floorIn('kept')}`

/** A step is named by its place in the history. */
const MISSING_STEPS = `
SELECT '#' || k.place FROM kept.action k WHERE k.place > ${floorIn('main')} AND NOT EXISTS (
  SELECT 1 FROM main.action m WHERE m.id = k.id AND m.place = k.place AND m.at = k.at AND m.code = k.code)`

/** A restore and a repair put another history in place, and name the backup with the former one. */
const REPLACED = `
SELECT 1 FROM (SELECT details FROM main.action UNION ALL SELECT details FROM kept.action)
WHERE json_valid(details) AND json_extract(details, '$.kept') IS NOT NULL LIMIT 1`

/** A compaction leaves so many steps in reach, and they stay in the history: what settled more is none. */
const TOO_SHALLOW = `
SELECT 'undo_floor' FROM main.action WHERE place > ${floorIn('main')} HAVING count(*) < ${LEAST_UNDO_DEPTH}`

/** Undo takes from the newest back and gives up for good: nothing below what still counts, and nothing comes back. A compaction takes away what was given up. */
const STATES = `
SELECT '#' || k.place FROM kept.action k LEFT JOIN main.action m ON m.id = k.id
WHERE (k.state = 'dropped' AND m.state <> 'dropped') OR (k.state = 'active' AND m.state IS NOT 'active' AND k.place < (
  SELECT max(n.place) FROM kept.action n JOIN main.action o ON o.id = n.id WHERE n.state = 'active' AND o.state = 'active'))
UNION ALL SELECT 'undo_floor' WHERE ${floorIn('main')} < ${floorIn('kept')}`

type Table = {
  readonly name: string
  readonly key: string
  readonly told: string
  readonly by: string | null
  /** What makes another row `n` a version of the same thing as `k`, where there are versions. */
  readonly same?: string
}

const TABLES: readonly Table[] = [
  { name: 'action', key: 'id', told: "'#' || k.place", by: 'id' },
  { name: 'entry', key: 'seq', told: 'k.id', by: 'appended_by', same: 'n.id = k.id' },
  { name: 'record', key: 'seq', told: 'k.id', by: 'appended_by', same: 'n.id = k.id AND n.kind = k.kind' },
  { name: 'case_fact', key: 'seq', told: 'k.id', by: 'appended_by', same: 'n.id = k.id AND n.kind = k.kind' },
  { name: 'statement_file', key: 'id', told: 'k.name', by: 'action' },
  { name: 'attachment_content', key: 'sha256', told: "'attachment'", by: null },
]

/** What moves with undo, and what is worked out from the rest, is looked at elsewhere. */
const MOVES = ['state', 'pid', 'summed', 'content']

/** What a compaction may have taken away: rows of a step that was given up, and what a later version superseded. */
const removable = ({ name, by, same }: Table): string =>
  by === null
    ? 'TRUE'
    : `(NOT EXISTS (SELECT 1 FROM main.action a WHERE a.id = k.${by})
    OR ${same === undefined ? 'FALSE' : `EXISTS (SELECT 1 FROM main.${name} n WHERE ${same} AND n.seq > k.seq)`})`

/** Rows of the backup that are gone or say something else. A compaction takes rows away and links those that stay anew. */
function differing(raw: Database, table: Table, isCompacted: boolean): string {
  const { name, key, told, by } = table
  const columns = (raw.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(name) as string[]).filter(
    (column) => !MOVES.includes(column) && !(isCompacted && column === 'supersedes'),
  )
  const of = (row: string): string => `(${columns.map((column) => `${row}.${column}`).join(', ')})`
  const counted = by === null ? '' : `AND k.${by} NOT IN (SELECT id FROM kept.action WHERE ${IS_STAGED})`
  return `
SELECT ${told} FROM kept.${name} k LEFT JOIN main.${name} m ON m.${key} = k.${key}
WHERE ${isCompacted ? `(m.${key} IS NOT NULL OR NOT ${removable(table)}) AND` : ''} ${of('m')} IS NOT ${of('k')} ${counted}`
}
