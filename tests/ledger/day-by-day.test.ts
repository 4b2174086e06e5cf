import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Day, dayInMonth, dayText, type Month, month, monthText } from '#shared/kernel/day.ts'
import { fen, yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { Entry, Purchase } from '#shared/ledger/entry.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { runs } from '../runs.ts'
import { DayByDay, type Happening, type PlainTerms } from './day-by-day.ts'
import { account, ledger, purchase, refund, repay } from './facts.ts'

/**
 * The product against an account that is told day by day from the rules: purchases, refunds with a link and without,
 * repayments of a bill, of anything, ahead of the bill; in full, of the minimum, of too little, of too much, in time or
 * late. Every cell agrees to the fen.
 */

const FIRST_MONTH = month('2025-01')
const FIRST_DAY = dayInMonth(FIRST_MONTH, 1)

/** A due day of 28 to 30 before a later statement day would fall on that day in February: a bill due as the next is issued. */
const terms: fc.Arbitrary<PlainTerms> = fc
  .record({
    statementDay: fc.integer({ min: 1, max: 31 }),
    dueDay: fc.integer({ min: 1, max: 31 }),
    minRatio: fc.constantFrom(10, 10, 1, 5, 20),
    minFloor: fc.constantFrom(1000, 1000, 100, 10_000),
    rolledInFull: fc.boolean(),
  })
  .filter(({ statementDay, dueDay }) => dueDay < 28 || dueDay >= statementDay)

/** What somebody does next: some days later, an amount, or a share of what is owed. */
const deed = fc.record({
  after: fc.integer({ min: 0, max: 25 }),
  what: fc.constantFrom('buy', 'buy', 'pay-bill', 'pay-bill', 'pay-any', 'pay-ahead', 'refund', 'refund-unknown'),
  amount: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 100, max: 1_000_000 })),
  share: fc.constantFrom(100, 100, 10, 12, 50, 99, 130),
  which: fc.nat({ max: 9 }),
})
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never

/** Deeds as happenings: whoever pays looks at what is owed on that day. */
function told(
  plain: PlainTerms,
  deeds: readonly Deed[],
): { readonly happenings: readonly Happening[]; readonly last: number } {
  const happenings: Happening[] = []
  const life = new DayByDay(plain, FIRST_DAY)
  let on: number = FIRST_DAY
  for (const { after, what, amount, share, which } of deeds) {
    // One thing a day: the order of several on one day is a test of its own.
    on += after + 1
    life.liveThrough(on - 1, happenings)
    const happening = happeningOf(life, { on, what, amount, share, which }, happenings)
    if (happening) happenings.push(happening)
  }
  return { happenings, last: on }
}

type Doing = Omit<Deed, 'after'> & { readonly on: number }

function happeningOf(
  life: DayByDay,
  { on, what, amount, share, which }: Doing,
  before: readonly Happening[],
): Happening | null {
  const bill = life.bills.at(-1 - (which % 3))
  const { overdue, billed, next } = life.cells()
  const due = [overdue, billed].reduce((sum, row) => sum + row.principal + row.interest + row.penalty, 0)
  const part = (of: number) => Math.floor((of * share) / 100)
  switch (what) {
    case 'buy':
      return { what: 'purchase', on, amount }
    case 'pay-bill': {
      const left = bill ? bill.fresh + bill.rolled + bill.interest + bill.penalty : 0
      return bill && part(left) > 0 ? { what: 'repayment', on, amount: part(left), month: bill.month } : null
    }
    case 'pay-any': {
      const paid = part(due + next.principal * (which % 2))
      return paid > 0 ? { what: 'repayment', on, amount: paid, month: null } : null
    }
    case 'pay-ahead': {
      return { what: 'repayment', on, amount: Math.min(amount, 5000), month: life.monthToCome(on) }
    }
    default: {
      const bought = before.filter((one) => one.what === 'purchase')
      const of = bought.length === 0 ? -1 : which % bought.length
      const spent = before.reduce(
        (sum, one) => sum + (one.what === 'refund' && (one.of === of || one.of === null) ? one.amount : 0),
        0,
      )
      const left = (bought[of]?.amount ?? 0) - spent
      return left > 0
        ? { what: 'refund', on, amount: Math.max(1, Math.min(left, part(left))), of: what === 'refund' ? of : null }
        : null
    }
  }
}

function factsOf(happenings: readonly Happening[]): Entry[] {
  const bought: Purchase[] = []
  return happenings.map((one) => {
    const on = dayText(one.on as Day)
    const amount = yuanText(fen(one.amount))
    if (one.what === 'repayment')
      return repay(on, amount, one.month === null ? {} : { month: monthText(one.month as Month) })
    if (one.what === 'refund') return refund(on, amount, one.of === null ? null : bought[one.of]!)
    const fact = purchase(on, amount)
    bought.push(fact)
    return fact
  })
}

it('owes, cell by cell, what the same account told day by day owes', () => {
  fc.assert(
    fc.property(
      terms,
      fc.array(deed, { minLength: 1, maxLength: 25 }),
      fc.integer({ min: 0, max: 70 }),
      (plain, deeds, later) => {
        const { happenings, last } = told(plain, deeds)
        const life = new DayByDay(plain, FIRST_DAY)
        life.liveThrough(last + later, happenings)
        const set = {
          ...{ statementDay: plain.statementDay, dueDay: plain.dueDay, minFloor: fen(plain.minFloor) },
          minRatio: rate(`${plain.minRatio}%`),
          minRolledPrincipal: plain.rolledInFull ? ('dueInFullNext' as const) : ('inRatioBase' as const),
        }
        const facts = ledger(dayText((last + later) as Day), [account('huabei', { set })], factsOf(happenings))
        const { cells } = owedOn(facts).accounts[0]!
        const shown = (row: 'overdue' | 'billed' | 'next') => {
          const { principal, interest, penalty } = cells[row]
          return { principal, interest, penalty }
        }
        expect({ overdue: shown('overdue'), billed: shown('billed'), next: shown('next') }).toEqual(life.cells())
      },
    ),
    runs(1000),
  )
})
