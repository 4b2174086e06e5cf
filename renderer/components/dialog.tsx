import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../i18n/preferences.tsx'
import { IconButton } from './button.tsx'
import { partsWords } from './parts-words.ts'

type DialogProps = {
  readonly title: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
  /** `panel` at the right edge, `narrow` for a form there, `sheet` in the middle. */
  readonly form?: 'panel' | 'narrow' | 'sheet'
}

/** The browser's own modal dialog: it keeps the focus inside, closes on Escape and gives the focus back. Render it only while it is open. */
export function Dialog({ title, onClose, children, form = 'panel' }: DialogProps) {
  const say = useWords(partsWords)
  const dialog = useModal(onClose)
  const id = useId()
  const className = form === 'sheet' ? 'sheet' : form === 'narrow' ? 'panel narrow' : 'panel'
  return (
    <dialog ref={dialog} className={className} aria-labelledby={id}>
      <div className="panel-inside">
        <div className="panel-head">
          <h2 id={id}>{title}</h2>
          <IconButton icon="close" name={say('close')} onPress={() => dialog.current?.close()} />
        </div>
        {children}
      </div>
    </dialog>
  )
}

/** Opens the dialog as modal while it is mounted; a press on the ground behind it closes it. */
export function useModal(onClose: () => void) {
  const dialog = useRef<HTMLDialogElement>(null)
  const latest = useRef(onClose)
  latest.current = onClose
  useEffect(() => {
    const element = dialog.current
    if (element === null) return
    const before = document.activeElement
    const closed = () => latest.current()
    const pressed = (event: MouseEvent) => event.target === element && element.close()
    element.showModal()
    // A form begins at its first field, not at the button that leaves it.
    element.querySelector<HTMLElement>('form :is(input, select, textarea)')?.focus()
    element.addEventListener('close', closed)
    element.addEventListener('mousedown', pressed)
    return () => {
      element.removeEventListener('close', closed)
      element.removeEventListener('mousedown', pressed)
      if (element.open) element.close()
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  return dialog
}
