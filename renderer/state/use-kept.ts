import { useReducer, useSyncExternalStore } from 'react'
import { draftOr, dropDrafts, keepDraft } from '../components/unrecorded.ts'
import { knownStatus } from './refresh.ts'

const kept = new Map<string, unknown>()
const drawn = new Set<() => void>()

/** What is kept under a name for as long as the window is open; what shows it is drawn anew. */
export function keep(key: string, value: unknown): void {
  kept.set(key, value)
  for (const draw of drawn) draw()
}

/** Like state, but it outlives its page: what was chosen is there again on the way back. */
export function useKept<T>(key: string, start: T): readonly [T, (next: (before: T) => T) => void] {
  const value = useSyncExternalStore(watch, () => kept.get(key) as T | undefined)
  return [value ?? start, (next) => keep(key, next((kept.get(key) as T | undefined) ?? start))]
}

function watch(draw: () => void): () => void {
  drawn.add(draw)
  return () => drawn.delete(draw)
}

/** What was recorded is no draft any more, and what it was about may be gone. */
export function dropDraft(isGone: (what: string) => boolean): void {
  const own = draftName('')
  dropDrafts((name) => name.startsWith(own) && isGone(name.slice(own.length)))
}

/** What is typed for one ledger is no draft of another one. */
export const draftName = (what: string): string => `${knownStatus()?.path ?? ''} ${what}`

/**
 * What is being typed on a page, and is not recorded until it is sent: it is there again on the way back and after a
 * reload, and the window does not close over it without asking. As it was at the start it is no draft.
 */
export function useDraft<T>(what: string, start: T): readonly [T, (next: T | ((before: T) => T)) => void] {
  const name = draftName(what)
  const [, redraw] = useReducer((times: number) => times + 1, 0)
  const change = (next: T | ((before: T) => T)) => {
    const draft = typeof next === 'function' ? (next as (before: T) => T)(draftOr(name, start)) : next
    keepDraft(name, draft, start)
    redraw()
  }
  return [draftOr(name, start), change]
}
