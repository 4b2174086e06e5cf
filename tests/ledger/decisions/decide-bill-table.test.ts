import { describe, expect, it } from 'vitest'
import { day, month, monthText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { type BillTableFacts, decideBillTable, type GivenBill } from '#shared/ledger/decisions/decide-bill-table.ts'
import type { Repayment, ShownBill } from '#shared/ledger/entry.ts'
import { account, bill, ledger, repay, yuan } from '../facts.ts'
import { breaks } from './verdict.ts'

/** Statement day 1, due day 10; asked on 5 July. */
const accounts = [account('huabei'), account('credit-purchase', { id: 'js' }), account('borrow')]
const facts = (bills: ShownBill[] = [], repayments: Repayment[] = []): BillTableFacts => ({
  accounts,
  bills,
  today: day('2026-07-05'),
  ledger: ledger('2026-07-05', accounts, [...bills, ...repayments]),
})
const given = (of: string, shown: string, values: Partial<GivenBill> = {}): GivenBill => ({
  account: 'huabei',
  month: month(of),
  shown: yuan(shown),
  shownMinimum: null,
  paid: null,
  paidOn: null,
  ...values,
})
const decide = (known: BillTableFacts, ...lines: GivenBill[]) => decideBillTable(known, lines)

describe('a line of the table', () => {
  it('is a new bill', () => {
    const line = given('2026-07', '500', { shownMinimum: yuan('50') })
    expect(decide(facts(), line)).toEqual([
      {
        ok: true,
        value: {
          fate: 'new',
          bill: bill('2026-07', '500', { id: '', shownMinimum: yuan('50') }),
          before: null,
          paidAlready: 0,
          paidOn: null,
          inFull: false,
        },
      },
    ])
  })

  it('says the same again', () => {
    const known = bill('2026-07', '500', { shownMinimum: yuan('50'), paid: yuan('20') })
    expect(decide(facts([known]), given('2026-07', '500'))).toEqual([
      { ok: true, value: { fate: 'same', bill: known, before: known, paidAlready: 0, paidOn: null, inFull: false } },
    ])
  })

  const parts = { principal: yuan('500') }
  const known = bill('2026-07', '500', { shownMinimum: yuan('50'), parts, paid: yuan('20') })
  it.each<[says: string, line: GivenBill, replaced: Partial<ShownBill>]>([
    [
      'another total: its minimum and its parts leave with the old one',
      given('2026-07', '400'),
      { shown: yuan('400'), shownMinimum: null, parts: null },
    ],
    [
      'another minimum of the same total',
      given('2026-07', '500', { shownMinimum: yuan('60') }),
      { shownMinimum: yuan('60') },
    ],
    ['what is paid of it', given('2026-07', '500', { paid: yuan('30') }), { paid: yuan('30') }],
    ['that all of it is paid', given('2026-07', '500', { paid: 'all' }), { paid: yuan('500') }],
    ['that nothing of it is paid', given('2026-07', '500', { paid: yuan('0') }), { paid: yuan('0') }],
  ])('replaces what was copied before: %s', (_, line, replaced) => {
    const now = { ...known, ...replaced }
    expect(decide(facts([known]), line)).toEqual([
      { ok: true, value: { fate: 'replaces', bill: now, before: known, paidAlready: 0, paidOn: null, inFull: false } },
    ])
  })

  it('is told apart by its account and its month', () => {
    const lines = [given('2026-07', '500'), given('2026-06', '500'), given('2026-07', '500', { account: 'js' })]
    const fates = decide(facts([known]), ...lines).map((one) => one.ok && one.value.fate)
    expect(fates).toEqual(['same', 'new', 'new'])
  })
})

describe('a line that says on which day its part was paid', () => {
  const dated = (known: BillTableFacts, paidOn: string, paid = '200') =>
    decide(known, given('2026-06', '500', { paid: yuan(paid), paidOn: day(paidOn) })).map((one) =>
      one.ok ? [one.value.fate, yuanText(one.value.bill.paid), one.value.paidOn] : one,
    )

  it('keeps the day for the repayment that it is', () => {
    expect(dated(facts(), '2026-06-20')).toEqual([['new', '200.00', day('2026-06-20')]])
  })

  it('is nothing new where that repayment is recorded', () => {
    const known = facts([bill('2026-06', '500')], [repay('2026-06-20', '200', { month: '2026-06' })])
    expect(dated(known, '2026-06-20')).toEqual([['same', '0.00', null]])
  })

  it('replaces the same part without a day', () => {
    const known = facts([bill('2026-06', '500', { paid: yuan('200') })])
    expect(dated(known, '2026-06-20')).toEqual([['replaces', '200.00', day('2026-06-20')]])
  })

  it('breaks a rule on a day that is to come', () => {
    expect(dated(facts(), '2026-07-06')).toEqual([breaks('day-in-future', { on: '2026-07-06' })])
  })
})

describe('a line that breaks a rule', () => {
  it.each<[says: string, line: GivenBill, verdict: object]>([
    ['of nobody', given('2026-07', '500', { account: 'who' }), breaks('account-not-found', { id: 'who' })],
    ['of Borrow', given('2026-07', '500', { account: 'borrow' }), breaks('account-not-billed', { id: 'borrow' })],
    ['of August', given('2026-08', '1'), breaks('bill-not-issued', { month: '2026-08', issuedOn: '2026-08-01' })],
    [
      'with more paid than it is',
      given('2026-07', '500', { paid: yuan('500.01') }),
      breaks('bill-paid-above-total', { paid: '500.01', total: '500.00' }),
    ],
  ])('%s does not keep the others out', (_, line, verdict) => {
    const [wrong, right] = decide(facts(), line, given('2026-06', '300'))
    expect([wrong, right?.ok]).toEqual([verdict, true])
  })

  it('is the second of one month, whatever it says', () => {
    const [first, second] = decide(facts(), given('2026-07', '500'), given('2026-07', '500'))
    expect([first?.ok, second]).toEqual([true, breaks('bill-line-twice', { month: '2026-07' })])
  })
})

describe('what a line says is paid and was recorded as repaid counts once', () => {
  const paidOf = (known: BillTableFacts, ...lines: GivenBill[]) =>
    decide(known, ...lines).map((one) => {
      if (!one.ok) return one.refusal.kind
      const { bill, paidAlready } = one.value
      return `${monthText(bill.month)} ${yuanText(bill.paid)} + ${yuanText(paidAlready)}`
    })

  it('500.00 are 300.00 repaid and 200.00 beside them', () => {
    const known = facts([], [repay('2026-07-03', '300')])
    expect(paidOf(known, given('2026-07', '500', { paid: 'all' }))).toEqual(['2026-07 200.00 + 300.00'])
    expect(paidOf(known, given('2026-07', '500', { paid: yuan('400') }))).toEqual(['2026-07 100.00 + 300.00'])
    expect(paidOf(known, given('2026-07', '500', { paid: yuan('250') }))).toEqual(['2026-07 0.00 + 250.00'])
  })

  it('of a line that says nothing of it what was entered stays', () => {
    const known = facts([bill('2026-07', '500', { paid: yuan('500') })], [repay('2026-07-03', '300')])
    expect(paidOf(known, given('2026-07', '500'))).toEqual(['2026-07 500.00 + 0.00'])
  })

  it('the oldest first, in whatever order they stand: what one does not need is there for the next', () => {
    const [july, june] = [given('2026-07', '500', { paid: 'all' }), given('2026-06', '200', { paid: 'all' })]
    const early = facts([], [repay('2026-06-05', '300')])
    expect(paidOf(early, july, june)).toEqual(['2026-07 400.00 + 100.00', '2026-06 0.00 + 200.00'])
    expect(paidOf(early, june, july)).toEqual(['2026-06 0.00 + 200.00', '2026-07 400.00 + 100.00'])
    const late = facts([], [repay('2026-07-03', '300')])
    expect(paidOf(late, july, june)).toEqual(['2026-07 200.00 + 300.00', '2026-06 200.00 + 0.00'])
  })

  it('a bill that is entered again counts without what it said before', () => {
    const known = facts([bill('2026-07', '500', { paid: yuan('100') })], [repay('2026-07-03', '300')])
    expect(paidOf(known, given('2026-07', '500', { paid: 'all' }))).toEqual(['2026-07 200.00 + 300.00'])
  })
})
