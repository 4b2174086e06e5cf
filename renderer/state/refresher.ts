/** Changes that come in a row are asked about together, in milliseconds. */
export const REST = 60

export type Refresher = {
  /** After a command of this window. */
  readonly refresh: () => Promise<void>
  /** The ledger says that it changed, here or in another process; null where it is not known to which revision. */
  readonly changed: (revision: number | null) => void
}

/**
 * Every open question asks again once after a change, whoever made it. A command of this window has asked by the time its own
 * change is told, and what others write in a row is one change; while questions are being asked nothing asks them twice.
 */
export function createRefresher(
  ask: () => Promise<void>,
  /** The revision that the open questions were last answered from. */
  known: () => number | null,
): Refresher {
  let running: Promise<void> = Promise.resolve()
  let waiting = false
  let newest: number | null = null

  const refresh = (): Promise<void> => {
    running = ask()
    return running
  }
  const settle = async (): Promise<void> => {
    await running.catch(() => undefined)
    waiting = false
    if (newest === null || newest !== known()) await refresh()
  }
  return {
    refresh,
    changed: (revision) => {
      newest = revision
      if (waiting) return
      waiting = true
      setTimeout(() => void settle(), REST)
    },
  }
}
