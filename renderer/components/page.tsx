import { createContext, type ReactNode, useContext, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../i18n/preferences.tsx'
import { Sentence } from '../i18n/sentences.tsx'
import { Button, IconButton } from './button.tsx'
import { useFrame } from './frame-context.ts'
import { frameWords } from './frame-words.ts'
import { Icon } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'

/** A new page is announced by its name; the very first one leaves the focus where the browser put it. */
let isAnotherPage = false

/** Says what is opened beside a list; empty once it is closed. */
const OpenedContext = createContext<(what: string) => void>(() => undefined)

/** A page: its name, one line about it, tools at the right, and an opened item at the side where there is one. */
export function Page(props: {
  readonly title: string
  readonly note?: ReactNode
  /** Controls of this page, before the ones that every page has. */
  readonly tools?: ReactNode
  /** A `Side`: the opened item beside its list. */
  readonly side?: ReactNode
  readonly children: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  const say = useWords(frameWords)
  const [opened, setOpened] = useState('')
  useEffect(() => {
    document.title = `${props.title} · ${say('name')}`
  }, [props.title, say])
  useEffect(() => {
    if (!isAnotherPage) {
      isAnotherPage = true
      return
    }
    // With the next frame: the focus asks where everything stands, and would have it reckoned once more before that.
    const frame = requestAnimationFrame(() => {
      // A page that has already put the focus into one of its fields keeps it there.
      const isTaken = heading.current?.closest('#page')?.contains(document.activeElement) ?? false
      if (!isTaken) heading.current?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <main className={props.side ? 'page with-side' : 'page'} id="page">
      {/* In its own part at all times: what is opened beside a list must not begin the list anew. */}
      <div className="page-list">
        <Banner />
        <header className="bar">
          <h1 ref={heading} tabIndex={-1}>
            {props.title}
          </h1>
          {props.note ? <p className="label">{props.note}</p> : null}
          <div className="bar-tools">
            {props.tools}
            <FrameTools />
          </div>
        </header>
        {props.children}
      </div>
      {/* The focus stays in the list; who does not see the item open is told. */}
      <p className="unseen" role="status">
        {opened === '' ? '' : say('openedBeside', { what: opened })}
      </p>
      <OpenedContext value={setOpened}>{props.side}</OpenedContext>
    </main>
  )
}

/** The opened item beside its list: not modal, the list stays in use. */
export function Side(props: { readonly title: ReactNode; readonly onClose: () => void; readonly children: ReactNode }) {
  const say = useWords(frameWords)
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const opened = useContext(OpenedContext)
  // At every drawing: the title may come after the item.
  useEffect(() => opened(heading.current?.textContent ?? ''))
  useEffect(() => () => opened(''), [opened])
  return (
    <aside className="side" aria-labelledby={id}>
      <div className="side-head">
        <h2 id={id} ref={heading}>
          {props.title}
        </h2>
        <IconButton icon="close" name={say('close')} onPress={props.onClose} />
      </div>
      {props.children}
    </aside>
  )
}

function FrameTools() {
  const say = useWords(frameWords)
  const frame = useFrame()
  return (
    <>
      <button type="button" className="find" onClick={frame.openPalette} aria-keyshortcuts="Control+K Meta+K">
        <Icon name="find" />
        <span className="find-words">{say('find')}</span>
        <KeyHint keys="mod+K" />
      </button>
      <IconButton
        icon="undo"
        name={frame.undoLabel === null ? say('undo') : say('undoThis', { what: frame.undoLabel })}
        cannot={frame.undo === null ? say('nothingToUndo') : null}
        onPress={() => frame.undo?.()}
      />
      <IconButton
        icon="redo"
        name={frame.redoLabel === null ? say('redo') : say('redoThis', { what: frame.redoLabel })}
        cannot={frame.redo === null ? say('nothingToRedo') : null}
        onPress={() => frame.redo?.()}
      />
      <IconButton
        icon={frame.amountsHidden ? 'show' : 'hide'}
        name={frame.amountsHidden ? say('showAmounts') : say('hideAmounts')}
        onPress={frame.toggleAmounts}
      />
    </>
  )
}

function Banner() {
  const say = useWords(frameWords)
  const frame = useFrame()
  if (frame.sample) {
    return (
      <div className="banner" role="note">
        <Icon name="unknown" />
        <span>{say('sample')}</span>
        <Button small onPress={frame.leaveSample}>
          {say('leaveSample')}
        </Button>
      </div>
    )
  }
  if (frame.older !== null) {
    return (
      <div className="banner" role="note">
        <Icon name="warn" />
        <span>
          <Sentence room="surroundings" {...frame.older} />
        </span>
        <Button small onPress={frame.acceptLedger}>
          {say('acceptLedger')}
        </Button>
      </div>
    )
  }
  if (frame.readOnly === null) return null
  return (
    <div className="banner" role="note">
      <Icon name="warn" />
      <span>{say(frame.readOnly === 'ledger-newer' ? 'readOnly.newer' : 'readOnly.disk')}</span>
    </div>
  )
}
