/** Knows when nobody is there any more: no request under way (an open page keeps one) for the given time. */

export type IdleWatch = {
  /** Call at the start of a request; call the result at its end. */
  readonly enter: () => () => void
  readonly idle: Promise<void>
  readonly stop: () => void
}

/** @param patience milliseconds */
export function createIdleWatch(patience: number): IdleWatch {
  const { promise: idle, resolve } = Promise.withResolvers<void>()
  let inside = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = (): void => {
    clearTimeout(timer)
    timer = setTimeout(resolve, patience)
    timer.unref()
  }
  wait()
  return {
    enter: () => {
      inside += 1
      clearTimeout(timer)
      let left = false
      return () => {
        if (left) return
        left = true
        inside -= 1
        if (inside === 0) wait()
      }
    },
    idle,
    stop: () => clearTimeout(timer),
  }
}
