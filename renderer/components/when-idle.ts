/**
 * Does the work once the window has nothing else to do.
 *
 * @param latest milliseconds after which it is done all the same; without it, it waits as long as it takes
 * @returns takes it back
 */
export function whenIdle(work: () => void, latest?: number): () => void {
  // Safari has no idle callbacks.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(work, 50)
    return () => clearTimeout(timer)
  }
  const asked = window.requestIdleCallback(work, latest === undefined ? undefined : { timeout: latest })
  return () => window.cancelIdleCallback(asked)
}
