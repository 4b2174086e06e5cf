/** Solid, solid, hatched, hatched: neighbors differ in lightness and in pattern. */
export const FILLS = ['var(--owed-fill)', 'var(--safe-fill)', 'var(--ink-3)', 'var(--attention-fill)'] as const

const LINES = [null, null, { d: 'M0 6 6 0', width: 1.4 }, { d: 'M0 3h6', width: 2 }] as const

/** One of the fills as a pattern of this id. */
export function BarFill({ id, index }: { readonly id: string; readonly index: number }) {
  const color = FILLS[index]!
  const line = LINES[index] ?? null
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" fill={color} fillOpacity={line === null ? 1 : 0.25} />
      {line === null ? null : <path d={line.d} stroke={color} strokeWidth={line.width} />}
    </pattern>
  )
}
