import type { CompactionCounts } from '#shared/contract/safety-views.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { isBeingStaged } from './import/staged-elsewhere.ts'
import { type Connection, type Reader, statement } from './queries.ts'
import type { Store } from './store.ts'
import { sumsAgree } from './sums/sums-agree.ts'
import { settle } from './undo-depth.ts'

/**
 * Compaction removes what can never count again: versions that a settled step superseded, and steps that were dropped
 * before it. A step is settled once undo no longer reaches it. What counts stays row by row; so does what an import must
 * know: that something was deleted, and what a file said of an entry that was edited since (formats.md 6).
 */
export type CompactionRefusal = { readonly kind: 'ledger-moved-on' | 'compact-while-importing' }

/** What a compaction up to a floor would remove. */
export function countRemovable({ connection }: Reader, floor: number): CompactionCounts {
  const count = (from: string): number =>
    Number(statement(connection, `SELECT count(*) FROM (${from})`).pluck().get({ floor }))
  return {
    entries: count(GONE_ENTRIES),
    records: count(goneVersions('record')) + count(goneVersions('case_fact')),
    steps: count(DROPPED),
  }
}

/**
 * Removes it, in one transaction, where the ledger is still as it was when its backup was made. That what counts is the
 * same before and after is looked at before it is kept.
 */
export function compact(
  store: Store,
  { floor, revision }: { readonly floor: number; readonly revision: number },
): Outcome<CompactionCounts, CompactionRefusal> {
  const { raw } = store.connection
  // No index leads from a step to its rows: what points where is checked once, when all is gone.
  raw.pragma('foreign_keys = OFF')
  try {
    return store.change<CompactionCounts, CompactionRefusal>((writer) => {
      if (store.revision() !== revision) return refused({ kind: 'ledger-moved-on' })
      if (isBeingStaged(raw)) return refused({ kind: 'compact-while-importing' })
      const before = countingOf(writer)
      const counts = countRemovable(writer, floor)
      remove(store.connection, floor)
      settle(writer, floor)
      if (countingOf(writer) !== before) throw new Error('a compaction that changes what counts')
      if ((raw.pragma('foreign_key_check') as unknown[]).length > 0) throw new Error('a compaction that leaves a gap')
      return done(counts)
    })
  } finally {
    raw.pragma('foreign_keys = ON')
  }
}

/** Gives the room back to the disk. Where another process writes just now it stays in the file, for the next rows. */
export function giveRoomBack({ connection: { raw } }: Store): void {
  try {
    raw.exec('VACUUM')
    raw.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && /^SQLITE_(BUSY|FULL)/.test(String(error.code)))) throw error
  }
}

function remove({ raw }: Connection, floor: number): void {
  raw.exec('CREATE TEMP TABLE gone (seq INTEGER PRIMARY KEY)')
  for (const sql of REMOVE) raw.prepare(sql).run(sql.includes('@floor') ? { floor } : {})
  raw.exec('DROP TABLE temp.gone')
}

/** The rows that count by their places and amounts, and whether the daily sums say the same as they. */
const countingOf = (reader: Reader): string =>
  `${statement(reader.connection, COUNTING).raw().get()} ${sumsAgree(reader)}`

const COUNTING = `
SELECT (SELECT count(*) || ' ' || total(seq) || ' ' || total(amount) FROM counting_entry),
  (SELECT count(*) || ' ' || total(seq) FROM counting_record),
  (SELECT count(*) || ' ' || total(seq) FROM counting_case_fact)`

const SETTLED = "SELECT id FROM action WHERE state = 'active' AND place <= @floor"
const DROPPED = "SELECT id FROM action WHERE state = 'dropped' AND place <= @floor"

/** By this an import knows an entry again that the user edited. */
const NEWEST_IMPORTED = `
SELECT max(i.seq) FROM entry i WHERE i.id = o.id AND i.kind <> 'withdrawn' AND i.kind <> 'kept'
  AND i.appended_by IN (SELECT action FROM statement_file) AND i.appended_by IN (${SETTLED})`

const GONE_ENTRIES = `
SELECT o.seq FROM entry s JOIN entry o ON o.seq = s.supersedes
WHERE s.supersedes IS NOT NULL AND s.appended_by IN (${SETTLED}) AND o.seq <> coalesce((${NEWEST_IMPORTED}), 0)`

/** Former versions of the plan stay: a plan is compared with what really happened since. */
const goneVersions = (table: 'record' | 'case_fact'): string => {
  const sameThing = table === 'record' ? "n.kind = o.kind AND o.kind <> 'plan'" : 'n.kind = o.kind'
  return `
SELECT o.seq FROM ${table} o WHERE o.appended_by IN (${SETTLED}) AND EXISTS (
  SELECT 1 FROM ${table} n WHERE n.id = o.id AND ${sameThing} AND n.seq > o.seq AND n.appended_by IN (${SETTLED}))`
}

/** A version that stays points to the next older one that stays. */
const RELINK = `
UPDATE entry SET supersedes = (
  WITH RECURSIVE older (seq, before) AS (
    SELECT o.seq, o.supersedes FROM entry o WHERE o.seq = entry.supersedes
    UNION ALL
    SELECT o.seq, o.supersedes FROM older JOIN entry o ON o.seq = older.before WHERE older.seq IN (SELECT seq FROM gone))
  SELECT seq FROM older WHERE seq NOT IN (SELECT seq FROM gone))
WHERE supersedes IN (SELECT seq FROM gone) AND seq NOT IN (SELECT seq FROM gone)`

const REMOVE: readonly string[] = [
  `INSERT INTO gone ${GONE_ENTRIES}`,
  `INSERT OR IGNORE INTO gone SELECT seq FROM entry WHERE appended_by IN (${DROPPED})`,
  RELINK,
  'DELETE FROM entry_account WHERE entry IN (SELECT seq FROM gone)',
  'DELETE FROM entry WHERE seq IN (SELECT seq FROM gone)',
  ...(['record', 'case_fact'] as const).map(
    (table) => `DELETE FROM ${table} WHERE appended_by IN (${DROPPED}) OR seq IN (${goneVersions(table)})`,
  ),
  `DELETE FROM attachment_content WHERE sha256 NOT IN (
    SELECT json_extract(body, '$.sha256') FROM case_fact WHERE json_extract(body, '$.sha256') IS NOT NULL)`,
  `DELETE FROM daily_sum WHERE action IN (${DROPPED})`,
  `DELETE FROM statement_file WHERE action IN (${DROPPED})`,
  `DELETE FROM action WHERE id IN (${DROPPED})`,
]
