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

/** Milliseconds that the floor of 100,000 rows takes on the machine whose milliseconds the targets are (performance.md). */
const FLOOR_OF_TARGETS = 650

/** How many times longer this machine took for the floor, in this very run. */
export const paceOf = (floor: number): number => floor / FLOOR_OF_TARGETS

/** How far above its target a figure may be before the run fails: machines are shared, this catches only a broken plan. */
const GUARD = 3

const ratioOf = ({ value, floor, target }: Figure): number => (floor === null ? value : value / floor) / target
export const isBroken = (figure: Figure, pace: number): boolean => pacedRatio(figure, pace) > GUARD

/** Milliseconds alone depend on how fast the machine is; ratios and sizes do not. */
const isPaced = ({ unit, floor }: Figure): boolean => unit === 'ms' && floor === null

const pacedRatio = (figure: Figure, pace: number): number => ratioOf(figure) / (isPaced(figure) ? pace : 1)

/** @param pace `paceOf` the floor; what takes milliseconds is also shown as the machine of the targets would take it */
export function tableOf(figures: readonly Figure[], pace: number): string {
  const lines = figures.map((figure) => {
    const { figure: name, value, unit, floor, target } = figure
    const digits = unit === '×' || value < 10 ? 2 : 0
    return [
      name,
      `${value.toFixed(digits)} ${unit}`,
      isPaced(figure) ? `${(value / pace).toFixed(digits)} ${unit}` : '',
      floor === null ? '' : `${floor.toFixed(0)} ${unit}`,
      floor === null ? '' : (value / floor).toFixed(2),
      floor === null ? `≤ ${target} ${unit}` : `≤ ${target} × floor`,
      verdictOn(figure, pace),
    ]
  })
  const rows = [['figure', 'value', 'at pace', 'floor', 'ratio', 'target', ''], ...lines]
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

function verdictOn(figure: Figure, pace: number): string {
  if (ratioOf(figure) <= 1) return 'reached'
  if (pacedRatio(figure, pace) <= 1) return 'reached at pace'
  return isBroken(figure, pace) ? 'BROKEN' : 'missed'
}
