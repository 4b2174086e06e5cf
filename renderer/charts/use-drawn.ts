import { type RefObject, useEffect, useState } from 'react'

/** Whether a chart is drawn by now; `unknown` until it was looked whether it is in sight. */
export type Drawn = 'unknown' | 'later' | 'drawn'

/**
 * The page stands before its charts do. Those in sight are drawn first, one in each frame, so that a page of them is no long
 * stall; the others when they come into sight, or when nothing else is to be done: a page that is printed has them all.
 */
export function useDrawn(place: RefObject<Element | null>, isLater: boolean): Drawn {
  const [drawn, setDrawn] = useState<Drawn>(isLater ? 'unknown' : 'drawn')
  const isDone = drawn === 'drawn'
  useEffect(() => {
    if (isDone) return
    let leaveQueue = (): void => undefined
    const draw = (): void => {
      leaveQueue()
      leaveQueue = inTurn(() => setDrawn('drawn'))
    }
    const observer = new IntersectionObserver(([seen]) => {
      if (seen?.isIntersecting) draw()
      else setDrawn('later')
    })
    observer.observe(place.current!)
    const forgetIdle = whenIdle(draw)
    return () => {
      observer.disconnect()
      forgetIdle()
      leaveQueue()
    }
  }, [place, isDone])
  return drawn
}

const queue: (() => void)[] = []

/** @returns takes it out of the queue */
function inTurn(draw: () => void): () => void {
  queue.push(draw)
  if (queue.length === 1) drawNext()
  return () => {
    const at = queue.indexOf(draw)
    if (at >= 0) queue.splice(at, 1)
  }
}

function drawNext(): void {
  requestAnimationFrame(() =>
    setTimeout(() => {
      queue[0]?.()
      queue.shift()
      if (queue.length > 0) drawNext()
    }),
  )
}

function whenIdle(then: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const asked = window.requestIdleCallback(then)
    return () => window.cancelIdleCallback(asked)
  }
  const timer = setTimeout(then, 200)
  return () => clearTimeout(timer)
}
