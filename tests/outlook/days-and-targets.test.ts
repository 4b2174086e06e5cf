import { describe, expect, it } from 'vitest'
import { addDays, day, dayText, month } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { closableTargets } from '#shared/outlook/closure/targets.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { payoffQuote } from '#shared/outlook/quote.ts'
import { account, bill, installments, ledger, loan, purchase, refund, repay, yuan } from '../ledger/facts.ts'
import { plan } from './oracle-plans.ts'

describe('what can still be closed', () => {
  it.each([
    [[], []],
    [['huabei'], ['huabei']],
    [['credit-purchase'], ['credit-purchase']],
    [
      ['credit-purchase', 'huabei'],
      ['credit-purchase', 'huabei'],
    ],
    [['borrow'], ['borrow']],
    [['credit-loan'], ['borrow']],
    [['other'], []],
  ] as const)('of %o: %o', (kinds, targets) => {
    const accounts = kinds.map((kind) => account(kind))
    expect(closableTargets(ledger('2026-07-05', accounts, []))).toEqual(targets)
    const closed = accounts.map((one) => ({ ...one, status: 'closed' as const }))
    expect(closableTargets(ledger('2026-07-05', closed, []))).toEqual([])
  })
})

describe('with the due days, the rest of the money goes out on the first one of the month', () => {
  const due = (dueDay: number) => ({ set: { statementDay: 1, dueDay } })
  const friend = account('other', {
    ...{ id: 'friend', ...due(25) },
    otherDebt: { balance: yuan('5000'), balanceOn: day('2026-07-05'), interest: { model: 'none' } },
  })
  const first = (accounts: Parameters<typeof ledger>[1], entries: Entry[], today = '2026-07-05'): string => {
    const money = { kind: 'monthly', amount: yuan('900'), payOn: 'due-day' } as const
    const of = ledger(today, [...accounts, friend], entries)
    const paid = project(of, plan({ money }, of.today)).events.find(
      (event) => event.what === 'repayment' && event.account === 'friend',
    )
    return paid ? `${dayText(paid.on)} ${yuanText(paid.amount)}` : 'never'
  }
  it('its own, and none of an account that owes nothing', () => {
    expect([first([], []), first([account('huabei', due(9))], [])]).toEqual(['2026-07-25 900.00', '2026-07-25 900.00'])
  })
  it('of a bill, of two the earlier, on the day itself still', () => {
    const huabei = account('huabei', due(9))
    const js = account('credit-purchase', { id: 'js', ...due(20) })
    const bills = [bill('2026-07', '100'), bill('2026-07', '100', { account: 'js' })]
    const days = [
      first([huabei, js], bills),
      first([js, huabei], bills),
      first([huabei, js], bills, '2026-07-09'),
      first([js], bills.slice(1), '2026-07-10'),
    ]
    expect(days.map((said) => said.slice(0, 10))).toEqual(['2026-07-09', '2026-07-09', '2026-07-09', '2026-07-20'])
  })
  it('of a loan its next part of this month', () => {
    const drawn = [loan('300', '2026-05-12', { count: 3, repayDay: 12, paidParts: 1 })]
    expect(first([account('borrow')], drawn).slice(0, 10)).toBe('2026-07-12')
    // After it the next part is of another month, and the friend's own day comes first.
    const after = [{ ...drawn[0]!, paidParts: 2 }]
    expect(first([account('borrow')], after, '2026-07-13').slice(0, 10)).toBe('2026-07-25')
  })
  it('also of an account that owes nothing yet, as long as something is bought on it', () => {
    const card = account('huabei', { set: { statementDay: 5, dueDay: 15 } })
    const freeOn = (through: string): string | null => {
      const of = ledger('2026-01-01', [card], [])
      const money = { kind: 'monthly', amount: yuan('500'), payOn: 'due-day' } as const
      const newSpending = [{ account: 'huabei', monthly: yuan('37.82'), through: month(through) }]
      const end = project(of, plan({ money, newSpending }, of.today)).freeOn
      return end && dayText(end)
    }
    // Each purchase of the 15th is paid on the 15th, be there a debt of the month before or none.
    const ends = ['2026-01', '2026-02', '2026-03'].map(freeOn)
    expect(ends).toEqual(['2026-01-15', '2026-02-15', '2026-03-15'])
  })
})

describe('facts of days after the plan began are left out, and it is said', () => {
  const noted = (entry: Entry): boolean => {
    const of = ledger('2026-07-05', [account('huabei'), account('borrow')], [purchase('2026-06-05', '10'), entry])
    return project(of, plan({}, of.today)).notes.some(({ code }) => code === 'plan-later-facts-left-out')
  }
  it.each<[string, (on: string) => Entry]>([
    ['a purchase', (on) => purchase(on, '1')],
    ['a refund', (on) => refund(on, '1', null)],
    ['a repayment', (on) => repay(on, '1')],
    ['a loan', (on) => loan('100', on)],
  ])('%s of the day itself is not, one of the day after is', (_name, make) => {
    expect([noted(make('2026-07-05')), noted(make('2026-07-06'))]).toEqual([false, true])
  })
  it('a bill is, where it is not issued yet; what awaits its receipt and what has no day is not', () => {
    expect([noted(bill('2026-07', '10')), noted(bill('2026-08', '10'))]).toEqual([false, true])
    expect(noted(purchase('2026-07-09', '1', { postedOn: null }))).toBe(false)
    expect(noted(installments('100', 3, '0%', { firstBill: month('2026-09') }))).toBe(false)
  })
})

it('a card bears a month of interest on each due day after its balance was copied, through the day that is asked', () => {
  const of = ledger(
    '2026-07-10',
    [
      account('other', {
        id: 'card',
        otherDebt: {
          balance: yuan('1000'),
          balanceOn: day('2026-07-10'),
          interest: {
            model: 'monthly-apr',
            annualRate: rate('12%'),
            minimum: { kind: 'fixed', amount: yuan('25') },
          },
        },
      }),
    ],
    [],
  )
  const on = (later: number) => yuanText(payoffQuote(of, 'card', addDays(of.today, later)).total)
  expect([on(0), on(1), on(30), on(31), on(61), on(62)]).toEqual([
    '1000.00',
    '1000.00',
    '1000.00',
    '1010.00',
    '1010.00',
    '1020.10',
  ])
})
