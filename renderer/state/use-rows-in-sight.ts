import { startTransition, useEffect, useState } from 'react'

/** In pixels at the smallest size of text; a page that begins its list lower down only draws a row or two more than needed. */
export type RowsPlace = {
  /** What stands above the first row. */
  readonly above: number
  /** The lowest that a row can be. */
  readonly row: number
}

/**
 * How many rows of a list are drawn: with the first frame those that a window can show, with the next ones all. A press is
 * answered by what is in sight; what lies below it must not make it wait.
 */
export function useRowsInSight(total: number, { above, row }: RowsPlace): number {
  const [all, setAll] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setAll(true)))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [])
  if (all) return total
  return Math.min(total, Math.max(1, Math.ceil((window.innerHeight - above) / row)))
}
