import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Day, day, monthOf } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { OtherMinimum } from '#shared/ledger/account.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { dayNumber } from '../ledger/day-by-day.ts'
import { account, ledger } from '../ledger/facts.ts'
import { runs } from '../runs.ts'
import { plan, START } from './oracle-plans.ts'

/**
 * Plans for debts with a monthly rate beside a plain loop over the months, written without anything of the product:
 * interest on the pay day, the minimums, and the rest where the strategy sends it (engine.md 5, 9).
 */

type Card = {
  readonly balance: number
  /** Hundredths of a per cent a year. */
  readonly rate: number
  /** Fen, or per cent of the balance before interest with a floor. */
  readonly minimum: { readonly fixed: number } | { readonly percent: number; readonly floor: number }
}
type Budget = { readonly monthly: number; readonly payOn: number; readonly strategy: 'avalanche' | 'snowball' }
type Run = { interest: number; paid: number; freeOn: number | null }

const halfUp = (numerator: number, denominator: number): number =>
  Math.floor((2 * numerator + denominator) / (2 * denominator))

/** null where the money does not reach the minimums, or no month of six hundred is the last: those are other tests. */
function monthByMonth(cards: readonly Card[], { monthly, payOn, strategy }: Budget): readonly Run[] | null {
  const owed = cards.map(({ balance }) => balance)
  const runsOf = cards.map((): Run => ({ interest: 0, paid: 0, freeOn: null }))
  const first = monthOf(day(START))
  let carried = 0
  const pay = (index: number, amount: number) => {
    owed[index]! -= amount
    runsOf[index]!.paid += amount
  }
  for (let month = 0; month < 600; month++) {
    const before = [...owed]
    cards.forEach((card, index) => {
      const interest = halfUp(owed[index]! * card.rate, 120_000)
      owed[index]! += interest
      runsOf[index]!.interest += interest
    })
    let left = monthly + carried
    const minimums = cards.map(({ minimum }, index) =>
      Math.min(
        owed[index]!,
        'fixed' in minimum ? minimum.fixed : Math.max(minimum.floor, halfUp(before[index]! * minimum.percent, 100)),
      ),
    )
    if (minimums.reduce((sum, one) => sum + one, 0) > left) return null
    minimums.forEach((amount, index) => {
      pay(index, amount)
      left -= amount
    })
    const byRate = (a: number, b: number) => cards[b]!.rate - cards[a]!.rate
    const byBalance = (a: number, b: number) => owed[a]! - owed[b]!
    for (;;) {
      const open = cards.map((_, index) => index).filter((index) => owed[index]! > 0)
      const order = strategy === 'avalanche' ? [byRate, byBalance] : [byBalance, byRate]
      const next = open.sort((a, b) => order[0]!(a, b) || order[1]!(a, b) || a - b)[0]
      if (next === undefined || left === 0) break
      const amount = Math.min(left, owed[next]!)
      pay(next, amount)
      left -= amount
    }
    carried = left
    for (const [index, run] of runsOf.entries()) if (owed[index] === 0) run.freeOn ??= dayNumber(first + month, payOn)
    if (owed.every((one) => one === 0)) return runsOf
  }
  return null
}

const cards: fc.Arbitrary<Card[]> = fc.array(
  fc.record({
    balance: fc.integer({ min: 1000, max: 3_000_000 }),
    rate: fc.oneof(fc.constantFrom(0, 600, 1200, 1825, 2400, 3600), fc.integer({ min: 1, max: 3600 })),
    minimum: fc.oneof(
      fc.record({ fixed: fc.integer({ min: 0, max: 30_000 }) }),
      fc.record({ percent: fc.constantFrom(1, 2, 5, 10), floor: fc.constantFrom(1000, 2500) }),
    ),
  }),
  { minLength: 1, maxLength: 6 },
)
const budget = fc.record({
  /** Of what is owed at first, in thousandths. */
  share: fc.integer({ min: 12, max: 400 }),
  payOn: fc.integer({ min: 1, max: 28 }),
  strategy: fc.constantFrom('avalanche' as const, 'snowball' as const),
})

const minimumOf = (minimum: Card['minimum']): OtherMinimum =>
  'fixed' in minimum
    ? { kind: 'fixed', amount: fen(minimum.fixed) }
    : { kind: 'percent', percent: rate(`${minimum.percent}%`), floor: fen(minimum.floor) }

it('is free, card by card, on the day and for the interest of a plain loop', () => {
  fc.assert(
    fc.property(cards, budget, (owing, { share, payOn, strategy }) => {
      const total = owing.reduce((sum, { balance }) => sum + balance, 0)
      const monthly = Math.ceil((total * share) / 1000) + 1000
      const told = monthByMonth(owing, { monthly, payOn, strategy })
      fc.pre(told !== null)
      const accounts = owing.map(({ balance, rate: yearly, minimum }, index) =>
        account('other', {
          id: `card-${index}`,
          otherDebt: {
            balance: fen(balance),
            balanceOn: day(START),
            interest: { model: 'monthly-apr', annualRate: rate(`${yearly / 100}%`), minimum: minimumOf(minimum) },
          },
        }),
      )
      const by = plan({ money: { kind: 'monthly', amount: fen(monthly), payOn }, strategy: { kind: strategy } })
      const course = project(ledger(START, accounts, []), by)
      expect(course.accounts.map(({ interest, paid, freeOn }) => ({ interest, paid, freeOn }))).toEqual(
        told.map((one) => ({ ...one, freeOn: one.freeOn as Day })),
      )
      expect(course.freeOn).toBe(Math.max(...told.map(({ freeOn }) => freeOn ?? Number.NaN)))
    }),
    runs(100),
  )
})
