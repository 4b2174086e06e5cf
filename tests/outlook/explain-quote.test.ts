import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, dayText, month } from '#shared/kernel/day.ts'
import { sumFen, yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { OtherInterest } from '#shared/ledger/account.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import type { Deferral } from '#shared/ledger/entry.ts'
import { explainOwed } from '#shared/ledger/explain/explain-owed.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { explainQuote } from '#shared/outlook/explain-quote.ts'
import { payoffQuotes } from '#shared/outlook/quote.ts'
import { account, installments, ledger, loan, purchase, repay, yuan } from '../ledger/facts.ts'
import { anyLedger } from '../ledger/generate.ts'
import { runs } from '../runs.ts'
import { sumsUp } from './trees.ts'

describe('what settling takes', () => {
  it('is explained to the fen, for each account and for all', () => {
    fc.assert(
      fc.property(anyLedger, (facts) => {
        const quotes = payoffQuotes(facts)
        for (const quote of quotes) {
          const explained = explainQuote(facts, quote.explain)
          expect(explained?.amount).toBe(quote.total)
          expect(explained?.lines.every(sumsUp)).toBe(true)
        }
        const all = explainQuote(facts, `quote@${dayText(facts.today)}`)
        expect(all?.amount).toBe(sumFen(quotes.map((quote) => quote.total)))
      }),
      runs(150),
    )
  })

  it('answers nothing for an account that is not there, or another figure', () => {
    fc.assert(
      fc.property(anyLedger, (facts) => {
        expect(explainQuote(facts, `quote:nobody@${dayText(facts.today)}`)).toBeNull()
        expect(explainQuote(facts, `owed@${dayText(facts.today)}`)).toBeNull()
      }),
      runs(5),
    )
  })

  it('takes an account whose own id holds a colon', () => {
    fc.assert(
      fc.property(anyLedger, (facts) => {
        const [first] = facts.accounts
        fc.pre(first !== undefined && first.otherDebt === null)
        const named = { ...facts, accounts: [{ ...first!, id: 'credit-purchase:江苏银行' }], entries: [], postings: [] }
        const figure = `credit-purchase:江苏银行@${dayText(facts.today)}`
        expect(explainQuote(named, `quote:${figure}`)?.amount).toBe(0)
        expect(explainOwed(named, `owed:${figure}`)?.amount).toBe(0)
      }),
      runs(5),
    )
  })
})

describe('what settling changes is told to the last day', () => {
  const shown = ({ rule, values, amount, lines }: DerivationLine, depth = 0): string[] => [
    `${'  '.repeat(depth)}${yuanText(amount)} ${[rule, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(' ')}`,
    ...lines.flatMap((line) => shown(line, depth + 1)),
  ]
  const told = (facts: Ledger, id: string, on: string): string[] =>
    explainQuote(facts, `quote:${id}@${on}`)?.lines.flatMap((line) => shown(line)) ?? []

  it('a loan: interest of the days since its last part (J2)', () => {
    const six = loan('6000', '2026-01-10', { paidParts: 1 })
    expect(told(ledger('2026-02-20', [account('borrow')], [six]), 'borrow', '2026-02-20').slice(2, 5)).toEqual([
      '25.18 settled-cell scheduled=75.55',
      '  25.18 cell-next-interest',
      '    25.18 loan-interest-to-day from=2026-02-10 through=2026-02-19 days=10 balance=5036.85 rate=0.05%',
    ])
    // On the day of a part its own interest is asked for, here after 20.00 of it were paid.
    const part = [six, repay('2026-03-01', '20', { account: 'borrow' })]
    expect(told(ledger('2026-03-10', [account('borrow')], part), 'borrow', '2026-03-10').slice(2, 6)).toEqual([
      '55.55 cell-next-interest',
      '  55.55 loan-interest number=2 due=2026-03-10',
      '    75.55 loan-interest-days balance=5036.85 days=30 rate=0.05%',
      '    -20.00 loan-interest-paid',
    ])
  })

  it.each([
    [
      'official2019',
      ['45.00 early-settlement', '  45.00 settle-plan account=huabei periods=5', '    45.00 one-more-fee periods=4'],
    ],
    [
      'chargeAll',
      ['180.00 early-settlement', '  180.00 settle-plan account=huabei periods=5', '    180.00 later-fees periods=4'],
    ],
    ['nextFeeOnly', []],
  ] as const)('a plan settled by %s (I17)', (mode, lines) => {
    const plan = installments('6000', 6, '4.5%', { firstBill: month('2026-06'), paidPeriods: 1 })
    const facts = ledger('2026-06-20', [account('huabei', { set: { earlySettlementMode: mode } })], [plan])
    const all = told(facts, 'huabei', '2026-06-20')
    expect(all.filter((line) => line.includes('installment-fee'))).toEqual([
      '  45.00 installment-fee number=2 month=2026-07',
    ])
    expect(all.slice(all.findIndex((line) => line.includes('early-settlement'))).slice(0, lines.length)).toEqual(lines)
  })

  it('a plan that is waived asks for no fee, a deferral beside it still does', () => {
    const plan = installments('600', 6, '4.5%', { firstBill: month('2026-07') })
    const bought = purchase('2026-05-05', '300')
    const deferred: Deferral = {
      ...{ kind: 'deferral', id: 'd1', label: '', orderNo: null, note: '', account: 'huabei' },
      ...{ month: month('2026-06'), amount: yuan('300'), fee: yuan('4.50'), on: day('2026-06-05') },
    }
    const waiving = account('huabei', { set: { earlySettlementMode: 'waiveUnbilled' } })
    const all = told(ledger('2026-06-20', [waiving], [bought, deferred, plan]), 'huabei', '2026-06-20')
    expect(all.slice(all.findIndex((line) => line.includes('settled-cell')))).toEqual([
      '4.50 settled-cell scheduled=9.00',
      '  4.50 cell-next-fee',
      '    4.50 deferral-fee',
      ...all.slice(all.findIndex((line) => line.includes('deferral-fee')) + 1),
    ])
    expect(all.filter((line) => line.includes('installment-fee'))).toEqual([])
  })

  it('a debt elsewhere: what has run on its balance since it was copied', () => {
    const owes = (interest: OtherInterest) =>
      ledger(
        '2026-07-05',
        [
          account('other', {
            id: 'card',
            otherDebt: { balance: yuan('1000'), balanceOn: day('2026-07-05'), interest },
          }),
        ],
        [],
      )
    const run = (interest: OtherInterest) => told(owes(interest), 'card', '2026-08-20').slice(2)
    // Pay days 10 July and 10 August: 1,000.00 and 1,020.00 at 2 % a month.
    expect(
      run({ model: 'monthly-apr', annualRate: rate('24%'), minimum: { kind: 'fixed', amount: yuan('25') } }),
    ).toEqual([
      '40.40 settled-cell scheduled=0.00',
      '  40.40 cell-next-interest',
      '    20.00 monthly-interest balance=1000.00 rate=24%',
      '    20.40 monthly-interest balance=1020.00 rate=24%',
    ])
    expect(run({ model: 'daily-simple', dailyRate: rate('0.04%') })).toEqual([
      '18.40 settled-cell scheduled=0.00',
      '  18.40 cell-next-interest',
      '    18.40 daily-interest from=2026-07-05 through=2026-08-19 days=46 balance=1000.00 rate=0.04%',
    ])
    expect(run({ model: 'flat-fee', count: 2, feeRate: rate('3%'), repayDay: 10 })).toEqual([
      '30.00 settled-cell scheduled=0.00',
      '  30.00 cell-next-fee',
      '    15.00 flat-fee-part',
      '    15.00 flat-fee-part',
    ])
  })
})

it('the ends of a range of an account without installments are the quote itself', () => {
  const facts = ledger('2026-07-05', [account('borrow')], [loan('600', '2026-06-10')])
  const lines = (end: string) => explainQuote(facts, `quote:borrow${end}@2026-07-05`)?.lines
  expect(lines('')?.length).toBeGreaterThan(0)
  expect([lines(':low'), lines(':high')]).toEqual([lines(''), lines('')])
})
