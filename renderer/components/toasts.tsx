import { useEffect, useRef } from 'react'
import { usePreferences, useWords } from '../i18n/preferences.tsx'
import { Button, IconButton } from './button.tsx'
import { KeyHint } from './key-hint.tsx'
import { partsWords } from './parts-words.ts'
import { dismissToast, retellToasts, TOAST_MILLISECONDS, type Toast, useToasts } from './toast-list.ts'

/** What was done, said politely to screen readers too, above any dialog that is open. */
export function Toasts({ onUndo }: { readonly onUndo: () => void }) {
  const toasts = useToasts()
  const say = useWords(partsWords)
  const { hideAmounts } = usePreferences()
  const told = useRef({ say, hideAmounts })
  useEffect(() => {
    const mayTellAnAmount = hideAmounts && !told.current.hideAmounts
    if (told.current.say !== say || mayTellAnAmount) retellToasts(say('doneBefore'))
    told.current = { say, hideAmounts }
  }, [say, hideAmounts])
  const layer = useRef<HTMLDivElement>(null)
  const shown = toasts.length > 0
  useEffect(() => {
    const element = layer.current
    if (element === null || !shown) return
    element.showPopover()
    return () => element.hidePopover()
  }, [shown])
  return (
    <div ref={layer} className="toasts" role="status" aria-live="polite" popover="manual">
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} onUndo={onUndo} />
      ))}
    </div>
  )
}

function ToastLine({ toast, onUndo }: { readonly toast: Toast; readonly onUndo: () => void }) {
  const say = useWords(partsWords)
  const line = useRef<HTMLDivElement>(null)
  // The clock stands still while the pointer or the focus is on it, so that there is time to reach the button.
  useEffect(() => {
    const element = line.current
    let timer: ReturnType<typeof setTimeout> | undefined
    const start = () => {
      clearTimeout(timer)
      timer = setTimeout(() => dismissToast(toast.id), TOAST_MILLISECONDS)
    }
    const hold = () => clearTimeout(timer)
    start()
    for (const name of ['mouseenter', 'focusin']) element?.addEventListener(name, hold)
    for (const name of ['mouseleave', 'focusout']) element?.addEventListener(name, start)
    return hold
  }, [toast.id])
  const undo = () => {
    dismissToast(toast.id)
    onUndo()
  }
  return (
    <div className="toast" ref={line}>
      <span>{toast.text}</span>
      {toast.undo ? (
        <Button kind="quiet" onPress={undo}>
          {say('undo')} <KeyHint keys="mod+Z" />
        </Button>
      ) : (
        <IconButton icon="close" name={say('close')} onPress={() => dismissToast(toast.id)} />
      )}
    </div>
  )
}
