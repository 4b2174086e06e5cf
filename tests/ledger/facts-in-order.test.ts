import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIRST_DAY, LAST_DAY } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { eventsOf, type LedgerEvent } from '#shared/ledger/book/events.ts'
import { firstDaysOf } from '#shared/ledger/book/make-billed-book.ts'
import type { DayPosting, Ledger } from '#shared/ledger/ledger.ts'
import { anyLedger } from './generate.ts'

/** Many facts are put in order as numbers: the same order as when each is compared with each. */

const anyDay = fc.oneof(
  fc.integer({ min: 20080, max: 20110 }),
  fc.constantFrom<number>(FIRST_DAY, LAST_DAY),
  fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
)
const posting = fc
  .record({
    account: fc.constantFrom('huabei', 'js'),
    what: fc.constantFrom('purchase', 'refund'),
    on: anyDay,
    amount: fc.integer({ min: 1, max: 90_000 }).map(fen),
    count: fc.integer({ min: 1, max: 9 }),
    assumed: fc.integer({ min: 0, max: 1 }),
  })
  .map((sum) => ({ ...sum, purchasePostedOn: sum.what === 'refund' ? sum.on : null }) as DayPosting)

const withPostings = fc
  .record({ known: anyLedger, postings: fc.array(posting, { maxLength: 40 }), isSorted: fc.boolean() })
  .map(
    ({ known, postings, isSorted }): Ledger => ({
      ...known,
      postings: isSorted ? postings.toSorted((a, b) => a.account.localeCompare(b.account) || a.on - b.on) : postings,
    }),
  )

const rank = (event: LedgerEvent): number => {
  if (event.what === 'repayment') return event.repayment.split === null ? 4 : 3
  return { purchase: 0, awaiting: 0, refund: 1, deferral: 2 }[event.what]
}

describe('facts in order', () => {
  it('come by day, by what comes first within a day, and else as they were told', () => {
    fc.assert(
      fc.property(withPostings, (ledger) => {
        const events = eventsOf(ledger)
        const told = new Map([...ledger.postings, ...ledger.entries].map((one, index) => [one, index] as const))
        const isOf = (event: LedgerEvent): unknown =>
          event.what === 'repayment'
            ? event.repayment
            : event.what === 'deferral'
              ? event.deferral
              : event.what === 'awaiting'
                ? ledger.entries.find(({ id }) => id === event.purchase.id)
                : told.has(event as never)
                  ? event
                  : null
        const placed = events.map((event) => ({ event, at: told.get(isOf(event) as never) ?? null }))
        for (const [index, { event, at }] of placed.entries()) {
          const before = placed[index - 1]
          if (!before) continue
          const later = event.on - before.event.on || rank(event) - rank(before.event)
          expect(later).toBeGreaterThanOrEqual(0)
          if (later === 0 && at !== null && before.at !== null) expect(at).toBeGreaterThan(before.at)
        }
        expect(new Set(events).size).toBe(events.length)
        expect(ledger.postings.every((one) => events.includes(one))).toBe(true)
      }),
    )
  })

  it('know the first day of each account, in whatever order the sums of its days stand', () => {
    fc.assert(
      fc.property(withPostings, (ledger) => {
        const first = firstDaysOf({ ...ledger, entries: [] })
        for (const account of ['huabei', 'js']) {
          const days = ledger.postings.filter((one) => one.account === account).map(({ on }) => on)
          const earliest = days.filter((on) => on < ledger.today).sort((a, b) => a - b)[0]
          expect(first.get(account)).toBe(earliest)
        }
      }),
    )
  })
})
