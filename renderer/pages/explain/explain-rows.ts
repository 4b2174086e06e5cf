import type { DerivationLine } from '#shared/ledger/derivation.ts'

/** A line of the tree in its place: lines of lines follow the line that they make up. */
export type ExplainRow = { readonly line: DerivationLine; readonly depth: number; readonly path: string }

/** More rows than these nobody reads, and drawing them would keep the panel from opening. */
const MOST_ROWS = 300

/** Where there are too many, whole levels are left out, the deepest first: what is shown still adds up. */
export function shownRows(
  lines: readonly DerivationLine[],
  all: boolean,
): { readonly rows: readonly ExplainRow[]; readonly hidden: number } {
  const rows = rowsOf(lines, 0, '')
  if (all || rows.length <= MOST_ROWS) return { rows, hidden: 0 }
  let depth = 0
  while (rows.filter((row) => row.depth <= depth + 1).length <= MOST_ROWS) depth += 1
  const shown = rows.filter((row) => row.depth <= depth)
  return { rows: shown, hidden: rows.length - shown.length }
}

function rowsOf(lines: readonly DerivationLine[], depth: number, path: string): ExplainRow[] {
  return lines.flatMap((line, index) => {
    const place = `${path}${index}.`
    return [{ line, depth, path: place }, ...rowsOf(line.lines, depth + 1, place)]
  })
}
