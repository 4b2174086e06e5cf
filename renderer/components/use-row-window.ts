import { type RefObject, useCallback, useEffect, useState } from 'react'

export type RowWindow = {
  /** The first row that is drawn. */
  readonly from: number
  /** The last one; before `from` where there is none. */
  readonly to: number
  /** Moves the list no further than it takes to show a row. */
  readonly show: (index: number) => void
}

type Sight = { readonly first: number; readonly rows: number }

/**
 * Which rows of a list of any length are in sight, where all rows are equally high: nothing is kept for each of them, so a
 * list of 100,000 begins as fast as one of ten. Until it is measured, as many as a window can show.
 */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  { count, height, over }: { readonly count: number; readonly height: number; readonly over: number },
): RowWindow {
  const [sight, setSight] = useState<Sight>(() => ({ first: 0, rows: rowsBefore(height) }))
  const look = useCallback(() => {
    const place = scroller.current
    if (place === null) return
    const next = sightOf(place, height)
    lastRows.set(height, next.rows)
    setSight((before) => (before.first === next.first && before.rows === next.rows ? before : next))
  }, [scroller, height])
  useEffect(() => {
    const place = scroller.current
    if (place === null) return
    const sizes = new ResizeObserver(look)
    sizes.observe(place)
    place.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      place.removeEventListener('scroll', look)
    }
  }, [scroller, look])
  const show = useCallback(
    (index: number) => {
      const place = scroller.current
      if (place === null) return
      const top = index * height
      if (top < place.scrollTop) place.scrollTop = top
      else if (top + height > place.scrollTop + place.clientHeight) place.scrollTop = top + height - place.clientHeight
      // At once: the scrolling is told with the next frame only.
      look()
    },
    [scroller, height, look],
  )
  return { ...drawnRows(sight, count, over), show }
}

/** How many rows of a height were in sight last: a list that is opened again is drawn once, not once more when measured. */
const lastRows = new Map<number, number>()

const rowsBefore = (height: number): number => lastRows.get(height) ?? Math.ceil(window.innerHeight / height)

const sightOf = (place: HTMLElement, height: number): Sight => ({
  first: Math.floor(place.scrollTop / height),
  rows: Math.ceil(place.clientHeight / height) + 1,
})

/** Those in sight and some on either side; a list that became shorter ends at its last row. */
export function drawnRows({ first, rows }: Sight, count: number, over: number): { from: number; to: number } {
  const last = count - 1
  const from = Math.max(0, Math.min(first, last) - over)
  return { from, to: Math.min(last, Math.min(first, Math.max(last, 0)) + rows + over) }
}
