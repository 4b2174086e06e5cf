import { describe, expect, it } from 'vitest'
import { proposalText } from '#shared/contract/texts/proposal-text.ts'
import { day, dayText } from '#shared/kernel/day.ts'
import { fen, yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { OtherInterest } from '#shared/ledger/account.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { type Relief, reliefOf } from '#shared/outlook/case/relief.ts'
import { explainFigure } from '#shared/outlook/explain-outlook.ts'
import { planInFull } from '#shared/outlook/plan.ts'
import { account, ledger, purchase } from '../ledger/facts.ts'
import { tree } from './trees.ts'

describe('when the money does not suffice', () => {
  const book = ledger(
    '2026-07-05',
    [account('huabei'), account('credit-purchase', { id: 'js', lender: '江苏银行' })],
    [purchase('2026-06-10', '1000.00'), purchase('2026-05-10', '300.00', { id: 'old', account: 'js' })],
  )
  const money = (income: number, expenses: number) => ({
    ...planInFull(day('2026-07-05')),
    money: {
      kind: 'income' as const,
      income: [{ day: 8, amount: fen(income) }],
      expenses: fen(expenses),
      cushion: fen(0),
    },
  })

  it('what is overdue comes first, then the minimum, and the rest has its price', () => {
    const relief = reliefOf(book, owedOn(book), money(85_000, 50_000))
    const rows = relief.payFirst.map(({ account: id, due, pay, why, rest }) => [
      id,
      yuanText(due),
      yuanText(pay),
      why.code,
      rest?.code,
    ])
    expect([relief.enough, relief.month.left, rows]).toEqual([
      false,
      35_000,
      [
        ['js', '303.75', '303.75', 'relief-overdue-first', undefined],
        ['huabei', '1000.00', '46.25', 'relief-bill', 'relief-then-overdue'],
      ],
    ])
  })

  it('the least of as many debts as possible is paid, so that as few as possible become overdue', () => {
    const three = ledger(
      '2026-07-05',
      [
        account('huabei'),
        account('credit-purchase', { id: 'js' }),
        account('credit-purchase', { id: 'zl', lender: 'B' }),
      ],
      [
        purchase('2026-06-10', '5000.00'),
        purchase('2026-06-10', '100.00', { account: 'js' }),
        purchase('2026-06-10', '200.00', { account: 'zl' }),
      ],
    )
    const { payFirst } = reliefOf(three, owedOn(three), money(60_000, 50_000))
    expect(payFirst.map(({ account: id, pay, rest }) => [id, yuanText(pay), rest?.code])).toEqual([
      ['huabei', '40.00', 'relief-then-overdue'],
      ['js', '20.00', 'relief-then-rolls'],
      ['zl', '40.00', 'relief-then-rolls'],
    ])
  })

  it('the proposal pays exactly what is owed, each debt by its share, from the next money on', () => {
    const owed = owedOn(book)
    const { proposal } = reliefOf(book, owed, money(85_000, 50_000))
    const paid = proposal.map(({ monthly, count, last }) => monthly * (count - 1) + last)
    expect([
      paid,
      proposal.reduce((sum, { monthly }) => sum + monthly, 0),
      proposal.map(({ from }) => dayText(from)),
    ]).toEqual([owed.accounts.map(({ total }) => total), 35_000, ['2026-07-08', '2026-07-08']])
    expect(reliefOf(book, owed, money(50_000, 50_000)).proposal).toEqual([])
  })

  it('names the first day on which the money is short; where it suffices there is nothing to advise', () => {
    // Of 350.00 on the 8th the overdue bill takes 303.75 and three days of 0.15.
    const short = reliefOf(book, owedOn(book), money(85_000, 50_000)).shortfall
    expect(short && [dayText(short.on), yuanText(short.available)]).toEqual(['2026-07-10', '45.80'])
    const enough = reliefOf(book, owedOn(book), money(400_000, 50_000))
    expect([enough.enough, enough.shortfall, enough.payFirst, enough.asks, enough.proposal]).toEqual([
      ...[true, null, [], [], []],
    ])
  })

  it('what is kept in hand is not there to repay with, and the letter says so', () => {
    const by = money(85_000, 50_000)
    const kept = reliefOf(book, owedOn(book), { ...by, money: { ...by.money, cushion: fen(5_000) } })
    expect([kept.month.left, kept.payFirst.reduce((sum, { pay }) => sum + pay, 0)]).toEqual([30_000, 30_000])
    expect(kept.proposal.reduce((sum, { monthly }) => sum + monthly, 0)).toBe(30_000)
    const opening = proposalText(kept, { language: 'en', nameOf: (id) => id }).split('\n')[0]
    expect(opening).toContain('500.00 are needed to live on, 50.00 are kept for emergencies, and 300.00 can go')
  })

  it('each amount of it tells why: what is overdue, the least, the rest, and the shares of a proposal', () => {
    const by = money(85_000, 50_000)
    const tell = (figure: string) => tree(book, by, `${figure}@2026-07-05`)
    const heads = (figure: string) => tell(figure).filter((line) => !line.startsWith(' '))
    expect(heads('relief:pay:js:2026-06-10')).toEqual(['303.75 relief-gives-overdue hand=350.00'])
    expect(heads('relief:pay:huabei:2026-07-10')).toEqual(['46.25 relief-gives-least hand=46.25'])
    expect(heads('relief:monthly:js')).toEqual(['81.54 relief-share left=350.00 owed=303.75 total=1303.75'])
    expect(heads('relief:last:js')).toEqual([
      '303.75 account-owed account=credit-purchase',
      '-244.62 relief-paid-before monthly=81.54 times=3',
    ])
    expect(heads('plan:money')).toEqual(['850.00 money-income day=8', '-500.00 money-expenses'])
    const rich = { ...by, money: { ...by.money, income: [{ day: 8, amount: fen(1_000_000) }] } }
    expect(tree(book, rich, 'relief:pay:huabei:2026-07-10@2026-07-05')).toEqual([
      '200.00 relief-gives-least hand=9196.25',
      '800.00 relief-gives-rest hand=8996.25',
    ])
    expect(tree(book, rich, 'relief:monthly:js@2026-07-05')).toEqual([
      '303.75 relief-whole left=9500.00 owed=303.75 total=1303.75',
    ])
    expect(tree(book, planInFull(day('2026-07-05')), 'relief:monthly:js@2026-07-05')).toEqual(['no such figure'])
    expect(tell('relief:pay:nobody:2026-07-10')).toEqual(['no such figure'])
    const { payFirst, proposal } = reliefOf(book, owedOn(book), by)
    for (const { account: id, on, pay } of payFirst) {
      expect(explainFigure(book, by, `relief:pay:${id}:${dayText(on)}@2026-07-05`)?.amount).toBe(pay)
    }
    for (const { account: id, monthly, last } of proposal) {
      const amounts = ['monthly', 'last'].map(
        (what) => explainFigure(book, by, `relief:${what}:${id}@2026-07-05`)?.amount,
      )
      expect(amounts).toEqual([monthly, last])
    }
    for (const { explain, due } of payFirst) expect(explainFigure(book, by, explain ?? '')?.amount).toBe(due)
  })

  it('says so in writing, in both languages, with the same figures', () => {
    const relief = reliefOf(book, owedOn(book), money(85_000, 50_000))
    const figures = (language: 'zh-CN' | 'en') =>
      proposalText(relief, { language, nameOf: (id) => id })
        .match(/\d[\d.-]*\d|\d/g)
        ?.sort()
    expect(figures('en')).toEqual(figures('zh-CN'))
  })

  it('another debt is asked for its least on its own pay day; one without a schedule asks for nothing', () => {
    const other = (id: string, interest: OtherInterest, dueDay: number) =>
      account('other', {
        id,
        set: { dueDay },
        otherDebt: { balance: fen(100_000), balanceOn: day('2026-07-01'), interest },
      })
    const minimum = { kind: 'fixed' as const, amount: fen(2_500) }
    const three = ledger(
      '2026-07-05',
      [
        account('huabei'),
        other('card', { model: 'monthly-apr', annualRate: rate('24%'), minimum }, 20),
        other('parts', { model: 'flat-fee', count: 4, feeRate: rate('8%'), repayDay: 8 }, 8),
        other('cousin', { model: 'none' }, 9),
      ],
      [purchase('2026-06-10', '100.00')],
    )
    const rows = ({ payFirst }: Relief) =>
      payFirst.map(({ account: id, on, due, pay, why, rest }) => [
        ...[id, dayText(on), yuanText(due), yuanText(pay)],
        ...[why.code, rest?.code],
      ])
    expect(rows(reliefOf(three, owedOn(three), money(20_000, 15_000)))).toEqual([
      ['parts', '2026-07-08', '270.00', '5.00', 'relief-other', 'relief-other-short'],
      ['huabei', '2026-07-10', '100.00', '20.00', 'relief-bill', 'relief-then-rolls'],
      ['card', '2026-07-20', '25.00', '25.00', 'relief-other', undefined],
    ])
  })
})
