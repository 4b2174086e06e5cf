import { useLocation } from 'wouter'
import type { Closure } from '#shared/outlook/answers.ts'
import type { AfterClosing, RowAfterClosing } from '#shared/outlook/closure/after-closing.ts'
import { Amount } from '../../components/amount.tsx'
import { Button } from '../../components/button.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Icon } from '../../components/icon.tsx'
import { Section } from '../../components/section.tsx'
import { ShownOrAsked } from '../../components/shown-beside.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useAccountName } from '../../state/account-names.ts'
import { closureWords } from './closure-words.ts'

/** After the closing: days without anything new, and what must not be there with what to do about it. */
export function ClosedWatch(props: {
  readonly after: AfterClosing
  /** What the ledger still has as unpaid: it does not go away by closing. */
  readonly payNow: Closure['payNow']
}) {
  const { after, payNow } = props
  const { total: unpaid, accounts } = payNow
  const say = useWords(closureWords)
  const format = useFormat()
  const today = useToday()
  const nameOf = useAccountName()
  const [, navigate] = useLocation()
  const name = accounts.map(({ id }) => nameOf(id)).join(say('wayAnd'))
  const isClean = after.rows.length === 0 && unpaid === 0
  return (
    <div className="column">
      <section className="verdict">
        <span className={isClean ? 'is-safe' : 'is-attention'}>
          <Icon name={isClean ? 'done' : 'late'} size={28} />
        </span>
        <div>
          <h2 className="verdict-answer">
            {after.rows.length > 0
              ? say('relapseTitle', { n: after.rows.length })
              : say(isClean ? 'closedTitle' : 'closedUnpaidTitle')}
          </h2>
          <p className="label prose">{say('closedSince', { name, day: format.dayWithYear(after.closedOn) })}</p>
        </div>
        <dl className="verdict-facts">
          <div>
            <dt className="label">{say('cleanDays')}</dt>
            <dd className="figure-day">{say('cleanDaysCount', { n: after.cleanDays })}</dd>
          </div>
          <div>
            <dt className="label">{say(after.watchUntil <= today ? 'watchOver' : 'watchUntil')}</dt>
            <dd className="figure-day">
              <DayText day={after.watchUntil} />
            </dd>
          </div>
        </dl>
      </section>
      {unpaid === 0 ? null : (
        <div className="call">
          <Icon name="warn" />
          <p className="prose">
            {say.rich('closedUnpaid', {
              amount: <ShownOrAsked key="amount" {...payNow} amount={unpaid} form="sentence" />,
            })}
          </p>
          <Button small onPress={() => navigate('/bills')}>
            {say('goBills')}
          </Button>
        </div>
      )}
      {after.rows.length === 0 ? null : <Relapse rows={after.rows} />}
      <Section title={say('watchTitle')}>
        <p className="prose">{say(after.watchUntil > today ? 'watchNow' : 'watchDone')}</p>
        <div className="row watch-do">
          <Button onPress={() => navigate('/import')}>{say('goImport')}</Button>
        </div>
      </Section>
    </div>
  )
}

function Relapse({ rows }: { readonly rows: readonly RowAfterClosing[] }) {
  const say = useWords(closureWords)
  const nameOf = useAccountName()
  const [, navigate] = useLocation()
  return (
    <section className="call relapse" aria-label={say('relapseRows')}>
      <Icon name="warn" />
      <p className="strong">{say('relapseRows')}</p>
      <ul>
        {rows.map((row) => (
          <li className="relapse-row" key={`${row.on}${row.what}${row.entry}${row.amount}`}>
            <DayText day={row.on} />
            <span>
              {nameOf(row.account)} · {say(`relapse.${row.what}`)}
            </span>
            <Amount value={row.amount} />
            {row.entry === null ? (
              <span />
            ) : (
              <Button small onPress={() => navigate(`/entries/${encodeURIComponent(row.entry ?? '')}`)}>
                {say('relapseOpen')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ol className="prose relapse-do">
        <li>{say('relapseDo.look')}</li>
        <li>{say('relapseDo.stop')}</li>
        <li>{say('relapseDo.call')}</li>
      </ol>
    </section>
  )
}
