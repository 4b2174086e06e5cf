import { useSyncExternalStore } from 'react'

const kept = new Map<string, unknown>()
const drawn = new Set<() => void>()

/** What is kept under a name for as long as the window is open; what shows it is drawn anew. */
export function keep(key: string, value: unknown): void {
  kept.set(key, value)
  for (const draw of drawn) draw()
}

export const keptOr = <T>(key: string, start: T): T => (kept.get(key) as T | undefined) ?? start

/** Like state, but it outlives its page: what was changed and not saved is there again on the way back. */
export function useKept<T>(key: string, start: T): readonly [T, (next: (before: T) => T) => void] {
  const value = useSyncExternalStore(watch, () => kept.get(key) as T | undefined)
  return [value ?? start, (next) => keep(key, next(keptOr(key, start)))]
}

function watch(draw: () => void): () => void {
  drawn.add(draw)
  return () => drawn.delete(draw)
}
