import { dayText } from '#shared/kernel/day.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import type { InstallmentPlan, Loan } from '#shared/ledger/entry.ts'
import { installmentsOf } from '#shared/ledger/installment-plan.ts'
import { loanPartsOf } from '#shared/ledger/loan.ts'
import { type DatedTerms, termsOn } from '#shared/ledger/terms.ts'
import { Amount } from '../../components/amount.tsx'
import { AskedUnlessZero } from '../../components/ask.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { entriesWords } from './entries-words.ts'

/** What one period asks for, to be held against Alipay's page; the first, which takes what does not divide, beside it. */
export function EachPeriod({ entry }: { readonly entry: InstallmentPlan | Loan }) {
  const say = useWords(entriesWords)
  const today = useToday()
  const accounts = hereOrNull(useAsk('listAccounts', {}))
  const terms = accounts?.find(({ id }) => id === entry.account)?.terms
  if (terms === undefined) return null
  const [first, second = first] = amountsOf(entry, { terms, remainder: termsOn(terms, today).remainderPeriod })
  if (first === undefined || second === undefined) return null
  return (
    <>
      <dt>
        {say('eachPeriod')}
        {first === second ? null : (
          <small>{say.rich('firstPeriod', { amount: <Amount key="first" value={first} form="sentence" /> })}</small>
        )}
      </dt>
      <dd>
        <AskedUnlessZero
          figure={`schedule:${entry.id}:${Math.min(2, entry.count)}:sum@${dayText(today)}`}
          amount={second}
        />
      </dd>
    </>
  )
}

type Rules = { readonly terms: readonly DatedTerms[]; readonly remainder: Parameters<typeof installmentsOf>[1] }

/** None where every period is another amount. */
function amountsOf(entry: InstallmentPlan | Loan, { terms, remainder }: Rules): readonly Fen[] {
  if (entry.kind === 'installments') {
    return installmentsOf(entry, remainder).map(({ principal, fee }) => fen(principal + fee))
  }
  if (entry.method !== 'equal-installment') return []
  return loanPartsOf(entry, terms).map(({ principal, interest }) => fen(principal + interest))
}
