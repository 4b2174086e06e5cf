import { useLocation } from 'wouter'
import type { LedgerStatus } from '#shared/contract/views.ts'
import { type Day, dayText } from '#shared/kernel/day.ts'
import { Button } from '../../components/button.tsx'
import { DayText } from '../../components/day-text.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { todayWords } from './today-words.ts'

/** Records older than this many days may lack repayments that were made long ago. */
const FRESH_DAYS = 3

export const hasStaleRecords = (status: LedgerStatus, today: Day): boolean =>
  status.entries > 0 && (status.recordsCurrentOn === null || today - status.recordsCurrentOn > FRESH_DAYS)

/** Said before any overdue figure, so that nobody pays a second time what only the ledger has not heard of. */
export function StaleRecords({ currentOn }: { readonly currentOn: Day | null }) {
  const say = useWords(todayWords)
  const today = useToday()
  const [, navigate] = useLocation()
  const mark = useCommand('markRecordsCurrent', { canUndo: true, done: () => say('staleDone') })
  return (
    <section className="stale" aria-label={say('staleName')}>
      <p>
        {currentOn === null ? say('staleNever') : say.rich('stale', { day: <DayText key="day" day={currentOn} /> })}
      </p>
      <div className="row">
        <Button onPress={() => navigate('/import')}>{say('staleImport')}</Button>
        <Button kind="quiet" onPress={() => void mark.run({ on: dayText(today) })}>
          {say('staleChecked')}
        </Button>
      </div>
      <FailureNote failure={mark.failure} />
    </section>
  )
}
