import { Link } from 'wouter'
import type { TodayView } from '#shared/contract/views.ts'
import { dayText } from '#shared/kernel/day.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import { type Certainty, certaintyOfSum } from '#shared/ledger/cells.ts'
import { Amount } from '../../components/amount.tsx'
import { Ask, AskedUnlessZero, AskWords } from '../../components/ask.tsx'
import { CertaintyMark } from '../../components/certainty.tsx'
import { DayText } from '../../components/day-text.tsx'
import { ShownBeside } from '../../components/shown-beside.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { todayWords } from './today-words.ts'

/** The one figure that speaks, what it is beside the schedule, and the day it ends. */
export function Lead({ view }: { readonly view: TodayView }) {
  const say = useWords(todayWords)
  const { settleToday, owed, doubled } = view
  const certainty = certaintyOf(view)
  const on = dayText(useToday())
  return (
    <section className="lead" aria-label={say('settleToday')}>
      <div>
        <p className="label">{say('settleToday')}</p>
        <p className="lead-line">
          <Amount value={settleToday.total} form="hero" />
          <CertaintyMark value={certainty} />
          <AskWords figure={settleToday.explain} />
        </p>
        {isDifferent(settleToday) ? (
          <p className="label">
            <ShownBeside amount={settleToday.total} derived={settleToday.derived} explain={`quote@${on}`} />
          </p>
        ) : null}
        <p className="label">
          <BesideSchedule total={owed.total} settle={settleToday} />{' '}
          {view.followed === null && view.freeOn !== null && view.paidToFree > owed.total
            ? say('onScheduleMore')
            : null}
        </p>
        {settleToday.range.low === settleToday.range.high ? null : (
          <p className="label">{say.rich('range', { high: <High key="high" {...settleToday} /> })}</p>
        )}
        {doubled === 0 ? null : (
          <p className="is-attention">
            {say.rich('doubled', { amount: <Amount key="amount" value={doubled} form="sentence" /> })}{' '}
            <Link href="/import/reviews">{say('doubledAnswer')}</Link>
          </p>
        )}
      </div>
      <FreeOn view={view} isAssumed={certainty === 'assumed'} />
    </section>
  )
}

/** A range, and a row that waits for an answer, can still move it: then no mark says that it is certain. */
function certaintyOf({ settleToday, owed, reviews }: TodayView): Certainty {
  const mayMove = settleToday.range.low !== settleToday.range.high || reviews.length > 0
  return mayMove ? 'assumed' : certaintyOfSum(owed.accounts)
}

/** Alipay's own figures were copied today, and are others than those that were worked out. */
const isDifferent = ({ total, derived }: TodayView['settleToday']): boolean => derived !== null && derived !== total

/** The most that may be asked for; its lines are of what was worked out. */
function High({ range, derived }: TodayView['settleToday']) {
  const figure = `quote:high@${dayText(useToday())}`
  return <AskedUnlessZero figure={derived === null ? figure : null} amount={range.high} form="sentence" />
}

/** Both were worked out: beside a figure that Alipay shows, the schedule stands without what it takes more. */
function BesideSchedule({ total, settle }: { readonly total: Fen; readonly settle: TodayView['settleToday'] }) {
  const say = useWords(todayWords)
  const today = useToday()
  const whole = <AskedUnlessZero key="total" figure={`owed@${dayText(today)}`} amount={total} form="sentence" />
  if (isDifferent(settle) || total < settle.total) return say.rich('onScheduleLess', { total: whole })
  if (total === settle.total) return say.rich('onScheduleSame', { total: whole })
  return say.rich('onSchedule', {
    total: whole,
    more: <AskedUnlessZero key="more" figure={`quote:less@${dayText(today)}`} amount={fen(total - settle.total)} />,
  })
}

function FreeOn({ view, isAssumed }: { readonly view: TodayView; readonly isAssumed: boolean }) {
  const say = useWords(todayWords)
  const today = useToday()
  const { freeOn, costToFree, paidToFree, owed, followed } = view
  // Followed or not: asked without a plan, it is the one that the day above is of.
  const figure = (what: string) => `plan:${what}@${dayText(today)}`
  const how =
    followed === null ? say('freeOn') : followed === '' ? say('freeByPlan') : say('freeByNamed', { name: followed })
  if (owed.total === 0) {
    return (
      <div className="lead-end">
        {isAssumed ? (
          <p className="figure-day">{say('freeByRecords')}</p>
        ) : (
          <p className="answer-day is-safe">{say('freeNow')}</p>
        )}
      </div>
    )
  }
  if (freeOn === null) {
    return (
      <div className="lead-end">
        <p className="label">{how}</p>
        <p className="figure-day">
          <Ask figure={figure('free')}>{say('freeNever')}</Ask>
        </p>
      </div>
    )
  }
  return (
    <div className="lead-end">
      <p className="label">{how}</p>
      <p className="answer-day is-safe">
        <Ask figure={figure('free')}>
          <DayText day={freeOn} form="year" />
        </Ask>
      </p>
      <p className="label">
        {freeOn === today && costToFree === 0
          ? say('freeToday')
          : say.rich('freeIn', {
              days: freeOn - today,
              cost: <AskedUnlessZero key="cost" figure={figure('cost')} amount={costToFree} form="sentence" />,
              paid: <AskedUnlessZero key="paid" figure={figure('paid')} amount={paidToFree} form="sentence" />,
            })}
      </p>
    </div>
  )
}
