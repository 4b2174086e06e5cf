import { dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { unreachable } from '#shared/kernel/outcome.ts'
import { percentText } from '#shared/kernel/rate.ts'
import type { Account, OtherInterest } from '#shared/ledger/account.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { type Ledger, ofAccount } from '#shared/ledger/ledger.ts'
import type { DatedTerms } from '#shared/ledger/terms.ts'
import { type Plan, planWithin } from '#shared/outlook/plan.ts'
import { planToFile } from './plan-from-fields.ts'
import { SCENARIO_SCHEMA, type ScenarioAccountFile, type ScenarioFile } from './scenario.ts'
import { entryToFile } from './scenario-export-entries.ts'
import { misfitsAmong } from './scenario-fit.ts'
import { maybe, money, percent, unless } from './scenario-leaves.ts'

/**
 * A ledger as a scenario file: read back it is the same ledger. Purchases must come one by one in `entries`; a sum of
 * many (`postings`) has lost what a file needs, so it is a fault here. Keys stand in a fixed order, defaults are left out.
 */
export function ledgerToScenario(ledger: Ledger, plan: Plan | null, ask?: readonly string[]): ScenarioFile {
  if (ledger.postings.length > 0) throw new Error('a scenario states purchases one by one')
  const ids = new Set(ledger.entries.map(({ id }) => id))
  const accounts = new Set(ledger.accounts.map(({ id }) => id))
  const installments = new Set(ledger.entries.flatMap(({ kind, id }) => (kind === 'installments' ? [id] : [])))
  const misfits = misfitsAmong(ledger.entries)
  const marksOf = (entry: Entry) => ({
    ...(entry.kind === 'refund' && entry.of !== null && !ids.has(entry.of) ? { purchaseMissing: true } : {}),
    ...(misfits.has(entry.id) ? { asRecorded: true } : {}),
  })
  return {
    schema: SCENARIO_SCHEMA,
    today: dayText(ledger.today),
    accounts: ledger.accounts.map((account) => accountToFile(account, ledger)),
    entries: ledger.entries.map((entry) => ({ ...entryToFile(entry), ...marksOf(entry) })),
    confirmations: ledger.confirmations.map((one) => ({
      target: one.target,
      code: one.code,
      owner: one.owner,
      on: dayText(one.on),
      note: one.note,
      amount: maybe(one.amount, yuanText),
    })),
    recordsCurrentOn: maybe(ledger.recordsCurrentOn, dayText),
    plan: maybe(plan, (one) => planToFile(planWithin(one, accounts, installments))),
    ...(ask ? { ask: [...ask] } : {}),
  }
}

function accountToFile(account: Account, ledger: Ledger): ScenarioAccountFile {
  const changedOn = ofAccount(ledger.newestEntryOn, account.id)
  return {
    id: account.id,
    kind: account.kind,
    name: account.name,
    lender: account.lender,
    owner: unless(account.owner, ''),
    limit: maybe(account.limit, yuanText),
    openedOn: maybe(account.openedOn, dayText),
    upgradedOn: maybe(account.upgradedOn, dayText),
    status: account.status,
    closedOn: maybe(account.closedOn, dayText),
    autoRepay: account.autoRepay,
    origin: account.origin,
    terms: account.terms.map(termsToFile),
    ...(account.otherDebt && {
      balance: yuanText(account.otherDebt.balance),
      balanceOn: dayText(account.otherDebt.balanceOn),
      interest: interestToFile(account.otherDebt.interest),
    }),
    changedOn: changedOn === undefined ? null : dayText(changedOn),
    recentShops: [...(ofAccount(ledger.recentShops, account.id) ?? [])],
  }
}

type InterestFile = NonNullable<ScenarioAccountFile['interest']>

function interestToFile(interest: OtherInterest): InterestFile {
  switch (interest.model) {
    case 'none':
      return { model: 'none' }
    case 'monthly-apr': {
      const { model, annualRate, minimum } = interest
      const least =
        minimum.kind === 'fixed'
          ? { minimum: yuanText(minimum.amount) }
          : { minimumPercent: percentText(minimum.percent), minimumFloor: yuanText(minimum.floor) }
      return { model, annualRate: percentText(annualRate), ...least }
    }
    case 'daily-simple':
      return { model: interest.model, dailyRate: percentText(interest.dailyRate) }
    case 'flat-fee': {
      const { model, count, feeRate, repayDay } = interest
      return { model, count, feeRate: percentText(feeRate), repayDay }
    }
    case 'equal-principal': {
      const { model, count, dailyRate, repayDay } = interest
      return { model, count, dailyRate: percentText(dailyRate), repayDay }
    }
    default:
      return unreachable(interest)
  }
}

function termsToFile({ from, source, set }: DatedTerms): NonNullable<ScenarioAccountFile['terms']>[number] {
  const { minRatio, minFloor, revolvingDailyRate, overdueDailyRate, deferralFeeRate, ...plain } = set
  return {
    from: dayText(from),
    source: unless(source, 'user'),
    ...plain,
    minRatio: percent(minRatio),
    minFloor: money(minFloor),
    revolvingDailyRate: percent(revolvingDailyRate),
    overdueDailyRate: percent(overdueDailyRate),
    deferralFeeRate: percent(deferralFeeRate),
  }
}
