import { describe, expect, it } from 'vitest'
import { type Day, dayText, monthText, parseDay } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { type BillLine, type BillTableSurroundings, readBillTable } from '#shared/statement-files/bill-table.ts'

const day = parseDay('2026-07-05')
const surroundings: BillTableSurroundings = {
  accounts: [
    { id: 'huabei', kind: 'huabei', name: '花呗', lender: null },
    { id: 'js', kind: 'credit-purchase', name: '信用购 江苏银行', lender: '江苏银行' },
    { id: 'pa', kind: 'credit-purchase', name: '信用购 平安银行', lender: '平安银行' },
  ],
  account: null,
  today: (day.ok ? day.value : 0) as Day,
}

const said = ({ draft }: BillLine): string => {
  if (!draft.ok) return draft.refusal.kind
  const { account, month, shown, shownMinimum, paid, paidOn } = draft.value
  const more = [
    shownMinimum === null ? '' : ` minimum ${yuanText(shownMinimum)}`,
    paid === null ? '' : ` paid ${paid === 'all' ? 'in full' : yuanText(paid)}`,
    paidOn === null ? '' : ` on ${dayText(paidOn)}`,
  ]
  return `${account} ${monthText(month)} ${yuanText(shown)}${more.join('')}`
}
const read = (text: string, account: string | null = null) =>
  readBillTable(text, { ...surroundings, account }).map(said)

describe('a line of a table of bills', () => {
  it.each([
    ['花呗 2026年07月账单 1,280.00', 'huabei 2026-07 1280.00'],
    ['花呗\t2026-07\t1,280.00', 'huabei 2026-07 1280.00'],
    ['花呗，2026-07，1280.5', 'huabei 2026-07 1280.50'],
    ['花呗,2026-07,"1,280.00"', 'huabei 2026-07 1280.00'],
    ['hb 202607 ￥１，２８０．００', 'huabei 2026-07 1280.00'],
    ['花呗 7月 1280元 还清', 'huabei 2026-07 1280.00 paid in full'],
    ['花呗 12月账单 300 已还清', 'huabei 2025-12 300.00 paid in full'],
    ['花呗 2026-06 300 已还', 'huabei 2026-06 300.00 paid in full'],
    ['花呗 2026-06 300 已还款', 'huabei 2026-06 300.00 paid in full'],
    ['花呗 2026-06 300 paid', 'huabei 2026-06 300.00 paid in full'],
    ['花呗 2026-06 300 部分已还', 'huabei 2026-06 300.00'],
    ['花呗 2026-06 300 已还部分', 'huabei 2026-06 300.00'],
    ['花呗 2026-06 300 已还最低', 'huabei 2026-06 300.00'],
    ['花呗 2026-06 300 partly paid', 'huabei 2026-06 300.00'],
    ['花呗 2026-06 300 not yet paid', 'huabei 2026-06 300.00'],
    ['花呗 2026-06 300 一半已还', 'huabei 2026-06 300.00'],
    ['花呗 2026-06 300 最低30 已还', 'huabei 2026-06 300.00 minimum 30.00'],
    ['花呗 2026-06 300 minimum 30 paid', 'huabei 2026-06 300.00 minimum 30.00'],
    ['花呗 2026-06 300 最低30 还清', 'huabei 2026-06 300.00 minimum 30.00 paid in full'],
    ['花呗 26年2月 12', 'huabei 2026-02 12.00'],
    ['花呗 25年12月账单 1,280.00', 'huabei 2025-12 1280.00'],
    ['花呗 2026/7/1 1280', 'huabei 2026-07 1280.00'],
    ['花呗2026年6月账单总额1,071.90元，最低还款107.19元，已还500', 'huabei 2026-06 1071.90 minimum 107.19 paid 500.00'],
    ['江苏银行信用购 2026-07 1,549.00 未还', 'js 2026-07 1549.00 paid 0.00'],
    ['平安银行 2026-07 20', 'pa 2026-07 20.00'],
    ['Huabei Jul 2026 1,280.00 minimum 128.00 paid in full', 'huabei 2026-07 1280.00 minimum 128.00 paid in full'],
    ['花呗 2026年07月账单 1280.00 还款日2026-07-10', 'huabei 2026-07 1280.00'],
    ['花呗 2026-07 0', 'huabei 2026-07 0.00'],
    ['花呗 2026-06 300 已还100 2026-06-20', 'huabei 2026-06 300.00 paid 100.00 on 2026-06-20'],
    ['花呗 2026-06 300 已还100（6月20日）', 'huabei 2026-06 300.00 paid 100.00 on 2026-06-20'],
    ['花呗 2026-06 300 6月20日还100', 'huabei 2026-06 300.00 paid 100.00 on 2026-06-20'],
    ['花呗 2026-06 300 2026年6月20日已还清', 'huabei 2026-06 300.00 paid in full on 2026-06-20'],
    ['Huabei 2026-06 300 paid 100 on 2026-06-20', 'huabei 2026-06 300.00 paid 100.00 on 2026-06-20'],
    ['Huabei 2026-06 300 paid in full on 2026-06-20', 'huabei 2026-06 300.00 paid in full on 2026-06-20'],
    ['Huabei 2026-06 300 paid on 2026-06-20', 'huabei 2026-06 300.00 paid in full on 2026-06-20'],
    ['花呗 2026-06 300 已还100于2026-06-20', 'huabei 2026-06 300.00 paid 100.00 on 2026-06-20'],
    ['花呗 2025-12 300 已还100 12月20日', 'huabei 2025-12 300.00 paid 100.00 on 2025-12-20'],
    ['花呗 2026-06 300 2026-06-10还款日 已还100', 'huabei 2026-06 300.00 paid 100.00'],
    ['花呗 2026/7/1 还清 1280', 'huabei 2026-07 1280.00 paid in full'],
  ])('%s', (line, bill) => {
    expect(read(line)).toEqual([bill])
  })

  it.each([
    ['花呗 1,280.00', 'bill-line-no-month'],
    ['花呗 2026-07', 'bill-line-no-amount'],
    ['花呗 2026-07 1280 128', 'bill-line-several-amounts'],
    ['花呗 已还 2026-06 300', 'bill-line-no-amount'],
    ['花呗 2026-07 1280.555', 'bill-line-amount-wrong'],
    ['花呗 2026-07 -12', 'bill-line-amount-wrong'],
    ['花呗 2026-07 剩余应还 300', 'bill-line-remaining'],
    ['花呗 2026-06 300 已还100 2026-06-31', 'bill-line-paid-day-wrong'],
    ['花呗 2026-06 300 6月20日还', 'bill-line-paid-how-much'],
    ['2026-07 300', 'bill-line-no-account'],
    ['白条 2026-07 300', 'bill-line-account-unknown'],
    ['信用购 2026-07 300', 'bill-line-account-unclear'],
  ])('%s states no bill', (line, problem) => {
    expect(read(line)).toEqual([problem])
  })
})

describe('a table of bills', () => {
  it('takes each figure from the column that names it', () => {
    const table = [
      '账单月\t账户\t账单金额\t最低还款\t已还\t剩余应还\t还款日',
      '2026-07\t花呗\t878.15\t87.82\t0.00\t878.15\t2026-07-10',
      '2026-06\t花呗\t1,071.90\t\t1,071.90\t0.00\t2026-06-10',
      '',
      '2026-06\t江苏银行信用购\t1,128.90\t\t是\t0.00\t2026-06-10',
    ].join('\n')
    expect(read(table)).toEqual([
      'huabei 2026-07 878.15 minimum 87.82 paid 0.00',
      'huabei 2026-06 1071.90 paid 1071.90',
      'js 2026-06 1128.90 paid in full',
    ])
  })

  it.each(['哪天还的', '实际还款日期', 'Paid on', 'Date paid'])(
    'takes the day of payment from the column %s',
    (column) => {
      const table = [
        `月份\t账单\t已还\t还款日\t${column}`,
        '2026-06\t300\t100\t2026-06-10\t2026-06-20',
        '2026-05\t300\t300\t2026-05-10\t5/9',
        '2026-04\t300\t100\t2026-04-10\t',
        '2026-03\t300\t\t2026-03-10\t3-9',
        '2026-02\t300\t100\t2026-02-10\t上周',
        '2026-01\t300\t0\t2026-01-10\t2026-01-09',
      ].join('\n')
      expect(read(table, 'huabei')).toEqual([
        'huabei 2026-06 300.00 paid 100.00 on 2026-06-20',
        'huabei 2026-05 300.00 paid 300.00 on 2026-05-09',
        'huabei 2026-04 300.00 paid 100.00',
        'bill-line-paid-how-much',
        'bill-line-paid-day-wrong',
        'huabei 2026-01 300.00 paid 0.00',
      ])
    },
  )

  it('takes a column of states as that of the bill, whatever stands before it', () => {
    expect(read('月份\t账单\t最低\t状态\n2026-07\t300\t30\t已还\n2026-06\t300\t30\t未还', 'huabei')).toEqual([
      'huabei 2026-07 300.00 minimum 30.00 paid in full',
      'huabei 2026-06 300.00 minimum 30.00 paid 0.00',
    ])
  })

  it('keeps the line numbers of what was pasted, and one line that cannot be read keeps none of the others out', () => {
    const lines = readBillTable('\n花呗 2026-07 100\n\nwhat is this\n花呗 2026-06 90', surroundings)
    expect(lines.map((line) => [line.line, said(line)])).toEqual([
      [2, 'huabei 2026-07 100.00'],
      [4, 'bill-line-no-month'],
      [5, 'huabei 2026-06 90.00'],
    ])
  })

  it('gives a line that names nobody to the account that was chosen', () => {
    expect(read('2026-07 300\n信用购 江苏银行 2026-07 20', 'huabei')).toEqual([
      'huabei 2026-07 300.00',
      'js 2026-07 20.00',
    ])
  })
})
