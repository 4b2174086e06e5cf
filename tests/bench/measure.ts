/** One line of the table: what was measured, in which unit, and what it is held against (performance.md). */
export type Figure = {
  readonly figure: string
  readonly value: number
  readonly unit: 'ms' | 'MB' | 'kB' | '×'
  /** What the target is a multiple of; null where the target is absolute. */
  readonly floor: number | null
  readonly target: number
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export async function timed<T>(work: () => Promise<T> | T): Promise<{ readonly ms: number; readonly value: T }> {
  const start = performance.now()
  const value = await work()
  return { ms: performance.now() - start, value }
}

/** How far above its target a figure may be before the run fails: machines are shared, this catches only a broken plan. */
const GUARD = 3

export const reached = ({ value, floor, target }: Figure): number => (floor === null ? value : value / floor) / target
export const isBroken = (figure: Figure): boolean => reached(figure) > GUARD

export function tableOf(figures: readonly Figure[]): string {
  const lines = figures.map((figure) => {
    const { figure: name, value, unit, floor, target } = figure
    const digits = unit === '×' || value < 10 ? 2 : 0
    return [
      name,
      `${value.toFixed(digits)} ${unit}`,
      floor === null ? '' : `${floor.toFixed(0)} ${unit}`,
      floor === null ? '' : (value / floor).toFixed(2),
      floor === null ? `≤ ${target} ${unit}` : `≤ ${target} × floor`,
      reached(figure) <= 1 ? 'reached' : isBroken(figure) ? 'BROKEN' : 'missed',
    ]
  })
  const rows = [['figure', 'value', 'floor', 'ratio', 'target', ''], ...lines]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
