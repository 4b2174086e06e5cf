import { useShownOnce } from '../components/use-shown-once.ts'

/** In pixels at the smallest size of text; a page that begins its list lower down only draws a row or two more than needed. */
export type RowsPlace = {
  /** What stands above the first row. */
  readonly above: number
  /** The lowest that a row can be. */
  readonly row: number
}

/** How many rows of a list are drawn: at first those that a window can show, once they have been shown all. */
export function useRowsInSight(total: number, { above, row }: RowsPlace): number {
  if (useShownOnce()) return total
  return Math.min(total, Math.max(1, Math.ceil((window.innerHeight - above) / row)))
}
