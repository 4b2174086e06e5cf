import { type Day, dayText } from '#shared/kernel/day.ts'
import { percentText } from '#shared/kernel/rate.ts'
import type { OtherInterest } from '#shared/ledger/account.ts'
import { type DatedTerms, isTermKnown, type TermValues, termsOn } from '#shared/ledger/terms.ts'
import type { AccountView } from '../views.ts'
import { dateOrNull, yuan, yuanOrNull } from './leaves.ts'

/** `huaqing/accounts@1`: `terms` are those in force today, `assumed` names the ones nobody has said. */
export const accountsJson = (accounts: readonly AccountView[], today: Day) => ({
  schema: 'huaqing/accounts@1',
  accounts: accounts.map((account) => accountJson(account, today)),
})

const accountJson = (account: AccountView, today: Day) => ({
  id: account.id,
  kind: account.kind,
  name: account.name,
  lender: account.lender,
  owner: account.owner,
  limit: yuanOrNull(account.limit),
  status: account.status,
  openedOn: dateOrNull(account.openedOn),
  upgradedOn: dateOrNull(account.upgradedOn),
  closedOn: dateOrNull(account.closedOn),
  autoRepay: account.autoRepay,
  origin: account.origin,
  terms: termsJson(termsOn(account.terms, today)),
  assumed: assumedTerms(account.terms, today),
  termChanges: account.terms.map(({ from, source, set }) => ({ from: dayText(from), source, set: termsJson(set) })),
  balance: account.otherDebt && yuan(account.otherDebt.balance),
  balanceOn: account.otherDebt && dayText(account.otherDebt.balanceOn),
  interest: account.otherDebt && interestJson(account.otherDebt.interest),
  entries: account.entryCount,
})

const RATES = new Set<string>(['minRatio', 'revolvingDailyRate', 'overdueDailyRate', 'deferralFeeRate'])

/** Each term as the command line takes it: amounts as yuan, rates as percent. */
export function termsJson(terms: Partial<TermValues>): Record<string, string | number> {
  const { minFloor, ...others } = terms
  const said = Object.entries({ ...others, ...(minFloor === undefined ? {} : { minFloor: yuan(minFloor) }) })
  return Object.fromEntries(
    said
      .map(([key, value]) => [key, RATES.has(key) ? percentText(value as TermValues['minRatio']) : value] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

function assumedTerms(dated: readonly DatedTerms[], today: Day): readonly string[] {
  const keys = Object.keys(termsOn(dated, today)) as (keyof TermValues)[]
  return keys.filter((key) => !isTermKnown(dated, key)).sort()
}

function interestJson(interest: OtherInterest) {
  if (interest.model === 'none') return { model: interest.model }
  if (interest.model === 'daily-simple') return { model: interest.model, dailyRate: percentText(interest.dailyRate) }
  if (interest.model === 'monthly-apr') {
    const { minimum } = interest
    return {
      model: interest.model,
      annualRate: percentText(interest.annualRate),
      ...(minimum.kind === 'fixed'
        ? { minimum: yuan(minimum.amount) }
        : { minimumPercent: percentText(minimum.percent), minimumFloor: yuan(minimum.floor) }),
    }
  }
  const { model, count, repayDay } = interest
  return interest.model === 'flat-fee'
    ? { model, count, feeRate: percentText(interest.feeRate), repayDay }
    : { model, count, dailyRate: percentText(interest.dailyRate), repayDay }
}
