import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, dayText } from '#shared/kernel/day.ts'
import { fen, yuanText } from '#shared/kernel/money.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { booksOn } from '#shared/ledger/book/books-on.ts'
import { COLUMNS, ROWS, rowTotal } from '#shared/ledger/cells.ts'
import type { Entry, Repayment } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { settled } from '#shared/outlook/quote-parts.ts'
import { runs } from '../runs.ts'
import { purchase, repay } from './facts.ts'
import { crowdedLedger } from './generate.ts'

/** What is owed does not depend on how it is told: in which order, in how many pieces, by which question. */

const told = (ledger: Ledger): string =>
  owedOn(ledger)
    .accounts.map(({ id, cells, usedQuota, prepaid }) =>
      [id, usedQuota, prepaid, ...ROWS.flatMap((row) => COLUMNS.map((column) => cells[row][column]))].join(' '),
    )
    .join('\n')

it('the order in which facts were entered changes nothing', () => {
  const keys = fc.array(fc.nat(), { minLength: 40, maxLength: 40 })
  fc.assert(
    fc.property(crowdedLedger, keys, (ledger, key) => {
      const order = ledger.entries.map((_, index) => index).sort((a, b) => key[a]! - key[b]!)
      expect(told({ ...ledger, entries: order.map((index) => ledger.entries[index]!) })).toBe(told(ledger))
    }),
    runs(400),
  )
})

it('a repayment of a billed account in two pieces on one day is the same repayment', () => {
  const isPlain = (entry: Entry): entry is Repayment =>
    entry.kind === 'repayment' &&
    entry.amount > 1 &&
    entry.split?.every(({ account, settles }) => account !== 'borrow' && settles === null) === true
  fc.assert(
    fc.property(crowdedLedger, fc.integer({ min: 1, max: 99 }), (ledger, share) => {
      const one = ledger.entries.find(isPlain)
      fc.pre(one !== undefined)
      const first = Math.max(Math.floor((one!.amount * share) / 100), 1)
      const pieces = [first, one!.amount - first].map((amount, index) => ({
        ...one!,
        id: `${one!.id}/${index}`,
        amount: fen(amount),
        split: one!.split!.map((part) => ({ ...part, amount: fen(amount) })),
      }))
      const entries = ledger.entries.flatMap((entry): Entry[] => (entry === one ? pieces : [entry]))
      expect(told({ ...ledger, entries })).toBe(told(ledger))
    }),
    runs(400),
  )
})

it('one more purchase never makes less owed', () => {
  // What a repayment is named to, or may be, depends on which bills are known: those are another matter.
  const isNamed = (entry: Entry): boolean =>
    entry.kind === 'repayment' && entry.split?.every(({ month }) => month === null) !== true
  const more = fc.record({ before: fc.integer({ min: 0, max: 400 }), amount: fc.integer({ min: 1, max: 100_000 }) })
  fc.assert(
    fc.property(crowdedLedger, more, (ledger, { before, amount }) => {
      const known = { ...ledger, entries: ledger.entries.filter((entry) => !isNamed(entry)) }
      const on = addDays(ledger.today, -before)
      const bought = { ...purchase('2026-01-01', '1'), amount: fen(amount), orderedOn: on, postedOn: on }
      expect(owedOn({ ...known, entries: [...known.entries, bought] }).total).toBeGreaterThanOrEqual(
        owedOn(known).total,
      )
    }),
    runs(400),
  )
})

it('the bills of an account sum to its rows', () => {
  fc.assert(
    fc.property(crowdedLedger, (ledger) => {
      const bills = billsOf(ledger)
      const plans = new Set(ledger.entries.flatMap((entry) => (entry.kind === 'installments' ? [entry.account] : [])))
      for (const { id, cells, prepaid } of owedOn(ledger).accounts) {
        const unpaid = (isUpcoming: boolean): number =>
          bills
            .filter(({ account, status }) => account === id && (status === 'upcoming') === isUpcoming)
            .reduce((sum, bill) => sum + bill.unpaid, 0)
        if (id !== 'borrow') expect(unpaid(false)).toBe(rowTotal(cells, 'overdue') + rowTotal(cells, 'billed'))
        // An installment of a later month stands in the row of what comes next too; money paid ahead may cover one.
        if (id !== 'borrow' && !plans.has(id) && prepaid === 0) expect(unpaid(true)).toBe(rowTotal(cells, 'next'))
      }
    }),
    runs(300),
  )
})

it('what a quote asks for leaves nothing today, and nothing has come of it tomorrow', () => {
  fc.assert(
    fc.property(crowdedLedger, (ledger) => {
      const { today } = ledger
      const isPast = (entry: Entry): boolean => {
        if (entry.kind === 'purchase') return entry.postedOn === null || entry.postedOn <= today
        if (entry.kind === 'loan') return entry.drawnOn <= today
        return entry.kind === 'bill' || !('on' in entry) || entry.on <= today
      }
      const past = { ...ledger, entries: ledger.entries.filter(isPast).filter(({ kind }) => kind !== 'bill') }
      for (const { id } of past.accounts) {
        const paid = settled(booksOn(past, today), id).payments.map((part) => ({
          ...repay(dayText(today), yuanText(part.amount)),
          split: [part],
        }))
        for (const on of [today, addDays(today, 1)]) {
          const after = owedOn({ ...past, today: on, entries: [...past.entries, ...paid] })
          expect([id, dayText(on), after.accounts.find((one) => one.id === id)?.total]).toEqual([id, dayText(on), 0])
        }
      }
    }),
    runs(200),
  )
})
