import { startTransition, useEffect, useState } from 'react'
import { whenIdle } from './when-idle.ts'

/** Milliseconds: on a machine that is never idle, the rest is drawn all the same. */
const LATEST = 200

/**
 * False with the first drawing, true once that has been on the screen and nothing else is to be done: a press is answered
 * by what is in sight, and what lies below it must not make it wait.
 */
export function useShownOnce(): boolean {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    let cancel: (() => void) | null = null
    const frame = requestAnimationFrame(() => {
      cancel = whenIdle(() => startTransition(() => setShown(true)), LATEST)
    })
    return () => {
      cancelAnimationFrame(frame)
      cancel?.()
    }
  }, [])
  return shown
}
