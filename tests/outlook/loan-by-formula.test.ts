import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Day, dayText } from '#shared/kernel/day.ts'
import { fen, yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { payoffQuote } from '#shared/outlook/quote.ts'
import { dayNumber } from '../ledger/day-by-day.ts'
import { account, ledger, loan } from '../ledger/facts.ts'
import { runs } from '../runs.ts'

/**
 * Borrow loans beside their formulas in whole fractions, written without anything of the product: the annuity of
 * domain.md 7.5, interest by actual days of 7.6, the first due day of 7.8, the overdue rate of 7.11; what is owed today,
 * and what settles the loan today or later (engine.md 5, 7, 8).
 */

const METHODS = ['equal-installment', 'interest-only', 'interest-only-then-equal'] as const

type Made = {
  readonly principal: number
  /** Of 100,000, a day. */
  readonly rate: number
  readonly method: (typeof METHODS)[number]
  readonly count: number
  readonly drawnOn: number
  readonly repayDay: number
}
type Part = { readonly dueOn: number; readonly principal: number; readonly interest: number }

const halfUp = (numerator: bigint, denominator: bigint): number =>
  Number((2n * numerator + denominator) / (2n * denominator))
const byDays = (amount: number, { rate }: Made, days: number): number =>
  halfUp(BigInt(amount) * BigInt(rate) * BigInt(days), 100_000n)
/** A month has thirty days in the annuity. */
const byMonth = (amount: number, made: Made): number => byDays(amount, made, 30)

/** P·r·(1+r)ⁿ ÷ ((1+r)ⁿ − 1), r = rate × 30. */
function annuity(principal: number, { rate }: Made, count: number): number {
  const grown = BigInt(10_000 + 3 * rate) ** BigInt(count)
  const plain = 10_000n ** BigInt(count)
  return halfUp(BigInt(principal) * BigInt(3 * rate) * grown, 10_000n * (grown - plain))
}

function dueDays({ drawnOn, repayDay, count }: Made): number[] {
  const drawn = new Date(drawnOn * 86_400_000)
  let month = drawn.getUTCFullYear() * 12 + drawn.getUTCMonth()
  while (dayNumber(month, repayDay) - drawnOn < 15) month += 1
  return Array.from({ length: count }, (_, index) => dayNumber(month + index, repayDay))
}

function partsOf(made: Made): Part[] {
  const { principal, method, count, drawnOn } = made
  const waiting = method === 'equal-installment' ? 0 : method === 'interest-only' ? count - 1 : count / 2
  const each = method === 'interest-only' ? 0 : annuity(principal, made, count - waiting)
  let left = principal
  let before = drawnOn
  return dueDays(made).map((dueOn, index) => {
    const isByDays = index < waiting || method === 'interest-only'
    const interest = isByDays ? byDays(left, made, dueOn - before) : byMonth(left, made)
    const paid = index === count - 1 ? left : index < waiting ? 0 : Math.min(left, each - interest)
    left -= paid
    before = dueOn
    return { dueOn, principal: paid, interest }
  })
}

const late = (part: Part, made: Made, on: number): number =>
  halfUp(BigInt(part.principal) * BigInt(made.rate) * 3n * BigInt(on - part.dueOn), 200_000n)

function owedBy(made: Made, paidParts: number, today: number) {
  const cells = {
    overdue: { principal: 0, interest: 0, penalty: 0 },
    next: { principal: 0, interest: 0 },
    future: { principal: 0, interest: 0 },
  }
  let isNext = true
  for (const part of partsOf(made).slice(paidParts)) {
    const row = part.dueOn < today ? 'overdue' : isNext ? 'next' : 'future'
    cells[row].principal += part.principal
    cells[row].interest += part.interest
    if (row === 'overdue') cells.overdue.penalty += late(part, made, today)
    else isNext = false
  }
  return cells
}

/** Parts that are due as the schedule has them, late ones with their charge, and the rest with interest to the day. */
function settledBy(made: Made, paidParts: number, on: number): number {
  const parts = partsOf(made)
  const isDue = ({ dueOn }: Part): boolean => dueOn <= on
  const open = parts.slice(paidParts)
  const due = open.filter(isDue).reduce((sum, part) => sum + part.principal + part.interest + late(part, made, on), 0)
  const rest = open.filter((part) => !isDue(part)).reduce((sum, { principal }) => sum + principal, 0)
  const last = parts.filter((part, index) => index < paidParts || isDue(part)).at(-1)?.dueOn ?? made.drawnOn
  return due + rest + byDays(rest, made, Math.max(0, on - last))
}

const made: fc.Arbitrary<Made> = fc
  .record({
    principal: fc.oneof(fc.integer({ min: 1000, max: 50_000 }), fc.integer({ min: 50_000, max: 20_000_000 })),
    rate: fc.integer({ min: 10, max: 66 }),
    method: fc.constantFrom(...METHODS),
    count: fc.integer({ min: 2, max: 24 }),
    drawnOn: fc.integer({ min: dayNumber(2024 * 12, 1), max: dayNumber(2027 * 12, 1) }),
    repayDay: fc.integer({ min: 1, max: 28 }),
  })
  .map((one) => (one.method === 'interest-only-then-equal' ? { ...one, count: 12 } : one))

it('owes by its cells, and is settled on any day for, what the formulas say', () => {
  fc.assert(
    fc.property(made, fc.nat(), fc.nat(), fc.nat({ max: 70 }), (one, pickPaid, pickDay, later) => {
      const parts = partsOf(one)
      const paidParts = pickPaid % one.count
      const from = parts[paidParts - 1]?.dueOn ?? one.drawnOn
      // Any day from the last paid part to two parts overdue.
      const until = parts[Math.min(paidParts + 2, one.count - 1)]!.dueOn + 20
      const today = from + 1 + (pickDay % (until - from))
      const facts = ledger(
        dayText(today as Day),
        [account('borrow')],
        [
          loan(yuanText(fen(one.principal)), dayText(one.drawnOn as Day), {
            ...{ method: one.method, count: one.count, repayDay: one.repayDay, paidParts },
            dailyRate: rate(`${one.rate / 1000}%`),
          }),
        ],
      )
      expect(owedOn(facts).accounts[0]!.cells).toMatchObject(owedBy(one, paidParts, today))
      const on = today + later
      expect(payoffQuote(facts, 'borrow', on as Day).total).toBe(settledBy(one, paidParts, on))
    }),
    runs(500),
  )
})
