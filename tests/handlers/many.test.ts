import { describe, expect, it } from 'vitest'
import { day, monthText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { openHost } from './ledger-host.ts'

async function withAccounts() {
  const opened = openHost('2026-07-05')
  await opened.ask('addAccount', { kind: 'huabei', id: 'huabei' })
  await opened.ask('addAccount', { kind: 'credit-purchase', id: 'js', lender: '江苏银行' })
  const bills = async () =>
    (await opened.ask('listBills', {})).map(
      ({ account, month, total, unpaid, status }) =>
        `${account} ${monthText(month)} ${yuanText(total)} ${yuanText(unpaid)} ${status}`,
    )
  return { ...opened, bills }
}

describe('a table of bills', () => {
  it('is shown line by line, then written as one action that undo takes back whole', async () => {
    const { ask, bills } = await withAccounts()
    await ask('enterBill', { account: 'huabei', month: '2026-06', shown: '80' })
    await ask('enterBill', { account: 'huabei', month: '2026-05', shown: '70' })
    const text =
      '花呗 2026-07 1,280.00\n花呗 2026-06 90 还清\n花呗 2026-05 70\n花呗 2026-08 5\n花呗 2026-07 9\n江苏银行 2026-07 20'
    const { lines } = await ask('previewBillTable', { text })
    expect(lines.map(({ line, bill, problem }) => [line, bill?.fate ?? problem?.kind])).toEqual([
      [1, 'new'],
      [2, 'replaces'],
      [3, 'same'],
      [4, 'bill-not-issued'],
      [5, 'bill-line-twice'],
      [6, 'new'],
    ])
    const before = await bills()
    expect(await ask('enterBillTable', { text, skipWrong: true })).toEqual({
      entered: 2,
      replaced: 1,
      same: 1,
      skipped: 2,
    })
    expect(await bills()).toEqual([
      'huabei 2026-05 70.00 72.24 overdue',
      'huabei 2026-06 90.00 0.00 paid',
      'huabei 2026-07 1280.00 1280.00 issued',
      'js 2026-07 20.00 20.00 issued',
    ])
    await ask('undo', {})
    expect(await bills()).toEqual(before)
  })

  it('records a part with its day as a repayment of that day, in the same action', async () => {
    const { ask, bills } = await withAccounts()
    const text = '花呗 2026-06 500 已还200 2026-06-20'
    const { lines } = await ask('previewBillTable', { text })
    expect([lines[0]?.bill?.paid, lines[0]?.bill?.paidOn]).toEqual([20_000, day('2026-06-20')])
    await ask('enterBillTable', { text })
    // Ten days past due 0.25 each; 197.50 of the 200.00 are left for the principal, and 302.50 bear 0.15 for fifteen days.
    expect(await bills()).toEqual(['huabei 2026-06 500.00 304.75 overdue'])
    await expect(ask('enterBillTable', { text })).rejects.toThrow('bill-lines-none')
    await ask('undo', {})
    expect(await bills()).toEqual([])
  })

  it('settles a bill that was paid in full on a day, with the charge that had run by then', async () => {
    const { ask, bills } = await withAccounts()
    const text = '花呗 2026-06 500 2026-06-20还清'
    await ask('enterBillTable', { text })
    expect(await bills()).toEqual(['huabei 2026-06 500.00 0.00 paid'])
    await expect(ask('enterBillTable', { text })).rejects.toThrow('bill-lines-none')
  })

  it('is not written where a line states no bill, nor where it says nothing new', async () => {
    const { ask, bills } = await withAccounts()
    await expect(ask('enterBillTable', { text: '花呗 2026-07 10\n???' })).rejects.toThrow('bill-lines-wrong')
    expect(await bills()).toEqual([])
    await ask('enterBill', { account: 'huabei', month: '2026-07', shown: '10' })
    await expect(ask('enterBillTable', { text: '花呗 2026-07 10' })).rejects.toThrow('bill-lines-none')
  })
})

describe('bills marked as paid', () => {
  it('are repaid on their due days, or today where these have not come; what is paid already is left alone', async () => {
    const { ask, bills } = await withAccounts()
    await ask('enterBillTable', { text: '花呗 2026-05 50\n花呗 2026-06 60\n花呗 2026-07 70\n江苏银行 2026-07 20 还清' })
    const all = [
      { account: 'huabei', month: '2026-07' },
      { account: 'huabei', month: '2026-05' },
      { account: 'huabei', month: '2026-06' },
      { account: 'js', month: '2026-07' },
    ]
    const done = await ask('payBills', { bills: all })
    expect({ ...done, left: done.left.map(({ what, why }) => [what, why.kind]) }).toEqual({
      paid: 3,
      total: 18_000,
      left: [['js 2026-07', 'bill-paid-already']],
    })
    expect(await bills()).toEqual([
      'huabei 2026-05 50.00 0.00 paid',
      'huabei 2026-06 60.00 0.00 paid',
      'huabei 2026-07 70.00 0.00 paid',
      'js 2026-07 20.00 0.00 paid',
    ])
    const [newest] = await ask('listHistory', {})
    expect(newest!.label).toEqual({ code: 'bills-paid', values: { count: 3 } })
    await expect(ask('payBills', { bills: all })).rejects.toThrow('bill-paid-already')
    await ask('undo', {})
    expect((await bills())[0]).toBe('huabei 2026-05 50.00 51.68 overdue')
  })
})

describe('entries changed together', () => {
  it('a purchase leaves with its refund, and not without it', async () => {
    const { ask } = await withAccounts()
    await ask('addPurchase', { id: 'p', account: 'huabei', amount: '50', orderedOn: '2026-06-10', label: '书店' })
    await ask('addRefund', { id: 'r', account: 'huabei', amount: '20', on: '2026-06-12', of: 'p' })
    await ask('addPurchase', { id: 'q', account: 'huabei', amount: '9', orderedOn: '2026-06-11', label: '早点' })
    const ids = async () => (await ask('listEntries', {})).rows.map(({ id }) => id)
    const alone = await ask('changeEntries', { ids: ['p', 'q'], change: { kind: 'delete' } })
    expect([alone.changed, alone.left.map(({ what, why }) => [what, why.kind])]).toEqual([
      1,
      [['书店', 'entry-has-dependents']],
    ])
    expect(await ask('changeEntries', { ids: ['p', 'r'], change: { kind: 'delete' } })).toEqual({
      changed: 2,
      left: [],
    })
    expect(await ids()).toEqual([])
    const history = await ask('listHistory', {})
    expect(history.slice(0, 2).map(({ label }) => label.values.count)).toEqual([2, 1])
    await ask('undo', {})
    await ask('undo', {})
    expect(await ids()).toEqual(['r', 'q', 'p'])
  })

  it('move to another account, and receipts are confirmed, in one action each', async () => {
    const { ask } = await withAccounts()
    for (const id of ['a', 'b']) {
      await ask('addPurchase', { id, account: 'huabei', amount: '9', orderedOn: '2026-06-11', postedOn: null })
    }
    await ask('changeEntries', { ids: ['a', 'b'], change: { kind: 'edit', account: 'js' } })
    await ask('changeEntries', { ids: ['a', 'b'], change: { kind: 'received', on: '2026-07-02' } })
    const { rows } = await ask('listEntries', { account: 'js' })
    expect(rows.map(({ id, flag }) => [id, flag])).toEqual([
      ['b', null],
      ['a', null],
    ])
    const history = await ask('listHistory', {})
    expect(history.slice(0, 2).map(({ label }) => label.code)).toEqual(['receipts-confirmed', 'entries-edited'])
  })
})

describe('the list of entries', () => {
  it('is narrowed by days, amounts and states, all at once', async () => {
    const { ask } = await withAccounts()
    await ask('addPurchase', { id: 'a', account: 'huabei', amount: '5', orderedOn: '2026-06-01' })
    await ask('addPurchase', { id: 'b', account: 'huabei', amount: '50', orderedOn: '2026-06-15', postedOn: null })
    await ask('addPurchase', { id: 'c', account: 'huabei', amount: '500', orderedOn: '2026-06-30' })
    await ask('addRefund', { id: 'd', account: 'huabei', amount: '5', on: '2026-06-20' })
    const ids = async (filter: object) => (await ask('listEntries', filter)).rows.map(({ id }) => id)
    expect(await ids({ from: '2026-06-15', through: '2026-06-20' })).toEqual(['d', 'b'])
    expect(await ids({ atLeast: '5.01', atMost: '500' })).toEqual(['c', 'b'])
    expect(await ids({ flag: 'awaiting-receipt' })).toEqual(['b'])
    expect(await ids({ flag: 'unlinked', atMost: '4.99' })).toEqual([])
  })
})
