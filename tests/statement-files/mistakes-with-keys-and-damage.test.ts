import { describe, expect, it } from 'vitest'
import { dayText } from '#shared/kernel/day.ts'
import { file, only, read, row } from './statement-text.ts'

/** The mistakes of other importers (formats.md 5.1) that an Alipay app file can provoke, by their numbers there. */
describe('keys, damage and the rest of the file', () => {
  it('18: identical fares survive, and the same file gives the same keys', () => {
    const fares = [row({ orderNo: 'A1', amount: '4.00' }), row({ orderNo: 'A2', amount: '4.00' })]
    const keys = read(file(fares)).drafts.map((draft) => draft.key)
    expect(keys).toEqual(['alipay:137****6428:A1', 'alipay:137****6428:A2'])
    const without = read(file([row({ orderNo: '' }), row({ orderNo: '' })])).drafts.map((draft) => draft.key)
    expect(new Set(without).size).toBe(2)
    expect(read(file([row({ orderNo: '' }), row({ orderNo: '' })])).drafts.map((draft) => draft.key)).toEqual(without)
  })

  it('19: what may change is not in the key, for rows with and without a number', () => {
    for (const orderNo of ['A1', '']) {
      const keys = [
        row({ orderNo }),
        row({ orderNo, status: '交易关闭' }),
        row({ orderNo, category: '餐饮美食' }),
        row({ orderNo, direction: '不计收支' }),
      ].map((line) => only(line).key)
      expect(new Set(keys).size).toBe(1)
    }
    expect(only(row({ orderNo: '', amount: '10.01' })).key).not.toBe(only(row({ orderNo: '' })).key)
  })

  it('18: without a number, other shops, texts and methods are other rows', () => {
    const cells = [
      {},
      { counterparty: '别的店' },
      { description: '别的' },
      { method: '余额宝' },
      { time: '2026-08-01 12:00:01' },
    ]
    expect(new Set(cells.map((other) => only(row({ orderNo: '', ...other })).key)).size).toBe(cells.length)
  })

  it('19: a key without a number holds no text of the row', () => {
    expect(only(row({ orderNo: '', counterparty: '某药房' })).key).not.toContain('药房')
  })

  it('20: the time is China time as written, in no zone', () => {
    expect([
      dayText(only(row({ time: '2026-08-01 00:00:00' })).on),
      only(row({ time: '2026-08-01 23:59:59' })).time,
    ]).toEqual(['2026-08-01', '23:59:59'])
    // A day that was met before is read a shorter way, not another one.
    const { drafts } = read(file([row({ time: '2026-08-01 23:59:59' }), row({ time: '2026-08-01 00:00:01' })]))
    expect(drafts.map(({ on, time }) => [dayText(on), time])).toEqual([
      ['2026-08-01', '23:59:59'],
      ['2026-08-01', '00:00:01'],
    ])
  })

  it('22: order numbers damaged by a spreadsheet are no keys, and the file says so', () => {
    const { drafts, warnings } = read(
      file([
        row({ orderNo: '2.02608E+27' }),
        row({ orderNo: '2.02608E+27', amount: '11.00' }),
        row({ orderNo: '2026080122001470000000000000' }),
      ]),
    )
    expect(drafts.map((draft) => draft.orderNo)).toEqual([null, null, null])
    expect(new Set(drafts.map((draft) => draft.key)).size).toBe(3)
    expect(warnings).toEqual([{ kind: 'order-numbers-damaged', rows: 3 }])
  })

  it('22: times, amounts and empty columns of a spreadsheet are read, and said', () => {
    const { drafts, problems, warnings } = read(
      file([
        row({ time: '2026/8/1 9:05' }),
        row({ time: '46235.5' }),
        row({ amount: '"1,234.56"' }),
        row({ amount: '1，000.00' }),
        `${row()},,,,`,
      ]),
    )
    expect(problems).toEqual([])
    expect(drafts.map((draft) => [dayText(draft.on), draft.time, draft.amount])).toEqual([
      ['2026-08-01', '09:05:00', 1000],
      ['2026-08-01', '12:00:00', 1000],
      ['2026-08-01', '12:00:00', 123456],
      ['2026-08-01', '12:00:00', 100000],
      ['2026-08-01', '12:00:00', 1000],
    ])
    expect(warnings).toEqual([
      { kind: 'times-reformatted', rows: 2 },
      { kind: 'amounts-reformatted', rows: 2 },
    ])
  })

  it('32: the totals of the file are not believed, its number of rows is', () => {
    const text = file([row()])
    expect(read(text.replace(/支出：.*/, '支出：99笔 1.00元')).warnings).toEqual([])
    expect(read(text.replace('共1笔记录', '共3笔记录')).warnings).toEqual([
      { kind: 'row-count-differs', announced: 3, read: 1 },
    ])
    expect(read(text.replace('导出交易类型：[全部]', '导出交易类型：[支出]')).warnings).toEqual([
      { kind: 'only-some-types', types: '支出' },
    ])
  })

  it.each([
    ['too-few-fields', '2026-08-01 12:00:00,日用百货,某店'],
    ['too-many-fields', `${'x,'.repeat(20)}`],
    ['amount-not-a-number', row({ amount: '十元' })],
    ['amount-empty', row({ amount: '' })],
    ['amount-negative', row({ amount: '-1.00' })],
    ['amount-too-many-decimals', row({ amount: '1.005' })],
    ['amount-has-exponent', row({ amount: '1E3' })],
    ['amount-too-large', row({ amount: '99999999999999999.00' })],
    ['date-not-readable', row({ time: '昨天' })],
    ['date-does-not-exist', row({ time: '2026-02-30 12:00:00' })],
    ['date-out-of-range', row({ time: '1800-01-01 12:00:00' })],
    ['time-not-readable', row({ time: '2026-08-01 25:00:00' })],
    ['unreadable-characters', row({ counterparty: '某\ufffd店' })],
  ])('34: one bad row (%s) is shown and hides nothing', (kind, bad) => {
    const { drafts, problems, fileRows } = read(file([row({ orderNo: 'A1' }), bad, row({ orderNo: 'A2' })]))
    expect(drafts.map((draft) => draft.orderNo)).toEqual(['A1', 'A2'])
    expect(problems).toMatchObject([{ line: 26, kind, text: bad }])
    expect(fileRows).toBe(3)
  })

  it('34: a quote that is never closed hides nothing', () => {
    const { drafts, problems } = read(
      file([
        row({ orderNo: 'A1' }),
        row({ description: '"12寸蛋糕', orderNo: 'A2' }),
        row({ orderNo: 'A3' }),
        row({ orderNo: 'A4' }),
      ]),
    )
    expect(problems).toEqual([])
    expect(drafts.map((draft) => [draft.line, draft.orderNo, draft.kind])).toEqual([
      [25, 'A1', 'purchase'],
      [26, 'A2', 'purchase'],
      [27, 'A3', 'purchase'],
      [28, 'A4', 'purchase'],
    ])
  })
})
