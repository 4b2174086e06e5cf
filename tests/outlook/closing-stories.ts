import { addDays, type Day, day } from '#shared/kernel/day.ts'
import type { Account } from '#shared/ledger/account.ts'
import type { Entry, QuotaCopy, Review } from '#shared/ledger/entry.ts'
import type { ClosureTarget, Confirmation, Ledger } from '#shared/ledger/ledger.ts'
import { CLOSURE_CHECKS } from '#shared/outlook/closure/checks.ts'
import { account, bill, ledger, loan, purchase, repay, yuan } from '../ledger/facts.ts'

/** The day of all closing stories: the bills of July are paid, nothing was bought for weeks. */
export const TODAY = day('2026-07-20')

export const closingAccounts = (): Account[] => [
  account('huabei', { upgradedOn: day('2025-03-05') }),
  account('credit-purchase', { lender: '江苏银行' }),
  account('borrow'),
]

export const quotaCopy = (of: string, used: string, on: Day = TODAY): QuotaCopy => ({
  id: `quota-${of}-${used}-${on}`,
  kind: 'quota',
  label: '',
  orderNo: null,
  note: '',
  account: of,
  used: yuan(used),
  on,
})

export const review = (accounts: string[], on: Day = TODAY): Review => ({
  id: 'review',
  kind: 'review',
  label: '',
  orderNo: null,
  note: '',
  accounts,
  reason: 'unknown-status',
  amount: yuan('10'),
  on,
})

/** Bought, billed and paid in time, copied and confirmed: nothing is left of any account. */
export const settledEntries = (): Entry[] => [
  purchase('2026-06-03', '120'),
  bill('2026-07', '120'),
  repay('2026-07-09', '120', { month: '2026-07' }),
  purchase('2026-06-08', '80', { account: 'credit-purchase' }),
  repay('2026-07-09', '80', { account: 'credit-purchase', month: '2026-07' }),
  loan('6000', '2026-01-10', { paidParts: 5 }),
  repay('2026-07-10', '1053.15', { account: 'borrow' }),
  quotaCopy('huabei', '0'),
  quotaCopy('credit-purchase', '0'),
  quotaCopy('borrow', '0'),
]

export const TARGETS: readonly ClosureTarget[] = ['credit-purchase', 'huabei', 'borrow']

export const allConfirmed = (on: Day = TODAY): Confirmation[] =>
  TARGETS.flatMap((target) =>
    CLOSURE_CHECKS.filter((check) => check.kind === 'confirm').map(({ code }) => ({
      target,
      code,
      owner: null,
      on,
      note: 'checked in Alipay',
      amount: null,
    })),
  )

export function settledLedger(values: Partial<Ledger> = {}, more: readonly Entry[] = []): Ledger {
  const entries = [...settledEntries(), ...more]
  return {
    ...ledger(TODAY, closingAccounts(), entries),
    confirmations: allConfirmed(),
    recordsCurrentOn: TODAY,
    newestEntryOn: { huabei: day('2026-07-09'), 'credit-purchase': day('2026-07-09'), borrow: day('2026-07-10') },
    ...values,
  }
}

export const daysAgo = (count: number): Day => addDays(TODAY, -count)
