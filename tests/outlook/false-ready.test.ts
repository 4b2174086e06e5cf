import { expect, test } from 'vitest'
import { type Day, day, month } from '#shared/kernel/day.ts'
import type { Account } from '#shared/ledger/account.ts'
import type { Deferral, Entry } from '#shared/ledger/entry.ts'
import type { ClosureTarget, Ledger } from '#shared/ledger/ledger.ts'
import { closureOf } from '#shared/outlook/closure/closure-of.ts'
import { account, bill, installments, loan, purchase, repay, yuan } from '../ledger/facts.ts'
import {
  allConfirmed,
  closingAccounts,
  daysAgo,
  quotaCopy,
  settledEntries,
  settledLedger,
  TODAY,
} from './closing-stories.ts'

/** Ways in which a ledger could look settled and is not: each was looked for by someone who wants the button too early. */

type Asked = readonly [target: ClosureTarget, ledger: Ledger]

/** What is open of each question, without what the story takes for granted. */
const open = ([target, ledger]: Asked): string[] =>
  closureOf(ledger, target)
    .requirements.filter((one) => one.status !== 'met' && one.status !== 'confirmed')
    .map((one) => `${one.code} ${one.status}`)

const evidenceOf = ([target, ledger]: Asked, code: string): string[] =>
  closureOf(ledger, target)
    .requirements.filter((one) => one.code === code)
    .flatMap((one) => one.evidence.map((line) => line.code))

/** Upgraded on 20 May 2026: the bill of June (1–31 May) is the one that the upgrade cuts. */
const upgradedInMay = (): Account[] =>
  closingAccounts().map((one) => (one.kind === 'huabei' ? { ...one, upgradedOn: day('2026-05-20') } : one))

const withHuabei = (...entries: Entry[]): Ledger => {
  const others = settledEntries().filter((entry) => !('account' in entry) || entry.account !== 'huabei')
  const own = others.filter((entry) => entry.kind !== 'repayment' || entry.split?.[0]?.account !== 'huabei')
  return settledLedger({ accounts: upgradedInMay(), entries: [...own, quotaCopy('huabei', '0'), ...entries] })
}

const deferral = (of: string, amount: string, on: string): Deferral => ({
  id: 'deferral',
  kind: 'deferral',
  label: '',
  orderNo: null,
  note: '',
  account: 'huabei',
  month: month(of),
  amount: yuan(amount),
  fee: yuan('0'),
  on: day(on),
})

test('what rolled out of the bill before the upgrade still counts as from before it', () => {
  // 500 of May; the minimum of 50 is paid on 10 June: 450 roll into the bill of July, whose own days are all after the upgrade.
  const rolled = withHuabei(purchase('2026-05-03', '500'), repay('2026-06-10', '50', { month: '2026-06' }))
  expect(open(['credit-purchase', rolled])).toContain('pre-upgrade-bill-settled unmet')
  // And on into the bill of August.
  const twice = { ...withHuabei(purchase('2026-05-03', '500'), repay('2026-06-10', '50'), repay('2026-07-10', '60')) }
  const later = { ...twice, today: day('2026-08-03'), recordsCurrentOn: day('2026-08-03') }
  expect(open(['credit-purchase', later])).toContain('pre-upgrade-bill-settled unmet')
})

test('what was deferred out of the bill before the upgrade still counts as from before it', () => {
  // 300 of May, 200 of them moved from the bill of June to the bill of July, which is open on 20 July after its due day.
  const entries = [
    purchase('2026-05-03', '300'),
    deferral('2026-06', '200', '2026-06-05'),
    repay('2026-06-10', '100', { month: '2026-06' }),
  ]
  expect(open(['credit-purchase', withHuabei(...entries)])).toContain('pre-upgrade-bill-settled unmet')
  // Before the bill of July is issued the 200 wait in no bill at all.
  const waiting = { ...withHuabei(...entries), today: day('2026-06-20'), recordsCurrentOn: day('2026-06-20') }
  expect(open(['credit-purchase', waiting])).toContain('pre-upgrade-bill-settled unmet')
})

test('the last installment from before the upgrade, posted in a bill after it and unpaid', () => {
  // 600 in 6 from the bill of February 2026: the last period of 100 stands in the bill of July.
  const plan = installments('600', 6, '0%', { firstBill: month('2026-02'), paidPeriods: 5 })
  expect(open(['credit-purchase', withHuabei(plan)])).toContain('pre-upgrade-bill-settled unmet')
  expect(open(['credit-purchase', withHuabei(plan, repay('2026-07-09', '100', { month: '2026-07' }))])).toEqual([])
})

test('Huabei spending after the upgrade does not hold Credit Purchase', () => {
  expect(open(['credit-purchase', withHuabei(purchase('2026-06-10', '70'))])).toEqual([])
})

test('a bill that shows less is not excused by another one, months away, that shows more', () => {
  // January shows 120 that no entry explains; June shows 0 although 120 are in its days: the two have nothing to do with each other.
  const jiangsu = { account: 'credit-purchase' }
  const masked = settledLedger({}, [
    ...['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'].map((of) =>
      bill(of, of === '2026-01' ? '120' : '0', { ...jiangsu, paid: yuan(of === '2026-01' ? '120' : '0') }),
    ),
    purchase('2026-05-20', '120', jiangsu),
    bill('2026-06', '0', jiangsu),
  ])
  expect(open(['credit-purchase', masked])).toContain('records-current unknown')
})

test('a row that moved over the statement day is explained by the bill beside it', () => {
  // 80 entered on 31 May, Alipay has them in the bill of July: June shows 80 less, July 80 more.
  const jiangsu = { account: 'credit-purchase' }
  const moved = settledLedger({}, [
    purchase('2026-05-31', '80', jiangsu),
    bill('2026-06', '0', jiangsu),
    bill('2026-07', '160', jiangsu),
    repay('2026-07-09', '80', { ...jiangsu, month: '2026-07' }),
  ])
  expect(open(['credit-purchase', moved])).toEqual([])
})

test('an account closed here that goes on moving is not closed there', () => {
  const closed = closingAccounts().map((one) =>
    one.kind === 'credit-purchase' ? { ...one, status: 'closed' as const, closedOn: day('2026-07-01') } : one,
  )
  const withoutCopy = settledEntries().filter((entry) => entry.kind !== 'quota' || entry.account !== 'credit-purchase')
  // Paid back on 9 July, eight days after the day on which it is said to be closed.
  const relapsed = settledLedger({ accounts: closed, entries: withoutCopy })
  expect(open(['credit-purchase', relapsed])).toContain('used-quota-zero unknown')
  const after = closed.map((one) => (one.closedOn === null ? one : { ...one, closedOn: day('2026-07-12') }))
  expect(open(['credit-purchase', settledLedger({ accounts: after, entries: withoutCopy })])).toEqual([])
})

test('a plan or a loan whose figures are guesses proves nothing, paid or not', () => {
  const guessed = installments('600', 6, '0%', { account: 'credit-purchase', paidPeriods: 6, certain: false })
  const asked: Asked = ['credit-purchase', settledLedger({}, [guessed])]
  expect(open(asked)).toContain('installments-settled unknown')
  expect(evidenceOf(asked, 'installments-settled')).toEqual(['installments-unconfirmed'])
  const borrowed: Asked = ['borrow', settledLedger({}, [loan('600', '2025-01-10', { paidParts: 6, certain: false })])]
  expect(open(borrowed)).toContain('loans-settled unknown')
  expect(evidenceOf(borrowed, 'loans-settled')).toEqual(['loan-unconfirmed'])
})

const copies = (...used: readonly string[]): Ledger => {
  const others = settledEntries().filter((entry) => entry.kind !== 'quota' || entry.account !== 'borrow')
  return settledLedger({ entries: [...others, ...used.map((amount) => quotaCopy('borrow', amount))] })
}

test('of two copies of one day the one entered last counts', () => {
  expect(open(['borrow', copies('30', '0')])).toEqual([])
  expect(open(['borrow', copies('0', '30')])).toEqual(['used-quota-zero unmet'])
})

const moved = (ledger: Ledger, today: Day): Ledger => ({ ...ledger, today })

test('asked for a day before the facts, nothing is known of that day', () => {
  const before = moved(settledLedger(), day('2024-01-01'))
  for (const target of ['credit-purchase', 'huabei', 'borrow'] as const) {
    expect(open([target, before])).toEqual(
      expect.arrayContaining(['used-quota-zero unknown', 'records-current unknown', 'consequences-read unknown']),
    )
  }
})

test('a copy and a confirmation dated after today do not count yet', () => {
  const ahead = moved(settledLedger({ recordsCurrentOn: daysAgo(1), confirmations: allConfirmed(TODAY) }), daysAgo(1))
  expect(open(['borrow', ahead])).toEqual(
    expect.arrayContaining(['used-quota-zero unknown', 'deposits-released unknown']),
  )
})

test('a repayment dated after today has paid nothing', () => {
  const owing = settledLedger({}, [
    purchase('2026-07-05', '5', { account: 'credit-purchase', returnUntil: day('2026-07-06') }),
    repay('2026-07-25', '5', { account: 'credit-purchase' }),
  ])
  expect(open(['credit-purchase', owing])).toContain('unbilled-zero unmet')
})

test('closing one lender leaves the other: both have to be clear', () => {
  const two = [...closingAccounts(), account('credit-purchase', { id: 'bj', name: 'bj', lender: '北京银行' })]
  expect(open(['credit-purchase', settledLedger({ accounts: two })])).toEqual(['used-quota-zero unknown'])
})

/** Mother's Huabei and Credit Purchase beside one's own; hers owes five yuan. */
function twoPeople(): Ledger {
  const own = closingAccounts().map((one) => ({ ...one, owner: '137****6428' }))
  const hers = [
    account('huabei', { id: 'huabei-2', owner: '妈妈', upgradedOn: day('2025-01-01') }),
    account('credit-purchase', { id: 'js-2', owner: '妈妈', lender: '江苏银行' }),
  ]
  const more = [purchase('2026-07-05', '5', { account: 'js-2', returnUntil: day('2026-07-06') })]
  const confirmations = allConfirmed().map((one) => ({ ...one, owner: '137****6428' }))
  return settledLedger({ accounts: [...own, ...hers], confirmations }, more)
}

const openOf = (ledger: Ledger, target: ClosureTarget, owner: string | null): string[] =>
  closureOf(ledger, target, { owner })
    .requirements.filter((one) => one.status !== 'met' && one.status !== 'confirmed')
    .map((one) => `${one.code} ${one.status}`)

test("one person's accounts are judged by their own; everyone's only when all are clear", () => {
  const both = twoPeople()
  expect(closureOf(both, 'huabei', { owner: '137****6428' }).verdict).toBe('ready')
  expect(closureOf(both, 'huabei', { owner: '137****6428' }).payNow.accounts.map(({ id }) => id)).toEqual([
    'huabei',
    'credit-purchase',
  ])
  expect(openOf(both, 'huabei', '妈妈')).toEqual([
    'unbilled-zero unmet',
    'used-quota-zero unknown',
    'deposits-released unknown',
    'auto-debits-moved unknown',
    'alternative-ready unknown',
    'records-exported unknown',
    'consequences-read unknown',
  ])
  expect(openOf(both, 'huabei', null)).toEqual(openOf(both, 'huabei', '妈妈'))
  expect(closureOf(both, 'huabei')).toMatchObject({ owner: null, owners: ['137****6428', '妈妈'], verdict: 'blocked' })
})

test("the day of the upgrade, too, is each person's own", () => {
  // Hers was upgraded in 2025, one's own only now: nothing of hers says that one's own bill from before is settled.
  const both = twoPeople()
  const accounts = both.accounts.map((one) => (one.id === 'huabei' ? { ...one, upgradedOn: null } : one))
  expect(openOf({ ...both, accounts }, 'credit-purchase', '137****6428')).toEqual(['pre-upgrade-bill-settled unknown'])
})

test('an account that names no owner counts for whoever asks', () => {
  const both = twoPeople()
  const owing = { ...both, accounts: both.accounts.map((one) => (one.id === 'js-2' ? { ...one, owner: '' } : one)) }
  expect(openOf(owing, 'credit-purchase', '137****6428')).toEqual(['unbilled-zero unmet', 'used-quota-zero unknown'])
})

test('everyone has confirmed only when the last one has, as of the oldest of it', () => {
  const both = twoPeople()
  const hers = allConfirmed(daysAgo(16)).map((one) => ({ ...one, owner: '妈妈' }))
  const all = { ...both, confirmations: [...both.confirmations, ...hers] }
  const read = closureOf(all, 'huabei').requirements.find((one) => one.code === 'consequences-read')
  // Confirmed by her on 4 July, before the newest change of any of the accounts on 9 July.
  expect(read).toMatchObject({ status: 'unknown' })
  expect(read?.evidence[0]).toMatchObject({ code: 'confirmation-outdated', values: { on: '2026-07-04' } })
  const nobody = { ...both, confirmations: allConfirmed() }
  expect(openOf(nobody, 'huabei', '137****6428')).toContain('consequences-read unknown')
})
