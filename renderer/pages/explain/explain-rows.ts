import type { DerivationLine } from '#shared/ledger/derivation.ts'
import { BILL_PARTS } from '#shared/outlook/bill-stack.ts'

/** A line of the tree in its place: lines of lines follow the line that they make up. */
export type ExplainRow = { readonly line: DerivationLine; readonly depth: number; readonly path: string }

/** More rows than these nobody reads, and drawing them would keep the panel from opening. */
const MOST_ROWS = 300

/** A day is told by what ends when: how each account comes to nothing is there on demand. */
export const MOST_ROWS_OF_A_DAY = 24

/** Where there are too many, whole levels are left out, the deepest first: what is shown still adds up. */
export function shownRows(
  lines: readonly DerivationLine[],
  all: boolean,
  most = MOST_ROWS,
): { readonly rows: readonly ExplainRow[]; readonly hidden: number } {
  const counts = countsByDepth(lines)
  const total = sumOf(counts)
  if (all || total <= most) return { rows: rowsOf(lines, { through: counts.length, depth: 0, path: '' }), hidden: 0 }
  let through = 0
  while (sumOf(counts.slice(0, through + 2)) <= most) through += 1
  const rows = rowsOf(lines, { through, depth: 0, path: '' })
  return { rows, hidden: total - rows.length }
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

/** How many lines each level has: thousands are counted, and only those that are shown are made into rows. */
function countsByDepth(lines: readonly DerivationLine[]): readonly number[] {
  const counts: number[] = []
  for (let level = lines; level.length > 0; level = level.flatMap((line) => line.lines)) counts.push(level.length)
  return counts
}

type Level = { readonly through: number; readonly depth: number; readonly path: string }

function rowsOf(lines: readonly DerivationLine[], { through, depth, path }: Level): ExplainRow[] {
  if (depth > through) return []
  return lines.flatMap((line, index) => {
    const place = `${path}${index}.`
    return [{ line, depth, path: place }, ...rowsOf(line.lines, { through, depth: depth + 1, path: place })]
  })
}

/** What is told of a month by its bills is in Alipay's records too. */
const OF_BILLS: readonly string[] = ['bills', ...BILL_PARTS]

/**
 * What the user means to pay is in nobody's records but theirs: the headlines of a plan, its months from today's on, and
 * what has become of it.
 */
export function isOwnPlan(figure: string): boolean {
  const [, what, month = '', today = ''] =
    /^month:([a-z-]+):(?:.+:)?(\d{4}-\d{2})@(\d{4}-\d{2})-\d{2}$/.exec(figure) ?? []
  return (
    /^(plan|progress|notice|relief)[:@]/.test(figure) ||
    (what !== undefined && !OF_BILLS.includes(what) && month >= today)
  )
}
