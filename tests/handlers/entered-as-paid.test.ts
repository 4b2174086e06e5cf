/** A bill marked as paid where repayments of it are recorded: they count once, and never pay the next bill. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { monthText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { openHost } from './ledger-host.ts'

/** Huabei, statement day 1, due day 10; 300.00 were repaid on 3 July, for no bill in particular. */
async function repaidInJuly(values: { month?: string } = {}) {
  const { ask } = await openHost('2026-07-05')
  await ask('addAccount', { kind: 'huabei', id: 'huabei' })
  const split = [{ account: 'huabei', amount: '300', ...values }]
  await ask('recordRepayment', { amount: '300', on: '2026-07-03', split })
  const books = async () => {
    const { accounts } = await ask('getOwed', {})
    const bills = await ask('listBills', {})
    return [
      ...bills
        .filter(({ status }) => status !== 'upcoming')
        .map(({ month, total, paid, unpaid }) => [monthText(month), ...[total, paid, unpaid].map(yuanText)].join(' ')),
      `prepaid ${yuanText(accounts[0]!.prepaid)}`,
    ]
  }
  return { ask, books }
}

describe('a bill entered as paid on top of recorded repayments', () => {
  it('500.00 paid = 300.00 repaid + 200.00 entered: nothing is paid ahead', async () => {
    const { ask, books } = await repaidInJuly()
    const { paidAlready } = await ask('enterBill', { account: 'huabei', month: '2026-07', shown: '500', paid: '500' })
    expect([yuanText(paidAlready), await books()]).toEqual(['300.00', ['2026-07 500.00 500.00 0.00', 'prepaid 0.00']])
  })

  it('a part copied from Alipay includes what was repaid: 400.00 = 300.00 + 100.00', async () => {
    const { ask, books } = await repaidInJuly()
    await ask('enterBill', { account: 'huabei', month: '2026-07', shown: '500', paid: '400' })
    expect(await books()).toEqual(['2026-07 500.00 400.00 100.00', 'prepaid 0.00'])
  })

  it('less than was repaid is what was repaid', async () => {
    const { ask, books } = await repaidInJuly({ month: '2026-07' })
    await ask('enterBill', { account: 'huabei', month: '2026-07', shown: '500', paid: '250' })
    expect(await books()).toEqual(['2026-07 500.00 300.00 200.00', 'prepaid 0.00'])
  })

  it('marked as paid when it is entered again, it is paid and no more', async () => {
    const { ask, books } = await repaidInJuly()
    const { id } = await ask('enterBill', { account: 'huabei', month: '2026-07', shown: '500' })
    const { paidAlready } = await ask('editEntry', { id, changes: { paid: '500' } })
    expect([yuanText(paidAlready), await books()]).toEqual(['300.00', ['2026-07 500.00 500.00 0.00', 'prepaid 0.00']])
  })

  it('without repayments it is paid as it was entered', async () => {
    const { ask } = await openHost('2026-07-05')
    await ask('addAccount', { kind: 'huabei', id: 'huabei' })
    const entered = await ask('enterBill', { account: 'huabei', month: '2026-07', shown: '500', paid: '500' })
    expect(yuanText(entered.paidAlready)).toBe('0.00')
  })

  it('more than its total is refused with what was typed', async () => {
    const { ask } = await repaidInJuly()
    const typed = { account: 'huabei', month: '2026-07', shown: '500', paid: '600' }
    await expect(ask('enterBill', typed)).rejects.toThrow('bill-paid-above-total')
  })
})

describe('repayments that come after the bill was entered as paid', () => {
  /** Entered on 5 July; `day` moves on. */
  async function enteredAsPaid(values: { paid: string; shown?: string }) {
    let day = '2026-07-05'
    const { ask } = await openHost(() => day)
    await ask('addAccount', { kind: 'huabei', id: 'huabei' })
    await ask('enterBill', { account: 'huabei', month: '2026-07', shown: '500', ...values })
    const setDay = (on: string) => {
      day = on
    }
    const book = async () => {
      const { accounts } = await ask('getOwed', {})
      const bill = (await ask('listBills', {})).find(({ month }) => monthText(month) === '2026-07')
      return [yuanText(bill!.paid), yuanText(bill!.unpaid), `prepaid ${yuanText(accounts[0]!.prepaid)}`].join(' ')
    }
    const repay = (amount: string, on: string, month?: string) => {
      const split = [{ account: 'huabei', amount, ...(month === undefined ? {} : { month }) }]
      return { amount, on, split }
    }
    return { ask, book, repay, later: setDay }
  }

  it('made by then they are the same money: preview and record say so, undo brings it back', async () => {
    const { ask, book, repay } = await enteredAsPaid({ paid: '500' })
    const preview = await ask('previewRepayment', repay('500', '2026-07-03'))
    const { allocation } = await ask('recordRepayment', repay('500', '2026-07-03'))
    expect(allocation).toEqual(preview)
    expect([allocation.countedOnce, allocation.owedBefore, allocation.owedAfter].map(yuanText)).toEqual([
      '500.00',
      '0.00',
      '0.00',
    ])
    expect(await book()).toBe('500.00 0.00 prepaid 0.00')
    await ask('undo', {})
    expect(await book()).toBe('500.00 0.00 prepaid 0.00')
    await ask('redo', {})
    expect(await book()).toBe('500.00 0.00 prepaid 0.00')
  })

  it('a part stays a part', async () => {
    const { ask, book, repay } = await enteredAsPaid({ paid: '300' })
    await ask('recordRepayment', repay('200', '2026-07-02'))
    await ask('recordRepayment', repay('100', '2026-07-03', '2026-07'))
    expect(await book()).toBe('300.00 200.00 prepaid 0.00')
  })

  it('made after it was said they are new money', async () => {
    const { ask, book, repay, later } = await enteredAsPaid({ paid: '300' })
    later('2026-07-08')
    await ask('recordRepayment', repay('200', '2026-07-08'))
    expect(await book()).toBe('500.00 0.00 prepaid 0.00')
  })

  it('paid late, and said after it', async () => {
    let day = '2026-07-20'
    const { ask } = await openHost(() => day)
    await ask('addAccount', { kind: 'huabei', id: 'huabei' })
    await ask('enterBill', { account: 'huabei', month: '2026-07', shown: '500', paid: '500' })
    day = '2026-07-25'
    await ask('recordRepayment', { amount: '500', on: '2026-07-15', split: [{ account: 'huabei', amount: '500' }] })
    const { accounts } = await ask('getOwed', {})
    expect(yuanText(accounts[0]!.prepaid)).toBe('0.00')
  })

  it('several months at once: each repayment meets its own bill', async () => {
    let day = '2026-07-20'
    const { ask } = await openHost(() => day)
    await ask('addAccount', { kind: 'huabei', id: 'huabei' })
    const text = '花呗 2026-07 500 还清\n花呗 2026-06 200 还清'
    await ask('enterBillTable', { text })
    day = '2026-07-21'
    for (const [amount, on] of [
      ['500', '2026-07-09'],
      ['200', '2026-06-09'],
    ] as const)
      await ask('recordRepayment', { amount, on, split: [{ account: 'huabei', amount }] })
    const { accounts, total } = await ask('getOwed', {})
    expect([yuanText(accounts[0]!.prepaid), yuanText(total)]).toEqual(['0.00', '0.00'])
  })
})

describe('a file whose repayments were entered as paid before', () => {
  it('counts them once and says so; undone, the bill is as it was entered', async () => {
    const { ask } = await openHost('2026-09-05')
    await ask('addAccount', { kind: 'huabei', id: 'huabei', name: '花呗', owner: '137****6428' })
    await ask('enterBill', { account: 'huabei', month: '2026-06', shown: '479.19', paid: '479.19' })
    const ofJune = async () => {
      const { bill } = await ask('getBill', { account: 'huabei', month: '2026-06' })
      const { rows } = await ask('listEntries', { account: 'huabei', kind: 'bill', offset: 0, limit: 10 })
      const { entry } = await ask('getEntry', { id: rows[0]!.id })
      const entered = entry.kind === 'bill' ? [yuanText(entry.paid)] : []
      return [...[bill.paid, bill.unpaid].map(yuanText), 'entered as paid', ...entered].join(' ')
    }
    expect(await ofJune()).toBe('479.19 0.00 entered as paid 479.19')
    const file = join(import.meta.dirname, '..', 'fixtures', 'alipay-app-2026-gb18030.csv')
    const { importId } = await ask('previewImport', { fileToken: file })
    const result = await ask('commitImport', { importId })
    expect([yuanText(result.countedOnce), await ofJune()]).toEqual(['479.19', '479.19 0.00 entered as paid 0.00'])
    await ask('undo', {})
    expect(await ofJune()).toBe('479.19 0.00 entered as paid 479.19')
  })
})

describe('a pasted table of paid bills, the newest first', () => {
  const text = '花呗 2026-07 500 还清\n花呗 2026-06 200 还清\n花呗 2026-05 100 还清'

  it('the repayment belongs to the bill it was made for; each line says what counts once', async () => {
    const { ask, books } = await repaidInJuly()
    const { lines } = await ask('previewBillTable', { text })
    expect(lines.map(({ bill }) => bill && [bill.paid, bill.paidAlready].map(yuanText).join(' + '))).toEqual([
      '200.00 + 300.00',
      '200.00 + 0.00',
      '100.00 + 0.00',
    ])
    await ask('enterBillTable', { text })
    expect(await books()).toEqual([
      '2026-05 100.00 100.00 0.00',
      '2026-06 200.00 200.00 0.00',
      '2026-07 500.00 500.00 0.00',
      'prepaid 0.00',
    ])
  })

  it('pasted again it is the same', async () => {
    const { ask } = await repaidInJuly()
    await ask('enterBillTable', { text })
    const { lines } = await ask('previewBillTable', { text })
    expect(lines.map(({ bill }) => bill?.fate)).toEqual(['same', 'same', 'same'])
  })
})

describe('a bill entered as paid in part on a day', () => {
  /** Huabei, statement day 1, due day 10; 1,000.00 of July with 100.00 as its minimum, entered on 20 July. */
  async function enteredLate(paidOn: string | null) {
    const { ask } = await openHost('2026-07-20')
    await ask('addAccount', { kind: 'huabei', id: 'huabei', terms: { statementDay: 1, dueDay: 10 } })
    const bill = { account: 'huabei', month: '2026-07', shown: '1000', shownMinimum: '100', paid: '400' }
    const { id } = await ask('enterBill', paidOn === null ? bill : { ...bill, paidOn })
    const state = async () => {
      const [july] = await ask('listBills', {})
      const { total } = await ask('getOwed', {})
      return `${july!.status} ${yuanText(july!.paid)}, owed ${yuanText(total)}`
    }
    return { ask, id, state }
  }

  it('in time it rolls: 600.00 for 10 days at 0.05 % is 3.00', async () => {
    expect(await (await enteredLate('2026-07-08')).state()).toBe('minimum-paid 400.00, owed 603.00')
    expect(await (await enteredLate(null)).state()).toBe('minimum-paid 400.00, owed 603.00')
  })

  // Through the 15th 5 days of 0.50, which are paid first; then 5 days of 0.30 on 1,000.00 + 2.50 − 400.00.
  const LATE = 'overdue 400.00, owed 604.00'

  it('on the 15th the bill was overdue for five days', async () => {
    expect(await (await enteredLate('2026-07-15')).state()).toBe(LATE)
  })

  it('is one step: undo takes back the bill with its repayment', async () => {
    const { ask } = await enteredLate('2026-07-15')
    await ask('undo', {})
    expect([await ask('listBills', {}), (await ask('listEntries', { limit: 10 })).total]).toEqual([[], 0])
  })

  it('a day that has not come is refused, and nothing is written', async () => {
    const { ask } = await openHost('2026-07-20')
    await ask('addAccount', { kind: 'huabei', id: 'huabei' })
    const bill = { account: 'huabei', month: '2026-07', shown: '1000', paid: '400', paidOn: '2026-07-21' }
    await expect(ask('enterBill', bill)).rejects.toThrow('day-in-future')
    expect((await ask('listEntries', { limit: 10 })).total).toBe(0)
  })

  it('what was entered without a day is given one by a correction, and counts once', async () => {
    const { ask, id, state } = await enteredLate(null)
    await ask('editEntry', { id, changes: { paid: '400', paidOn: '2026-07-15' } })
    expect(await state()).toBe(LATE)
  })
})

describe('a bill entered as paid in full on a day', () => {
  /** Huabei, statement day 1, due day 10; 1,000.00 of July, entered on 20 July. */
  async function entered(paidOn: string | null, values: { shownMinimum?: string } = {}) {
    const { ask } = await openHost('2026-07-20')
    await ask('addAccount', { kind: 'huabei', id: 'huabei', terms: { statementDay: 1, dueDay: 10 } })
    const bill = { account: 'huabei', month: '2026-07', shown: '1000', paid: '1000', ...values }
    const { id } = await ask('enterBill', { ...bill, paidOn })
    const state = async () => {
      const [july] = await ask('listBills', {})
      const [repaid] = (await ask('listEntries', { kind: 'repayment', limit: 10 })).rows
      const { total } = await ask('getOwed', {})
      return `${july!.status} ${yuanText(july!.paid)}, repaid ${repaid ? yuanText(repaid.amount!) : '-'}, owed ${yuanText(total)}`
    }
    return { ask, id, state }
  }

  it('in time it is a repayment of its total', async () => {
    expect(await (await entered('2026-07-08')).state()).toBe('paid 1000.00, repaid 1000.00, owed 0.00')
    expect(await (await entered(null)).state()).toBe('paid 1000.00, repaid -, owed 0.00')
  })

  // 5 days of 0.50 are charged through the 15th: in full is with them.
  const LATE = 'paid 1002.50, repaid 1002.50, owed 0.00'

  it('late it is what it asked for on that day, charges with it', async () => {
    expect(await (await entered('2026-07-15')).state()).toBe(LATE)
  })

  it('a correction that gives the day says the same', async () => {
    const { ask, id, state } = await entered(null)
    await ask('editEntry', { id, changes: { paid: '1000', paidOn: '2026-07-15' } })
    expect(await state()).toBe(LATE)
    await ask('undo', {})
    expect(await state()).toBe('paid 1000.00, repaid -, owed 0.00')
  })
})
