import { type Day, dayInMonth, daysInMonth, dayText, type Month, monthOf, weekday } from '#shared/kernel/day.ts'
import { type Fen, sumFen, yuanText } from '#shared/kernel/money.ts'
import { Amount } from '../components/amount.tsx'
import { AskedUnlessZero } from '../components/ask.tsx'
import { DayText } from '../components/day-text.tsx'
import { useWords } from '../i18n/preferences.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { ChartFrame } from './chart-frame.tsx'
import { chartsWords } from './charts-words.ts'

export type DueOnDay = {
  readonly on: Day
  readonly name: string
  readonly amount: Fen
  readonly overdue: boolean
  /** Of a bill that is not issued yet: what is known of it by now, and it may grow. */
  readonly foreseen: boolean
  /** Under which its amount can be asked. */
  readonly figure: string
}

/** Months with the days on which something is due, and how much. */
export function DueCalendar(props: {
  readonly today: Day
  readonly months: readonly Month[]
  readonly dues: readonly DueOnDay[]
}) {
  const say = useWords(chartsWords)
  const { dues } = props
  const hasForeseen = dues.some(({ foreseen }) => foreseen)
  return (
    <ChartFrame
      title={say('calendar')}
      className="is-free"
      legend={
        hasForeseen ? (
          <span>
            <i className="due-key" aria-hidden="true" />
            {say('foreseen')}
          </span>
        ) : null
      }
      result={say('calendarResult', { n: new Set(dues.map(({ on }) => on)).size })}
      chart={
        <div className="due-months">
          <Earlier dues={dues.filter(({ on }) => on < dayInMonth(props.months[0]!, 1))} />
          {props.months.map((month) => (
            <MonthGrid key={month} month={month} today={props.today} dues={dues} />
          ))}
        </div>
      }
      table={
        <table className="grid-table dense">
          <thead>
            <tr>
              <th scope="col">{say('colDay')}</th>
              <th scope="col">{say('colAccount')}</th>
              <th scope="col" className="number">
                {say('colDue')}
              </th>
            </tr>
          </thead>
          <tbody>
            {dues.map((due) => (
              <tr key={`${due.on}${due.name}${due.foreseen}`}>
                <th scope="row">
                  <DayText day={due.on} weekday />
                </th>
                <td>
                  {due.name} {due.foreseen ? <span className="note">{say('foreseen')}</span> : null}
                </td>
                <td className="number">
                  <AskedUnlessZero figure={due.figure} amount={due.amount} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      }
      lines={() => [
        [say('colDay'), say('colAccount'), say('colDue')],
        ...dues.map((due) => [
          dayText(due.on),
          due.foreseen ? `${due.name} ${say('foreseen')}` : due.name,
          yuanText(due.amount),
        ]),
      ]}
    />
  )
}

/** What is overdue since months that are not drawn any more: of each account in one line. */
function Earlier({ dues }: { readonly dues: readonly DueOnDay[] }) {
  const say = useWords(chartsWords)
  if (dues.length === 0) return null
  const names = [...new Set(dues.map(({ name }) => name))]
  return (
    <ul className="due-earlier">
      {names.map((name) => {
        const own = dues.filter((due) => due.name === name)
        return (
          <li key={name}>
            <span className="due-day is-late">
              <DayText day={own.reduce((first, { on }) => (on < first ? on : first), own[0]!.on)} form="short" />
            </span>
            <span>{say(own.length === 1 ? 'earlierDue' : 'earlierDues', { name, n: own.length })}</span>
            <Amount value={sumFen(own.map(({ amount }) => amount))} />
          </li>
        )
      })}
    </ul>
  )
}

function MonthGrid({
  month,
  today,
  dues,
}: {
  readonly month: Month
  readonly today: Day
  readonly dues: readonly DueOnDay[]
}) {
  const say = useWords(chartsWords)
  const format = useFormat()
  const first = dayInMonth(month, 1)
  // Weeks begin on Monday.
  const gap = (weekday(first) + 6) % 7
  const days = Array.from({ length: daysInMonth(month) }, (_, index) => dayInMonth(month, index + 1))
  return (
    <div className="due-month">
      <b>{format.month(month)}</b>
      <div className="due-days">
        {say('weekdays')
          .split(' ')
          .map((name) => (
            <span className="note" key={name}>
              {name}
            </span>
          ))}
        {Array.from({ length: gap }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: empty places before the first day
          <span key={index} />
        ))}
        {days.map((day, index) => {
          const due = dues.filter(({ on }) => on === day)
          const kind = kindOf(due)
          return (
            <span className={`due-day${kind}${day === today ? ' is-today' : ''}`} key={day}>
              <span>{index + 1}</span>
              {due.length === 0 ? null : (
                <small>
                  <Amount value={sumFen(due.map(({ amount }) => amount))} />
                </small>
              )}
            </span>
          )
        })}
      </div>
    </div>
  )
}

/** A day looks as the gravest of what falls on it, and keeps its dotted edge where a part of it may still grow. */
function kindOf(due: readonly DueOnDay[]): string {
  if (due.length === 0) return ''
  if (due.some(({ overdue }) => overdue)) return ' is-late'
  const certain = due.some(({ foreseen }) => !foreseen) ? ' is-due' : ''
  return due.some(({ foreseen }) => foreseen) ? `${certain} is-foreseen` : certain
}

/** The month of a day and those that follow. */
export const monthsFrom = (today: Day, count: number): readonly Month[] =>
  Array.from({ length: count }, (_, index) => (monthOf(today) + index) as Month)
