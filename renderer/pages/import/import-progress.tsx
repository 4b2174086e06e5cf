import type { Progress } from '#shared/contract/reply.ts'
import { Button } from '../../components/button.tsx'
import { useAfter } from '../../components/waiting.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { importWords } from './import-words.ts'

const SHOWN_AFTER = 500

/** How far the file is read, a way to stop, and what stopping means; only when it lasts. */
export function ImportProgress(props: {
  readonly text: string
  readonly progress: Progress | null
  readonly onStop: () => void
}) {
  const say = useWords(importWords)
  const shown = useAfter(SHOWN_AFTER)
  if (!shown) return <div aria-busy="true" />
  const { progress } = props
  const share = progress?.total ? Math.min(1, progress.done / progress.total) : null
  const percent = Math.round((share ?? 0) * 100)
  return (
    <div className="progress import-progress">
      <div className="row wide">
        <span>{props.text}</span>
        {share === null ? null : <span className="second">{say('readShare', { n: percent })}</span>}
        <Button small onPress={props.onStop}>
          {say('stop')}
        </Button>
      </div>
      <progress className="unseen" aria-label={props.text} {...(share === null ? {} : { value: share })} />
      <div className="progress-track" aria-hidden="true">
        <span style={{ width: `${percent}%` }} />
      </div>
      <p className="note">{say('stopMeans')}</p>
    </div>
  )
}
