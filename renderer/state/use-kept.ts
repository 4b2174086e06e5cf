import { useReducer } from 'react'

const kept = new Map<string, unknown>()

/** Like state, but it outlives its page: what was changed and not saved is there again on the way back. */
export function useKept<T>(key: string, start: T): readonly [T, (next: (before: T) => T) => void] {
  const [, redraw] = useReducer((times: number) => times + 1, 0)
  const now = () => (kept.get(key) as T | undefined) ?? start
  const change = (next: (before: T) => T) => {
    kept.set(key, next(now()))
    redraw()
  }
  return [now(), change]
}
