import { useReducer } from 'react'

const kept = new Map<string, unknown>()

/** What is kept under a name for as long as the window is open, without anything being drawn for it. */
export const keep = (key: string, value: unknown): void => void kept.set(key, value)
export const keptOr = <T>(key: string, start: T): T => (kept.get(key) as T | undefined) ?? start

/** Like state, but it outlives its page: what was changed and not saved is there again on the way back. */
export function useKept<T>(key: string, start: T): readonly [T, (next: (before: T) => T) => void] {
  const [, redraw] = useReducer((times: number) => times + 1, 0)
  const change = (next: (before: T) => T) => {
    keep(key, next(keptOr(key, start)))
    redraw()
  }
  return [keptOr(key, start), change]
}
