import { type ReactNode, type SyntheticEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '../i18n/preferences.tsx'
import { Button, IconButton } from './button.tsx'
import { Icon } from './icon.tsx'
import { partsWords } from './parts-words.ts'
import { holdTyped } from './unrecorded.ts'

type DialogProps = {
  readonly title: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
  /** `panel` at the right edge, `narrow` for a form there, `sheet` in the middle. */
  readonly form?: 'panel' | 'narrow' | 'sheet'
}

/**
 * The browser's own modal dialog: it keeps the focus inside, closes on Escape and gives the focus back. What was typed in a
 * form of it goes only when that was said. Render it only while it is open.
 */
export function Dialog({ title, onClose, children, form = 'panel' }: DialogProps) {
  const say = useWords(partsWords)
  const typed = useTyped()
  const dialog = useModal(onClose, typed.mayLeave)
  const id = useId()
  const className = form === 'sheet' ? 'sheet' : form === 'narrow' ? 'panel narrow' : 'panel'
  return (
    <dialog ref={dialog} className={className} aria-labelledby={id} onInput={typed.noticed}>
      <div className="panel-inside">
        <div className="panel-head">
          <h2 id={id}>{title}</h2>
          <IconButton icon="close" name={say('close')} onPress={() => typed.mayLeave() && dialog.current?.close()} />
        </div>
        {typed.isAsked ? <LeaveTyped onStay={typed.stay} onLeave={() => dialog.current?.close()} /> : null}
        {children}
      </div>
    </dialog>
  )
}

/** Whether something was typed here, and whether it was asked what should become of it. */
function useTyped() {
  const [isAsked, setAsked] = useState(false)
  const release = useRef<(() => void) | null>(null)
  // With the form itself, not some moment after it: a window that closes then has nothing to ask.
  useLayoutEffect(() => () => release.current?.(), [])
  return {
    isAsked,
    noticed: ({ target }: SyntheticEvent) => {
      if (!isText(target)) return
      release.current ??= holdTyped(() => setAsked(true))
      setAsked(false)
    },
    /** Asked once, the second time is the answer. */
    mayLeave: (): boolean => {
      if (release.current !== null) setAsked(true)
      return release.current === null || isAsked
    },
    stay: () => setAsked(false),
  }
}

/** A choice is made again with one press, and a passphrase is typed again from memory. */
const TEXT = 'form :is(textarea, input:not([type="checkbox"], [type="radio"], [type="password"]))'
const isText = (target: EventTarget): boolean => target instanceof HTMLElement && target.matches(TEXT)

function LeaveTyped({ onStay, onLeave }: { readonly onStay: () => void; readonly onLeave: () => void }) {
  const say = useWords(partsWords)
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    bar.current?.querySelector('button')?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <div className="call" role="alert" ref={bar}>
      <Icon name="warn" />
      <p>{say('typedText')}</p>
      <div className="row">
        <Button small kind="main" onPress={onStay}>
          {say('typedStay')}
        </Button>
        <Button small kind="quiet" onPress={onLeave}>
          {say('typedLeave')}
        </Button>
      </div>
    </div>
  )
}

/** Opens the dialog as modal while it is mounted; Escape and a press on the ground behind it close it where it may be left. */
export function useModal(onClose: () => void, mayLeave: () => boolean = () => true) {
  const dialog = useRef<HTMLDialogElement>(null)
  const latest = useRef({ onClose, mayLeave })
  latest.current = { onClose, mayLeave }
  useEffect(() => {
    const element = dialog.current
    if (element === null) return
    const before = document.activeElement
    const closed = () => latest.current.onClose()
    const canceled = (event: Event) => {
      if (event.target === element && !latest.current.mayLeave()) event.preventDefault()
    }
    const pressed = (event: MouseEvent) => event.target === element && latest.current.mayLeave() && element.close()
    element.showModal()
    // A form begins at its first field, not at the button that leaves it.
    element.querySelector<HTMLElement>('form :is(input, select, textarea)')?.focus()
    element.addEventListener('close', closed)
    element.addEventListener('cancel', canceled)
    element.addEventListener('mousedown', pressed)
    return () => {
      element.removeEventListener('close', closed)
      element.removeEventListener('cancel', canceled)
      element.removeEventListener('mousedown', pressed)
      if (element.open) element.close()
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  return dialog
}
