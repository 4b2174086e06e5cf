import { describe, expect, it } from 'vitest'
import { day, month } from '#shared/kernel/day.ts'
import { checkRepayment, type RepaymentFacts } from '#shared/ledger/decisions/decide-repayment.ts'
import type { Entry, Repayment, RepaymentPart } from '#shared/ledger/entry.ts'
import { account, combined, installments, loan, purchase, repay, yuan } from '../facts.ts'
import { breaks, taken } from './verdict.ts'

const plan = installments('600', 6, '4.5%', { id: 'i1' })
const drawn = loan('6000', '2026-01-10', { id: 'l1' })
const bought = purchase('2026-06-03', '120', { id: 'p1' })
const facts: RepaymentFacts = {
  accounts: [account('huabei'), account('credit-purchase', { id: 'js' }), account('borrow')],
  today: day('2026-07-05'),
  settled: new Map<string, Entry>([plan, drawn, bought].map((entry) => [entry.id, entry])),
}
const part = (amount: string, values: Partial<RepaymentPart> = {}): RepaymentPart => ({
  account: 'huabei',
  amount: yuan(amount),
  month: null,
  settles: null,
  ...values,
})
const paid = (amount: string, split: readonly RepaymentPart[]): Repayment => ({ ...repay('2026-07-05', amount), split })
const july = month('2026-07')

describe('a repayment is taken', () => {
  it.each<[says: string, draft: Repayment]>([
    ['today, to an account', repay('2026-07-05', '10')],
    ['to two accounts', paid('10', [part('4'), part('6', { account: 'js' })])],
    ['to two bills of one account', paid('10', [part('4'), part('6', { month: july })])],
    ['to a bill and a plan of it', paid('10', [part('4'), part('6', { settles: 'i1' })])],
    ['to a loan', paid('10', [part('10', { account: 'borrow', settles: 'l1' })])],
    ['to one of two accounts, nobody says to which', combined('2026-07-05', '10', ['huabei', 'js'], null)],
  ])('%s', (_, draft) => {
    expect(checkRepayment(facts, draft)).toEqual(taken(draft))
  })
})

describe('a repayment is refused', () => {
  it.each<[says: string, draft: Repayment, verdict: object]>([
    ['tomorrow', repay('2026-07-06', '10'), breaks('day-in-future', { on: '2026-07-06' })],
    ['to nobody', combined('2026-07-05', '10', [], null), breaks('repayment-without-account')],
    [
      'to one of two, one of them a stranger',
      combined('2026-07-05', '10', ['huabei', 'who'], null),
      breaks('account-not-found', { id: 'who' }),
    ],
    ['to a stranger', paid('10', [part('10', { account: 'who' })]), breaks('account-not-found', { id: 'who' })],
    [
      'in parts that are less',
      paid('10', [part('4'), part('5.99', { account: 'js' })]),
      breaks('split-does-not-sum', { sum: '9.99', amount: '10.00', difference: '0.01' }),
    ],
    [
      'in parts that are more',
      paid('10', [part('4'), part('6.02', { account: 'js' })]),
      breaks('split-does-not-sum', { sum: '10.02', amount: '10.00', difference: '0.02' }),
    ],
    [
      'twice to the same bill',
      paid('10', [part('4', { month: july }), part('6', { month: july })]),
      breaks('split-twice', { account: 'huabei', month: '2026-07' }),
    ],
    [
      'twice to the same account',
      paid('10', [part('4'), part('6')]),
      breaks('split-twice', { account: 'huabei', month: '' }),
    ],
    [
      'to a bill of Borrow',
      paid('10', [part('10', { account: 'borrow', month: july })]),
      breaks('account-not-billed', { id: 'borrow' }),
    ],
    [
      'settling nothing that is there',
      paid('10', [part('10', { settles: 'i9' })]),
      breaks('entry-not-found', { id: 'i9' }),
    ],
    ['settling a purchase', paid('10', [part('10', { settles: 'p1' })]), breaks('settles-not-a-debt', { id: 'p1' })],
    [
      'settling a loan through Huabei',
      paid('10', [part('10', { settles: 'l1' })]),
      breaks('settles-other-account', { id: 'l1', owner: 'borrow', account: 'huabei' }),
    ],
  ])('%s', (_, draft, verdict) => {
    expect(checkRepayment(facts, draft)).toEqual(verdict)
  })
})
