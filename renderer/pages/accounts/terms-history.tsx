import type { AccountView } from '#shared/contract/views.ts'
import { FIRST_DAY } from '#shared/kernel/day.ts'
import type { DatedTerms } from '#shared/ledger/terms.ts'
import { DayText } from '../../components/day-text.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { accountsWords } from './accounts-words.ts'

/** Terms that were said more than once: each from its day, by whom, and which; the latest that has begun is in force. */
export function TermsHistory({ account }: { readonly account: AccountView }) {
  const say = useWords(accountsWords)
  const dated = [...account.terms].sort((a, b) => b.from - a.from)
  if (dated.length < 2) return null
  return (
    <details className="terms-history">
      <summary className="note">{say('termsHistory', { n: dated.length })}</summary>
      <ul className="stack">
        {dated.map((terms) => (
          <li key={`${terms.from}-${terms.source}`} className="label">
            {terms.from <= FIRST_DAY
              ? say('termsFromStart')
              : say.rich('termFrom', { day: <DayText key="day" day={terms.from} form="year" /> })}{' '}
            {terms.source === 'default' ? null : say(terms.source === 'import' ? 'source.import' : 'source.user')}{' '}
            <NamesOf terms={terms} />
          </li>
        ))}
      </ul>
    </details>
  )
}

const NAMED = [
  'statementDay',
  'dueDay',
  'minRatio',
  'minFloor',
  'revolvingDailyRate',
  'overdueDailyRate',
  'graceDays',
  'repayDay',
  'penaltyTenths',
] as const

function NamesOf({ terms }: { readonly terms: DatedTerms }) {
  const say = useWords(accountsWords)
  const names = NAMED.filter((name) => terms.set[name] !== undefined).map((name) => say(`term.${name}`))
  return <span className="second">{names.join(' · ')}</span>
}
