import { useEffect, useLayoutEffect, useRef } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import { bridge } from '../bridge/bridge.ts'
import type { Frame } from '../components/frame-context.ts'
import { staysForTyped } from '../components/unrecorded.ts'
import { startBillEntry } from './bill-entry-start.ts'

const SECOND_KEY_MILLISECONDS = 2_000

/** Keys of the whole window: undo and redo, the palette, a new bill, hidden amounts, and `G` with a letter to go somewhere. */
export function useShortcuts(frame: Frame, places: Readonly<Record<string, string>>): void {
  const [, navigate] = useHashLocation()
  const latest = useRef(frame)
  latest.current = frame
  // From the first frame: a page that can be seen takes keys.
  useLayoutEffect(() => {
    let goUntil = 0
    const pressed = (event: KeyboardEvent) => {
      // While an input method composes, keys belong to it.
      if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return
      const typing = isTyping(event.target)
      const key = event.key.toLowerCase()
      if (event.ctrlKey || event.metaKey) {
        if (withModifier(key, event.shiftKey, typing, latest.current)) event.preventDefault()
        return
      }
      if (typing || event.altKey || document.querySelector('dialog[open]')) return
      // When they were pressed, not when a busy machine came to them.
      const place = event.timeStamp < goUntil ? places[key] : undefined
      goUntil = key === 'g' ? event.timeStamp + SECOND_KEY_MILLISECONDS : 0
      if (place !== undefined) navigate(place)
      else if (key === '/') latest.current.openPalette()
      else if (key === '?') latest.current.openShortcuts()
      else if (key === 'n') {
        startBillEntry()
        navigate('/bills')
      } else if (key === 'x') latest.current.toggleAmounts()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [navigate, places])
  useEffect(
    () =>
      bridge.shell.onCommand((command) => {
        if (command === 'undo') latest.current.undo?.()
        else if (command === 'redo') latest.current.redo?.()
        else if (command === 'palette') latest.current.openPalette()
        else if (command === 'shortcuts') latest.current.openShortcuts()
        else if (staysForTyped()) return
        else if (command === 'today') navigate('/')
        else if (command === 'import') navigate('/import')
        else if (command === 'export') navigate('/export')
        else navigate('/settings')
      }),
    [navigate],
  )
}

function withModifier(key: string, shift: boolean, typing: boolean, frame: Frame): boolean {
  if (key === 'k') frame.openPalette()
  // In a text field these keys take back what was typed there.
  else if (typing) return false
  else if (key === 'z' && !shift) frame.undo?.()
  else if (key === 'y' || (key === 'z' && shift)) frame.redo?.()
  else return false
  return true
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type="checkbox"], [type="range"]), textarea, select')
