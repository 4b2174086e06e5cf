import type { Closure } from '#shared/outlook/answers.ts'
import { Amount } from '../../components/amount.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Icon } from '../../components/icon.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useAccountName } from '../../state/account-names.ts'
import { closureWords } from './closure-words.ts'

export const isOpen = ({ status }: Closure['requirements'][number]): boolean =>
  status !== 'met' && status !== 'confirmed'

/** May it be closed: in one sentence, with the earliest day and what paying it off takes today. */
export function Verdict({ closure }: { readonly closure: Closure }) {
  const say = useWords(closureWords)
  const today = useToday()
  const nameOf = useAccountName()
  const { verdict, earliestOn, payNow, target } = closure
  const open = closure.requirements.filter(isOpen)
  return (
    <section className="verdict">
      <span className={verdict === 'ready' ? 'is-safe' : 'second'}>
        <Icon name={verdict === 'ready' ? 'done' : verdict === 'blocked' ? 'block' : 'unknown'} size={28} />
      </span>
      <div>
        <h2 className="verdict-answer">{verdict === 'ready' ? say('ready') : say(verdict, { n: open.length })}</h2>
        <p className="label prose">{say(`about.${target}`)}</p>
      </div>
      <dl className="verdict-facts">
        <div>
          <dt className="label">{say('earliest')}</dt>
          <dd className="figure-day">
            {earliestOn === null ? (
              <span className="amount-unknown">{say('earliestUnknown')}</span>
            ) : earliestOn === today ? (
              say('today')
            ) : (
              <DayText day={earliestOn} weekday />
            )}
          </dd>
        </div>
        <div>
          <dt className="label">{payNow.total === 0 ? say('payNothing') : say('payNow')}</dt>
          <dd>
            <Amount value={payNow.total} form="figure" />
          </dd>
          {payNow.accounts.length < 2 ? null : (
            <dd className="note">
              {payNow.accounts
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
