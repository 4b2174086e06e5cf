import { Link } from 'wouter'
import { shownText } from '#shared/contract/texts/shown-text.ts'
import type { AccountView, EntryRow } from '#shared/contract/views.ts'
import { percentText } from '#shared/kernel/rate.ts'
import { isBilled, isLending } from '#shared/ledger/account.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { annualRateText } from '#shared/ledger/honest-rate.ts'
import { Amount } from '../../components/amount.tsx'
import { CertaintyMark } from '../../components/certainty.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Section } from '../../components/section.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { accountsWords } from './accounts-words.ts'

/** Installments of an account that is billed, loans of one that lends: each with its terms, opened among the entries. */
export function AccountDebts({ account }: { readonly account: AccountView }) {
  const say = useWords(accountsWords)
  const kind = kindIn(account)
  const page = hereOrNull(useAsk('listEntries', debtsOf(account), { enabled: kind !== null }))
  if (kind === null || page === null || page.total === 0) return null
  return (
    <Section title={say(kind)} aside={page.total > SHOWN ? say('debtsMore', { n: page.total - SHOWN }) : undefined}>
      <dl className="facts">
        {page.rows.map((row) => (
          <DebtLine key={row.id} row={row} />
        ))}
      </dl>
    </Section>
  )
}

const SHOWN = 20

const kindIn = (account: AccountView) => (isBilled(account) ? 'installments' : isLending(account) ? 'loan' : null)

export const debtsOf = (account: AccountView) =>
  ({ account: account.id, kind: kindIn(account) ?? 'loan', limit: SHOWN }) as const

function DebtLine({ row }: { readonly row: EntryRow }) {
  const say = useWords(accountsWords)
  const entry = hereOrNull(useAsk('getEntry', { id: row.id }))?.entry ?? null
  return (
    <>
      <dt>
        <Link href={`/entries/${encodeURIComponent(row.id)}`}>
          {row.label === '' ? say('debtUnnamed') : shownText(row.label)}
        </Link>
        <small>
          <DebtTerms entry={entry} />
        </small>
      </dt>
      <dd>
        <Amount value={row.amount} />
      </dd>
    </>
  )
}

function DebtTerms({ entry }: { readonly entry: Entry | null }) {
  const say = useWords(accountsWords)
  const format = useFormat()
  if (entry?.kind === 'installments') {
    const rates = { rate: percentText(entry.feeRate), yearly: annualRateText(entry.feeRate, entry.count) }
    return (
      <>
        {say('installmentTerms', { n: entry.count, month: format.month(entry.firstBill), ...rates })}{' '}
        {entry.certain ? null : <CertaintyMark value="assumed" />}
      </>
    )
  }
  if (entry?.kind !== 'loan') return null
  return (
    <>
      {say.rich('loanTerms', {
        n: entry.count,
        rate: percentText(entry.dailyRate),
        day: <DayText key="day" day={entry.drawnOn} form="year" />,
      })}{' '}
      {entry.certain ? null : <CertaintyMark value="assumed" />}
    </>
  )
}
