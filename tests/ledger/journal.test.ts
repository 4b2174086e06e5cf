import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, dayText, month } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { isLending } from '#shared/ledger/account.ts'
import { journalOf } from '#shared/ledger/journal/journal-of.ts'
import type { JournalRow } from '#shared/ledger/journal/journal-row.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { runs } from '../runs.ts'
import { everyKind } from './every-kind.ts'
import { account, installments, ledger, purchase, refund } from './facts.ts'
import { anyLedger } from './generate.ts'

/** The journal as double entry: its legs sum to nothing, and its balances are what is owed. */

const sumsOf = (rows: Iterable<JournalRow>): Map<string, number> => {
  const sums = new Map<string, number>()
  for (const { legs } of rows)
    for (const { to, amount } of legs)
      if (to.kind === 'debt') sums.set(to.account, (sums.get(to.account) ?? 0) - amount)
  return sums
}

/** What is owed, less what was paid ahead, without what the schedule still holds: fees of unbilled installments, interest of parts to come. */
function bookedByOwed(facts: Ledger): Map<string, number> {
  const owed = owedOn(facts)
  return new Map(
    owed.accounts.map((one) => {
      const lending = facts.accounts.some((candidate) => candidate.id === one.id && isLending(candidate))
      const scheduled = lending ? one.cells.next.interest + one.cells.future.interest : one.earlyRepayFee.before
      return [one.id, one.total - one.prepaid - scheduled]
    }),
  )
}

const withoutZeros = (sums: Map<string, number>) => new Map([...sums].filter(([, amount]) => amount !== 0))

const table = (facts: Ledger): string[] =>
  [...journalOf(facts)].map(
    ({ on, what, unsure, passing, legs }) =>
      `${dayText(on)} ${what}${unsure ? ' ?' : ''}${passing ? ' ~' : ''}: ${legs
        .map(({ to, amount }) => `${to.kind === 'debt' ? to.account : to.kind} ${yuanText(amount)}`)
        .join(', ')}`,
  )

describe('journal', () => {
  it('any ledger: legs sum to nothing, days go up, ids are unique, balances are what is owed', () => {
    fc.assert(
      fc.property(anyLedger, (facts) => {
        const rows = [...journalOf(facts)]
        for (const { legs } of rows) expect(legs.reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
        expect(rows.map(({ on }) => on)).toEqual(rows.map(({ on }) => on).sort((a, b) => a - b))
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
        expect(withoutZeros(sumsOf(rows))).toEqual(withoutZeros(bookedByOwed(facts)))
      }),
      runs(400),
    )
  })

  it('every kind of entry, row by row', () => {
    expect(withoutZeros(sumsOf(journalOf(everyKind)))).toEqual(withoutZeros(bookedByOwed(everyKind)))
    expect(table(everyKind)).toMatchInlineSnapshot(`
      [
        "2026-01-10 loan: own-money 6000.00, borrow -6000.00",
        "2026-01-10 opening: opening -963.15, borrow 963.15",
        "2026-02-03 purchase: spending 500.00, huabei -500.00",
        "2026-02-10 purchase: spending 1111.11, huabei -1111.11",
        "2026-02-12 purchase: spending 300.00, js -300.00",
        "2026-02-20 refund: spending -20.00, huabei 20.00",
        "2026-03-01 fee: fee 8.35, huabei -8.35",
        "2026-03-01 opening: opening 1000.00, card -1000.00",
        "2026-03-09 repayment: huabei 300.00, own-money -300.00",
        "2026-03-10 repayment: borrow 1052.87, own-money -1052.87",
        "2026-03-10 interest: interest 75.55, borrow -75.55",
        "2026-03-20 repayment: js 301.50, own-money -301.50",
        "2026-03-20 penalty: penalty 1.50, js -1.50",
        "2026-04-01 interest: interest 4.11, huabei -4.11",
        "2026-04-01 fee: fee 8.33, huabei -8.33",
        "2026-04-01 difference: difference 129.01, huabei -129.01",
        "2026-04-02 repayment: card 200.00, own-money -200.00",
        "2026-04-10 repayment: huabei 700.00, own-money -700.00",
        "2026-04-10 interest: interest 1.68, huabei -1.68",
        "2026-04-11 interest: interest 60.89, borrow -60.89",
        "2026-04-11 penalty: penalty 0.75, borrow -0.75",
        "2026-04-15 purchase: spending 900.00, huabei -900.00",
        "2026-05-01 fee: fee 8.33, huabei -8.33",
        "2026-05-01 paid-before: own-money -10.00, huabei 10.00",
        "2026-05-01 difference: difference 4.62, huabei -4.62",
        "2026-05-03 fee: fee 1.00, huabei -1.00",
        "2026-05-10 repayment: huabei 390.00, own-money -390.00",
        "2026-05-11 interest: interest 46.00, borrow -46.00",
        "2026-05-11 penalty: penalty 23.09, borrow -23.09",
        "2026-05-20 repayment: borrow 3000.00, own-money -3000.00",
        "2026-05-20 interest: interest 30.90, borrow -30.90",
        "2026-05-20 penalty: penalty 13.49, borrow -13.49",
        "2026-05-28 purchase: spending 45.00, js -45.00",
        "2026-06-01 fee: fee 12.93, huabei -12.93",
        "2026-06-05 repayment ?: huabei 229.32, js 20.68, own-money -250.00",
        "2026-06-11 penalty: penalty 0.15, borrow -0.15",
        "2026-06-15 repayment: huabei 2000.00, own-money -2000.00",
        "2026-06-15 fee: fee 16.66, huabei -16.66",
        "2026-06-15 penalty: penalty 0.65, huabei -0.65",
        "2026-07-01 fee: fee 4.60, huabei -4.60",
        "2026-07-01 returned: own-money 1137.94, huabei -1137.94",
        "2026-07-01 interest: interest 0.25, js -0.25",
        "2026-07-03 repayment: js 5000.00, own-money -5000.00",
        "2026-07-03 interest: interest 0.03, js -0.03",
        "2026-07-05 penalty ~: penalty 3.54, borrow -3.54",
      ]
    `)
  })

  it('a plan stands on the day of its purchase, or of its first cycle where there is none; what waits stands nowhere', () => {
    const phone = purchase('2026-06-03', '600', { id: 'phone', postedOn: day('2026-06-05') })
    const inParts = installments('600', 3, '0%', { of: 'phone', firstBill: month('2026-07') })
    const alone = installments('300', 3, '0%', { firstBill: month('2026-07') })
    const elsewhere = installments('90', 3, '0%', { account: 'gone', firstBill: month('2026-07') })
    const waiting = purchase('2026-06-08', '70', { id: 'waiting', postedOn: null })
    const back = refund('2026-06-09', '20', waiting)
    const unlinked = refund('2026-06-11', '5', null)
    const inFlight = refund('2026-06-12', '9', phone, { inFlight: true })
    const facts = ledger(
      '2026-06-20',
      [account('huabei')],
      [phone, inParts, alone, elsewhere, waiting, back, unlinked, inFlight],
    )
    expect(table(facts)).toEqual([
      '2026-06-01 purchase: spending 300.00, huabei -300.00',
      '2026-06-05 purchase: spending 600.00, huabei -600.00',
      '2026-06-11 refund: spending -5.00, huabei 5.00',
      // Nothing of its cycle is left to credit it to: the installments are on their own way.
      '2026-06-11 returned: own-money 5.00, huabei -5.00',
    ])
  })

  it('a purchase in installments that was not posted stands on its day all the same', () => {
    const phone = purchase('2026-06-03', '600', { id: 'phone', postedOn: null })
    const inParts = installments('600', 3, '0%', { of: 'phone', firstBill: month('2026-07') })
    expect(table(ledger('2026-06-20', [account('huabei')], [phone, inParts]))).toEqual([
      '2026-06-03 purchase: spending 600.00, huabei -600.00',
    ])
  })
})
