/** A bill marked as paid where repayments of it are recorded: they count once, and never pay the next bill. */
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
