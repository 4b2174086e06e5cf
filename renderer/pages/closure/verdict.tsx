import { fen, sumFen } from '#shared/kernel/money.ts'
import type { Closure } from '#shared/outlook/answers.ts'
import type { ClosingState } from '#shared/outlook/closure/closing-day.ts'
import { Amount } from '../../components/amount.tsx'
import { Ask } from '../../components/ask.tsx'
import { CertaintyMark } from '../../components/certainty.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Icon } from '../../components/icon.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useAccountName } from '../../state/account-names.ts'
import { useShownDifferences } from '../../state/use-shown-differences.ts'
import { closureWords } from './closure-words.ts'
import { ShownBeside } from './shown-beside.tsx'

export const isOpen = ({ status }: Closure['requirements'][number]): boolean =>
  status !== 'met' && status !== 'confirmed'

/** May it be closed: in one sentence, with the earliest day and what paying it off takes today. */
export function Verdict({ closure, state }: { readonly closure: Closure; readonly state: ClosingState }) {
  const say = useWords(closureWords)
  const today = useToday()
  const nameOf = useAccountName()
  const { verdict, earliestOn, safeOn, payNow, target } = closure
  const open = closure.requirements.filter(isOpen)
  const differences = useShownDifferences(
    payNow.accounts.map(({ id }) => id),
    today,
  )
  const shown = sumFen(differences.map(({ difference }) => difference))
  const total = fen(payNow.total + shown)
  const parts = payNow.accounts.map(({ id, amount }) => ({
    id,
    amount: fen(amount + (differences.find(({ account }) => account === id)?.difference ?? 0)),
  }))
  return (
    <section className="verdict">
      <span className={verdict === 'ready' ? 'is-safe' : 'second'}>
        <Icon name={verdict === 'ready' ? 'done' : verdict === 'blocked' ? 'block' : 'unknown'} size={28} />
      </span>
      <div>
        <h2 className="verdict-answer">{verdict === 'ready' ? say('ready') : say(verdict, { n: open.length })}</h2>
        <p className="label prose">
          {say(`about.${target}`)} {state === 'requested' ? <span className="tag">{say('stateRequested')}</span> : null}
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
            {payNow.total === 0 || shown !== 0 ? (
              <Amount value={total} form="figure" />
            ) : (
              <Ask figure={payNow.explain}>
                <Amount value={total} form="figure" />
              </Ask>
            )}{' '}
            {shown === 0 ? null : <CertaintyMark value="shown" />}
          </dd>
          {shown === 0 || payNow.total === 0 ? null : (
            <dd className="note">
              <ShownBeside derived={payNow.total} explain={payNow.explain} more={shown} />
            </dd>
          )}
          {parts.length < 2 ? null : (
            <dd className="note">
              {parts
                .filter((account) => account.amount > 0)
                .map((account) => (
                  <span className="verdict-part" key={account.id}>
                    {say.rich('payOf', {
                      name: `${nameOf(account.id)} `,
                      amount: <Amount key="amount" value={account.amount} />,
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
