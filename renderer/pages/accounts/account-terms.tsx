import { useState } from 'react'
import type { AccountView } from '#shared/contract/views.ts'
import { type Day, FIRST_DAY } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { percentText, type Rate } from '#shared/kernel/rate.ts'
import { isBilled, isLending } from '#shared/ledger/account.ts'
import { type TermsSource, type TermValues, termsOn } from '#shared/ledger/terms.ts'
import { Button } from '../../components/button.tsx'
import { CertaintyMark } from '../../components/certainty.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Section } from '../../components/section.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { accountsWords } from './accounts-words.ts'
import { ChangeTerms } from './change-terms.tsx'
import { TermsHistory } from './terms-history.tsx'

type ShownTerm =
  | 'statementDay'
  | 'dueDay'
  | 'minRatio'
  | 'minFloor'
  | 'revolvingDailyRate'
  | 'overdueDailyRate'
  | 'graceDays'
  | 'repayDay'
  | 'penaltyTenths'

const BILLED_TERMS: readonly ShownTerm[] = [
  'statementDay',
  'dueDay',
  'minRatio',
  'minFloor',
  'revolvingDailyRate',
  'overdueDailyRate',
  'graceDays',
]
const LOAN_TERMS: readonly ShownTerm[] = ['repayDay', 'penaltyTenths']

/** The terms in force today, each with who said it and since when; what nobody said is assumed. */
export function AccountTerms({ account }: { readonly account: AccountView }) {
  const say = useWords(accountsWords)
  const today = useToday()
  const [changing, setChanging] = useState(false)
  const shown = isBilled(account) ? BILLED_TERMS : isLending(account) ? LOAN_TERMS : []
  const values = termsOn(account.terms, today)
  if (shown.length === 0) return null
  return (
    <Section
      title={say('terms')}
      aside={
        <Button small onPress={() => setChanging(true)}>
          {say('changeTerms')}
        </Button>
      }
    >
      <dl className="facts">
        {shown.map((term) => (
          <TermLine key={term} account={account} term={term} values={values} />
        ))}
      </dl>
      <p className="note">{say('termsNote')}</p>
      <TermsHistory account={account} />
      {changing ? <ChangeTerms account={account} onClose={() => setChanging(false)} /> : null}
    </Section>
  )
}

function TermLine(props: { readonly account: AccountView; readonly term: ShownTerm; readonly values: TermValues }) {
  const say = useWords(accountsWords)
  const today = useToday()
  const { term, values } = props
  const said = props.account.terms.filter((dated) => dated.set[term] !== undefined && dated.from <= today).at(-1)
  const source: TermsSource = said?.source ?? 'default'
  return (
    <>
      <dt>
        {say(`term.${term}`)}
        {said === undefined || source === 'default' ? null : (
          <small>
            {say(source === 'import' ? 'source.import' : 'source.user')}{' '}
            {said.from <= FIRST_DAY ? null : <Since day={said.from} />}
          </small>
        )}
      </dt>
      <dd>
        {source === 'default' ? <CertaintyMark value="assumed" /> : null} <TermValue term={term} values={values} />
      </dd>
    </>
  )
}

function Since({ day }: { readonly day: Day }) {
  const say = useWords(accountsWords)
  return say.rich('termFrom', { day: <DayText key="day" day={day} form="year" /> })
}

function TermValue({ term, values }: { readonly term: ShownTerm; readonly values: TermValues }): string {
  const say = useWords(accountsWords)
  const value = values[term]
  switch (term) {
    case 'statementDay':
    case 'dueDay':
      return say('dayOfMonth', { n: value })
    case 'repayDay':
      return value === 0 ? say('loanDay') : say('dayOfMonth', { n: value })
    case 'minFloor':
      return yuanText(values.minFloor)
    case 'graceDays':
      return say('days0', { n: value })
    case 'penaltyTenths':
      return (value / 10).toFixed(1)
    default:
      return percentText(value as Rate)
  }
}
