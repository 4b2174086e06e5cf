import { type ReactNode, useEffect, useState } from 'react'
import type { Progress, Refusal } from '#shared/contract/reply.ts'
import { countText } from '#shared/contract/texts/text.ts'
import { useWords } from '../i18n/preferences.tsx'
import { Sentence } from '../i18n/sentences.tsx'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { partsWords } from './parts-words.ts'

/** Waiting is shown only when it lasts: before that a flash of grey would be the slower thing. */
const WAITING_MILLISECONDS = 500

export function useAfter(milliseconds: number): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), milliseconds)
    return () => clearTimeout(timer)
  }, [milliseconds])
  return over
}

/** Bars where the rows will be. */
export function LoadingPanel({ rows = 4 }: { readonly rows?: number }) {
  const say = useWords(partsWords)
  const shown = useAfter(WAITING_MILLISECONDS)
  if (!shown) return <div aria-busy="true" />
  return (
    <div className="skeleton-rows" role="status" aria-busy="true">
      <span className="unseen">{say('waiting')}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: equal bars without identity
        <div key={row} aria-hidden="true">
          <span className="skeleton" />
          <span className="skeleton" />
          <span className="skeleton" />
        </div>
      ))}
    </div>
  )
}

/** With a known total a count, a line and a way to stop, and what stopping means. */
export function ProgressPanel(props: {
  readonly text: string
  readonly progress: Progress | null
  readonly onStop: () => void
  readonly stopMeans: string
}) {
  const say = useWords(partsWords)
  const { progress } = props
  const share = progress?.total ? Math.min(1, progress.done / progress.total) : null
  const count =
    progress === null
      ? ''
      : progress.total === null
        ? say('progressDone', { done: countText(progress.done) })
        : say('progressOf', { done: countText(progress.done), total: countText(progress.total) })
  return (
    <div className="progress">
      <div className="row wide">
        <span>
          {props.text} {count}
        </span>
        <Button small onPress={props.onStop}>
          {say('stop')}
        </Button>
      </div>
      <progress className="unseen" aria-label={props.text} {...(share === null ? {} : { value: share })} />
      <div className="progress-track" aria-hidden="true">
        <span style={{ width: `${(share ?? 0) * 100}%` }} />
      </div>
      <p className="note">{props.stopMeans}</p>
    </div>
  )
}

/** Cause, what is not lost, what to do. */
export function Failed({ reference, onAgain }: { readonly reference: string; readonly onAgain?: () => void }) {
  const say = useWords(partsWords)
  return (
    <div className="failure" role="alert">
      <h2>{say('failedTitle')}</h2>
      <p className="second">{say('failedText', { reference })}</p>
      {onAgain ? <Button onPress={onAgain}>{say('again')}</Button> : null}
    </div>
  )
}

/** A violated rule in a sentence, with its figures. */
export function RefusalNote({ refusal, children }: { readonly refusal: Refusal; readonly children?: ReactNode }) {
  return (
    <div className="call" role="alert">
      <Icon name="warn" />
      <p>
        <Sentence room="refusal" code={refusal.kind} values={refusal.values} />
      </p>
      {children}
    </div>
  )
}

/** The real screen with nothing in it, and a way to begin. */
export function Empty(props: { readonly title: string; readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <h2 className="empty-title">{props.title}</h2>
      <p className="second prose">{props.text}</p>
      {props.children ? <div className="row">{props.children}</div> : null}
    </div>
  )
}
