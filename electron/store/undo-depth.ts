import { type Reader, statement } from './queries.ts'
import { readSettings } from './settings.ts'

/**
 * How far back undo reaches (product.md A): as far as the history is kept, or as many steps as the setting says, and
 * never past what a compaction settled: that counts for good. Steps that are given up no longer count towards the depth,
 * so that the floor of a depth alone can sink again.
 */
export function undoFloor(reader: Reader): number {
  const { undoDepth } = readSettings(reader)
  const settled = Number(statement(reader.connection, SETTLED).pluck().get() ?? 0)
  return undoDepth === null ? settled : Math.max(settled, floorAt(reader, undoDepth))
}

/** Up to which step a compaction may remove: what the user said, whatever depth the file claims to have settled. */
export function compactionFloor(reader: Reader): number {
  const { undoDepth } = readSettings(reader)
  return undoDepth === null ? 0 : floorAt(reader, undoDepth)
}

/** The newest step that counts with at least so many steps above it; 0 where there is none. What was undone is above it. */
export const floorAt = ({ connection }: Reader, depth: number): number =>
  Number(statement(connection, FLOOR).pluck().get({ depth }) ?? 0)

/** What was settled stays so. */
export function settle({ connection }: Reader, floor: number): void {
  statement(connection, SETTLE).run(floor)
}

const SETTLED = "SELECT value FROM meta WHERE key = 'undo_floor'"
const SETTLE =
  "INSERT INTO meta (key, value) VALUES ('undo_floor', ?) ON CONFLICT (key) DO UPDATE SET value = max(value, excluded.value)"

const FLOOR = `
SELECT max(place) FROM action WHERE state = 'active' AND place <= (
  SELECT place FROM action WHERE state = 'active' OR state = 'undone' ORDER BY place DESC LIMIT 1 OFFSET @depth)`
