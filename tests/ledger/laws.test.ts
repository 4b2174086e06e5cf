import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, day, daysInMonth, dayText, type Month, month, monthText } from '#shared/kernel/day.ts'
import { fen, sumFen, yuanText } from '#shared/kernel/money.ts'
import { splitByWeights, splitEvenly } from '#shared/kernel/split.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { postedMonth } from '#shared/ledger/book/billed-book.ts'
import { openBooks, runThrough } from '#shared/ledger/book/ledger-book.ts'
import { unbilled, unbilledPrincipal } from '#shared/ledger/book/plan-book.ts'
import { COLUMNS, ROWS } from '#shared/ledger/cells.ts'
import { billMonthOf, cycleOfMonth, lastDayOf } from '#shared/ledger/cycle.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import { explainOwed } from '#shared/ledger/explain/explain-owed.ts'
import { overdueCharge } from '#shared/ledger/interest.ts'
import { owedOfBooks, owedOn } from '#shared/ledger/owed-on.ts'
import type { DatedTerms } from '#shared/ledger/terms.ts'
import { runs } from '../runs.ts'
import { anyLedger } from './generate.ts'

const RUNS = runs(300)

describe('splits', () => {
  it('lose nothing, by weights', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.array(fc.nat({ max: 1e6 }), { minLength: 1, maxLength: 20 }),
        (total, weights) => {
          fc.pre(weights.some((weight) => weight > 0))
          const parts = splitByWeights(fen(total), weights)
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
        },
      ),
      runs(100),
    )
  })
  it('lose nothing, evenly', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 1e12 }),
        fc.integer({ min: 1, max: 360 }),
        fc.constantFrom('first', 'last'),
        (total, count, to) => {
          expect(splitEvenly(fen(total), count, to as 'first').reduce((sum, part) => sum + part, 0)).toBe(total)
        },
      ),
      runs(100),
    )
  })
})

const dayPair = fc.record({ statementDay: fc.integer({ min: 1, max: 31 }), dueDay: fc.integer({ min: 1, max: 31 }) })
const changingTerms = fc
  .array(fc.record({ offset: fc.integer({ min: 0, max: 900 }), pair: dayPair }), { minLength: 1, maxLength: 4 })
  .map((changes): DatedTerms[] =>
    changes.map(({ offset, pair }) => ({ from: addDays(day('2023-11-01'), offset), source: 'user', set: pair })),
  )

describe('a book carries along', () => {
  it('the principal of each plan that is in no bill yet, and the days of the bill that comes next', () => {
    fc.assert(
      fc.property(anyLedger, fc.nat({ max: 700 }), (ledger, later) => {
        const books = openBooks(ledger, addDays(ledger.today, later))
        for (const book of books.billed.values()) {
          expect(book.nextCycle).toEqual(cycleOfMonth(book.account.terms, book.nextMonth))
          for (let ago = 0; ago < 100; ago++)
            expect(postedMonth(book, addDays(books.day, -ago))).toBe(
              billMonthOf(book.account.terms, addDays(books.day, -ago)),
            )
          for (const plan of book.plans)
            expect(unbilledPrincipal(plan)).toBe(sumFen(unbilled(plan).map((period) => period.principal)))
        }
      }),
      RUNS,
    )
  })
})

describe('a charge on what is overdue', () => {
  it('is that of all its stretches, however often it was looked at and paid', () => {
    fc.assert(
      fc.property(anyLedger, fc.nat({ max: 700 }), (ledger, later) => {
        const books = openBooks(ledger, addDays(ledger.today, later))
        for (const book of books.billed.values())
          for (const { overdue, penalty, shown, terms } of book.bills) {
            if (overdue.since === null) continue
            const charged = overdueCharge(overdue.segments, terms.overdueDailyRate, terms.overdueRounding)
            expect(penalty).toBe(charged - overdue.paid + (shown?.parts?.penalty ?? 0))
          }
      }),
      RUNS,
    )
  })
})

describe('cycles partition the calendar', () => {
  it('each day is in exactly one bill, through changes, leap years and days 29 to 31', () => {
    fc.assert(
      fc.property(changingTerms, (terms) => {
        let expected = cycleOfMonth(terms, month('2024-01')).from
        for (let bill = month('2024-01'); bill < month('2026-06'); bill = addMonths(bill, 1)) {
          const cycle = cycleOfMonth(terms, bill)
          expect(dayText(cycle.from)).toBe(dayText(expected))
          for (const inside of [cycle.from, lastDayOf(cycle)])
            expect(monthText(billMonthOf(terms, inside))).toBe(monthText(bill))
          expect(cycle.dueOn).toBeGreaterThanOrEqual(cycle.issuedOn - 1)
          expected = cycle.issuedOn
        }
      }),
      RUNS,
    )
  })
  it('months have their days', () => {
    expect(['2023-02', '2024-02', '2100-02', '2000-02'].map((text) => daysInMonth(month(text) as Month))).toEqual([
      28, 29, 28, 29,
    ])
  })
})

describe('any ledger', () => {
  it('has no negative cell, and every cell explains itself to the fen', () => {
    fc.assert(
      fc.property(anyLedger, (facts) => {
        const owed = owedOn(facts)
        for (const account of owed.accounts) {
          for (const row of ROWS)
            for (const column of COLUMNS) expect(account.cells[row][column]).toBeGreaterThanOrEqual(0)
          const explained = explainOwed(facts, account.explain)
          expect(explained?.amount).toBe(account.total)
          expect(explained?.lines.every(sumsUp)).toBe(true)
        }
      }),
      RUNS,
    )
  })

  it('every bill explains itself to the fen, and its parts make its total', () => {
    fc.assert(
      fc.property(anyLedger, (facts) => {
        for (const bill of billsOf(facts).filter((candidate) => candidate.status !== 'upcoming')) {
          const explained = explainOwed(facts, `bill:${bill.account}:${monthText(bill.month)}@${dayText(facts.today)}`)
          expect(explained && yuanText(explained.amount)).toBe(yuanText(bill.unpaid))
          expect(bill.unpaid).toBeGreaterThanOrEqual(0)
          expect(bill.minimum).toBeLessThanOrEqual(bill.total)
        }
      }),
      RUNS,
    )
  })

  it('no money appears or vanishes: each repayment is placed to the fen', () => {
    fc.assert(
      fc.property(anyLedger, (facts) => {
        const books = openBooks(facts, addDays(facts.today, 600))
        for (const entry of facts.entries) {
          if (entry.kind !== 'repayment') continue
          const placed = books.allocations.get(entry.id) ?? []
          expect(placed.reduce((sum, part) => sum + part.amount, 0)).toBe(entry.amount)
        }
      }),
      RUNS,
    )
  })

  it('folding to a day and running on is folding to the later day, where nothing happens between', () => {
    fc.assert(
      fc.property(anyLedger, fc.integer({ min: 1, max: 120 }), (facts, days) => {
        const quiet = {
          ...facts,
          entries: facts.entries
            .filter((entry) => !('on' in entry) || entry.on <= facts.today)
            .filter((entry) => entry.kind !== 'purchase' || entry.orderedOn <= facts.today)
            .filter((entry) => entry.kind !== 'loan' || entry.drawnOn <= facts.today),
        }
        const later = addDays(facts.today, days)
        const books = openBooks(quiet, facts.today)
        runThrough(books, later)
        expect(owedOfBooks(quiet, books).accounts.map((account) => account.cells)).toEqual(
          owedOn(quiet, later).accounts.map((account) => account.cells),
        )
      }),
      RUNS,
    )
  })
})

const sumsUp = (part: DerivationLine): boolean =>
  part.lines.length === 0 ||
  (part.lines.reduce((sum, inner) => sum + inner.amount, 0) === part.amount && part.lines.every(sumsUp))
