import { useSyncExternalStore } from 'react'

/** What was done, said for ten seconds, with a way back where there is one. */
export type Toast = { readonly id: number; readonly text: string; readonly undo: boolean }

export const TOAST_MILLISECONDS = 10_000

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

function set(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Only the last action can be undone from here, so a new toast takes the place of the one before. */
export function showToast(toast: { readonly text: string; readonly undo?: boolean }): void {
  const id = nextId++
  set([{ id, text: toast.text, undo: toast.undo ?? false }])
}

export const dismissToast = (id: number): void => set(toasts.filter((toast) => toast.id !== id))

/** In another language, or with amounts hidden: what was said before makes room, and a way back keeps its place. */
export const retellToasts = (text: string): void =>
  set(toasts.flatMap((toast) => (toast.undo ? [{ ...toast, text }] : [])))

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
}
