import { describe, expect, it } from 'vitest'
import { addDays, day } from '#shared/kernel/day.ts'
import { fen, yuanText } from '#shared/kernel/money.ts'
import { type Rate, rate } from '#shared/kernel/rate.ts'
import type { Account, OtherInterest } from '#shared/ledger/account.ts'
import { revolvingInterest } from '#shared/ledger/interest.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { account, yuan } from '../ledger/facts.ts'
import oracles from '../oracles/payoff.json' with { type: 'json' }
import { card, cards, monthly, plan, START } from './oracle-plans.ts'

/** Published examples of where a payment goes and of how days are counted (payoff tables, O9 and O10). */

describe('O9: one payment, two legal answers', () => {
  // 10,000 promotional and 225 of purchases roll, 25 are paid, then 500 are bought and 2,000 drawn in cash. Now 3,000
  // are paid.
  const onPaymentDay = cards(
    card('promotional', '10000', '0%'),
    card('purchases', '700', '11.99%'),
    card('cash', '2000', '12.99%'),
  )
  const lump = { lumps: [{ on: day(START), amount: yuan('3000') }] }

  it('goes by the balances of the day of payment, the dearest first', () => {
    const { events } = project(onPaymentDay, monthly('0', 'avalanche', lump))
    const paid = events.filter((event) => event.what === 'repayment')
    expect(paid.map((event) => [event.account, yuanText(event.amount)])).toEqual([
      ['cash', '2000.00'],
      ['purchases', '700.00'],
      ['promotional', '300.00'],
    ])
  })

  it('never by those of the cycle before: a plan knows no lender that keeps them', () => {
    // 200 to purchases and 2,800 to the promotional balance would be the other answer. Under the terms of this ledger a
    // lender takes what is oldest first and each account rolls at one rate, so that no balance of an earlier day decides;
    // between accounts the user chooses, and may choose another order.
    const order = ['purchases', 'promotional', 'cash']
    const chosen = project(onPaymentDay, { ...monthly('0', 'avalanche', lump), strategy: { kind: 'custom', order } })
    const paid = chosen.events.filter((event) => event.what === 'repayment')
    expect(paid.map((event) => [event.account, yuanText(event.amount)])).toEqual([
      ['purchases', '700.00'],
      ['promotional', '2300.00'],
    ])
  })
})

describe('O10: day counts', () => {
  /** Stretches of whole days with one balance each, one after the other. */
  const stretches = (...parts: readonly (readonly [balance: string, days: number])[]) => {
    let after = day('2026-09-30')
    return parts.map(([balance, days]) => {
      const segment = { after, through: addDays(after, days), balance: yuan(balance) }
      after = segment.through
      return segment
    })
  }
  /** No figure of this ledger is an average balance; interest at this share of it a day for as many days is one. */
  const share = (days: number): Rate => Math.round(1e9 / days) as Rate

  const cycle = stretches(['400', 7], ['360', 3], ['420', 6], ['410', 7], ['460', 7])
  const october = stretches(['500', 10], ['50', 5], ['250', 16])
  it.each([
    ['average balance of a cycle of 30 days', cycle, share(30), oracles.adb[0]],
    ['average balance of October', october, share(31), oracles.adb[1]],
    ['interest of October, rounded half up once', october, rate('0.05%'), '4.63'],
  ])('%s', (_name, segments, dailyRate, expected) => {
    expect(yuanText(revolvingInterest(segments, dailyRate))).toBe(expected)
  })

  // 3.35 % a month, a day its twelvefold by 365; what is owed for so many days is asked for by a debt elsewhere.
  const interest: OtherInterest = { model: 'daily-simple', dailyRate: Math.round((0.0335 * 12 * 1e9) / 365) as Rate }
  const owing = (balance: string): Account =>
    account('other', { id: 'bank', otherDebt: { balance: yuan(balance), balanceOn: day(START), interest } })
  it.each([
    ['500', 39, oracles.daycount_hdfc[0]],
    ['600', 34, oracles.daycount_hdfc[1]],
    ['600', 10, oracles.daycount_hdfc[2]],
  ])('%s for %i days, repaid whole on the last', (balance, days, expected) => {
    const lumps = [{ on: addDays(day(START), days), amount: fen(yuan(balance) * 2) }]
    const money = { kind: 'monthly', amount: yuan('0'), payOn: 31 } as const
    const { freeOn, interest: cost } = project(cards(owing(balance)), plan({ money, lumps }))
    expect([freeOn, yuanText(cost)]).toEqual([addDays(day(START), days), expected])
  })
})
