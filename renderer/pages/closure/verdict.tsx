import { dayText } from '#shared/kernel/day.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { Closure } from '#shared/outlook/answers.ts'
import type { ClosingState } from '#shared/outlook/closure/closing-day.ts'
import { Amount } from '../../components/amount.tsx'
import { AskedUnlessZero } from '../../components/ask.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Icon } from '../../components/icon.tsx'
import { ShownBeside, ShownOrAsked } from '../../components/shown-beside.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useAccountName } from '../../state/account-names.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { closureWords } from './closure-words.ts'

export const isOpen = ({ status }: Closure['requirements'][number]): boolean =>
  status !== 'met' && status !== 'confirmed'

/** May it be closed: in one sentence, with the earliest day and what paying it off takes today. */
export function Verdict({ closure, state }: { readonly closure: Closure; readonly state: ClosingState }) {
  const say = useWords(closureWords)
  const today = useToday()
  const nameOf = useAccountName()
  const copied = hereOrNull(useAsk('listShownQuotes', {})) ?? []
  /** Where Alipay's own figures of today were copied, they are what is told. */
  const figureOf = (id: AccountId) => {
    const isShown = copied.some(({ account, on }) => account === id && on === today)
    return `${isShown ? 'shown' : 'quote'}:${id}@${dayText(today)}`
  }
  const { verdict, earliestOn, safeOn, payNow, closes } = closure
  const { total, range, derived } = payNow
  const open = closure.requirements.filter(isOpen)
  // What was asked for already is not offered again.
  const isWaiting = state === 'requested' && verdict === 'ready'
  return (
    <section className="verdict">
      <span className={verdict === 'ready' ? 'is-safe' : 'second'}>
        <Icon name={verdict === 'ready' ? 'done' : verdict === 'blocked' ? 'block' : 'unknown'} size={28} />
      </span>
      <div>
        <h2 className="verdict-answer">
          {isWaiting ? say('readyRequested') : verdict === 'ready' ? say('ready') : say(verdict, { n: open.length })}
        </h2>
        <p className="label prose">
          {say(`about.${closes}`)}{' '}
          {state === 'requested' && !isWaiting ? <span className="tag">{say('stateRequested')}</span> : null}
        </p>
      </div>
      <dl className="verdict-facts">
        <div>
          <dt className="label">{say('earliest')}</dt>
          <dd className="figure-day">
            {/* The day to go by is the one after which nothing can come any more, as the steps below say too. */}
            {safeOn === null ? (
              <span className="amount-unknown">{say('earliestUnknown')}</span>
            ) : safeOn === today ? (
              say('today')
            ) : (
              <DayText day={safeOn} weekday />
            )}
          </dd>
          {earliestOn === null || safeOn === earliestOn ? null : (
            <dd className="note">{say.rich('payableBefore', { day: <DayText key="day" day={earliestOn} /> })}</dd>
          )}
        </div>
        <div>
          <dt className="label">{total === 0 ? say('payNothing') : say('payNow')}</dt>
          <dd>
            <ShownOrAsked {...payNow} amount={total} form="figure" />
          </dd>
          {derived === null || derived === total ? null : (
            <dd className="note">
              <ShownBeside {...payNow} amount={total} />
            </dd>
          )}
          {range.high <= total ? null : (
            <dd className="note">
              {say.rich('quoteRange', { high: <Amount key="high" value={range.high} form="sentence" /> })}
            </dd>
          )}
          {payNow.accounts.length < 2 ? null : (
            <dd className="note">
              {payNow.accounts
                .filter((account) => account.amount > 0)
                .map((account) => (
                  <span className="verdict-part" key={account.id}>
                    {say.rich('payOf', {
                      name: `${nameOf(account.id)} `,
                      amount: <AskedUnlessZero key="amount" figure={figureOf(account.id)} amount={account.amount} />,
                    })}
                  </span>
                ))}
            </dd>
          )}
        </div>
      </dl>
    </section>
  )
}
