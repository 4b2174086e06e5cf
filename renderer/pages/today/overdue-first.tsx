import { useLocation } from 'wouter'
import type { Owed } from '#shared/ledger/owed.ts'
import { Amount } from '../../components/amount.tsx'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useAccountName } from '../../state/account-names.ts'
import { todayWords } from './today-words.ts'

/** What is overdue stands above everything else: how long, how much makes it good today, and what to do. */
export function OverdueFirst({ owed }: { readonly owed: Owed }) {
  const say = useWords(todayWords)
  const today = useToday()
  const nameOf = useAccountName()
  const [, navigate] = useLocation()
  return owed.nextDue
    .filter((due) => due.overdue)
    .map((due) => (
      <section className="overdue" key={`${due.account}-${due.on}`}>
        <Icon name="late" />
        <h2>{say('overdueTitle', { name: nameOf(due.account), days: today - due.on })}</h2>
        <Amount value={due.amount} form="figure" />
        <div>
          <p>{say.rich('overdueText', { amount: <Amount key="amount" value={due.amount} form="plain" /> })}</p>
          <div className="row">
            <Button kind="main" onPress={() => navigate('/bills')}>
              {say('overdueRepay')}
            </Button>
            <Button onPress={() => navigate('/plan')}>{say('overdueCannot')}</Button>
          </div>
        </div>
      </section>
    ))
}
