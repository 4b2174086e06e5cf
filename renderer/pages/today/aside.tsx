import { Fragment } from 'react'
import { Link } from 'wouter'
import { shownText } from '#shared/contract/texts/shown-text.ts'
import type { ClosureSummary, TodayView } from '#shared/contract/views.ts'
import { sumFen } from '#shared/kernel/money.ts'
import { AskedUnlessZero } from '../../components/ask.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Section } from '../../components/section.tsx'
import { RequirementMark } from '../../components/state-marks.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useAccountName } from '../../state/account-names.ts'
import { useAccountPlaces } from '../../state/account-places.ts'
import { dueFigure } from '../../state/bill-figure.ts'
import { keepClosurePerson } from '../../state/closure-person.ts'
import { ComingBillsNote } from './coming-bills-note.tsx'
import { todayWords } from './today-words.ts'

/** The next due day: all of it, by account, and beside an estimated minimum the safe one. */
export function NextDueDay({ view }: { readonly view: Pick<TodayView, 'owed' | 'minimumCost'> }) {
  const { owed, minimumCost } = view
  const say = useWords(todayWords)
  const format = useFormat()
  const nameOf = useAccountName()
  const placeOf = useAccountPlaces()
  const today = useToday()
  const coming = owed.nextDue.filter((due) => !due.overdue)
  const day = coming[0]?.on
  if (day === undefined) {
    return (
      <Section title={say('nextDue')}>
        <p className="second">{say('nextDueNone')}</p>
        <ComingBillsNote nextDue={null} />
      </Section>
    )
  }
  const due = coming.filter((one) => one.on === day).sort((a, b) => placeOf(a.account) - placeOf(b.account))
  const minimum = sumFen(due.map((one) => one.minimum))
  const safe = sumFen(due.map((one) => one.minimumSafe))
  const whole = sumFen(due.map((one) => one.amount))
  const figure = (what: 'full' | 'minimum' | 'safe' | 'cost') => dueFigure(what, { on: day }, today)
  return (
    <Section title={say('nextDue')} aside={format.distance(day)}>
      <p className="figure-day">
        <DayText day={day} weekday />
      </p>
      <dl className="facts">
        <dt>{say('inFull')}</dt>
        <dd className="strong">
          <AskedUnlessZero figure={figure('full')} amount={whole} />
        </dd>
        {due.map((one) => (
          <Fragment key={one.account}>
            <dt className="in">{nameOf(one.account)}</dt>
            <dd className="in">
              <AskedUnlessZero figure={dueFigure('full', one, today)} amount={one.amount} />
            </dd>
          </Fragment>
        ))}
        {minimum === whole ? null : (
          <>
            <dt className="ruled">{say('minimumOnly')}</dt>
            <dd className="strong ruled">
              <AskedUnlessZero figure={figure('minimum')} amount={minimum} />
            </dd>
          </>
        )}
        {minimumCost === null || minimumCost.amount === 0 ? null : (
          <>
            <dt className="in is-attention">
              {say.rich('minimumCosts', { day: <DayText key="day" day={minimumCost.through} form="short" /> })}
            </dt>
            <dd className="in is-attention">
              <AskedUnlessZero figure={figure('cost')} amount={minimumCost.amount} />
            </dd>
          </>
        )}
        {safe === minimum ? null : (
          <>
            <dt>
              {say('minimumSafe')}
              <small>{say(safe > whole ? 'minimumSafeOverdue' : 'minimumSafeNote')}</small>
            </dt>
            <dd className="strong">
              <AskedUnlessZero figure={figure('safe')} amount={safe} />
            </dd>
          </>
        )}
      </dl>
      <ComingBillsNote nextDue={day} />
    </Section>
  )
}

/** May I close it: one line per target, the verdict in words, the mark as a shape. */
export function ClosingList({ closure }: { readonly closure: readonly ClosureSummary[] }) {
  const say = useWords(todayWords)
  const note = (one: ClosureSummary) => {
    if (one.verdict === 'ready') return say('closingReady')
    if (one.earliestOn === null) return say('closingOpen', { n: one.open })
    return say.rich('closingEarliest', { n: one.open, day: <DayText key="day" day={one.earliestOn} /> })
  }
  return (
    <Section title={say('closing')}>
      <ul className="closing-list">
        {closure.map((one) => (
          <li key={`${one.target}${one.owner}`}>
            <RequirementMark
              status={one.verdict === 'ready' ? 'met' : one.verdict === 'blocked' ? 'unmet' : 'unknown'}
            />
            <Link href={`/closure/${one.target}`} onClick={() => keepClosurePerson(one.owner)}>
              {one.owner === null
                ? say(`target.${one.closes}`)
                : say('targetOf', { target: say(`target.${one.closes}`), owner: shownText(one.owner) })}
            </Link>
            <span className={one.verdict === 'ready' ? 'is-safe' : 'second'}>{say(`verdict.${one.verdict}`)}</span>
            <span className="note">{note(one)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
