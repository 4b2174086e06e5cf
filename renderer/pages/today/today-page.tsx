import './today.css'
import type { LedgerStatus } from '#shared/contract/views.ts'
import { WholeDayText } from '../../components/day-text.tsx'
import { Page } from '../../components/page.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { Answered } from '../../state/answered.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { ClosingList, NextDueDay } from './aside.tsx'
import { FirstStart } from './first-start.tsx'
import { Lead } from './lead.tsx'
import { NeedsAnswer, NextActions } from './next-actions.tsx'
import { OverdueFirst } from './overdue-first.tsx'
import { RouteStrip } from './route-strip.tsx'
import { hasStaleRecords, StaleRecords } from './stale-records.tsx'
import { todayWords } from './today-words.ts'

/** What is owed now, what is due next, when it ends, what to do today. An empty ledger explains itself instead. */
export function TodayPage() {
  const status = hereOrNull(useAsk('getStatus', {}))
  if (status !== null && status.accounts === 0 && status.entries === 0) return <FirstStart />
  return <TodayOfLedger status={status} />
}

function TodayOfLedger({ status }: { readonly status: LedgerStatus | null }) {
  const say = useWords(todayWords)
  const today = useToday()
  const answer = useAsk('getToday', {})
  const stale = status !== null && hasStaleRecords(status, today)
  return (
    <Page title={say('title')} note={<WholeDayText day={today} />}>
      <Answered answer={answer} rows={6}>
        {(view) => (
          <>
            {stale ? <StaleRecords currentOn={status.recordsCurrentOn} /> : null}
            <OverdueFirst owed={view.owed} byRecords={stale} />
            <Lead view={view} />
            <RouteStrip view={view} />
            <div className="two">
              <div className="column">
                <NextActions actions={view.actions} />
                {view.reviews.length === 0 ? null : <NeedsAnswer reviews={view.reviews} />}
              </div>
              <div className="column">
                <NextDueDay view={view} />
                {view.closure.length === 0 ? null : <ClosingList closure={view.closure} />}
              </div>
            </div>
          </>
        )}
      </Answered>
    </Page>
  )
}
