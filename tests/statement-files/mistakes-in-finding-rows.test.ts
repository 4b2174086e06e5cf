import { describe, expect, it } from 'vitest'
import { readStatement } from '#shared/statement-files/read-statement.ts'
import { creditRow, file, kinds, only, PREAMBLE, read, row } from './statement-text.ts'

/** The mistakes of other importers (formats.md 5.1) that an Alipay app file can provoke, by their numbers there. */
describe('finding the rows', () => {
  it('1: no fixed line skip, the first row survives eight tips, nine tips and none', () => {
    const [rows, header] = [[row()], PREAMBLE[23]!]
    const nine = PREAMBLE.flatMap((line) =>
      line.startsWith('8.') ? ['8.本明细仅展示当前账单中的交易，不包括已删除的记录；', line] : [line],
    )
    for (const before of [PREAMBLE, nine, [header]])
      expect(kinds([...before, ...rows].join('\n'))).toEqual(['purchase'])
  })

  it('2: the company name is only a hint', () => {
    const renamed = (name: string) => file([row()]).replace('支付宝支付科技有限公司', name)
    expect(read(renamed('某某新公司')).format).toBe('alipay-app-v3b')
    expect(read(renamed('支付宝（中国）网络技术有限公司')).format).toBe('alipay-app-v3')
    expect(kinds(renamed('某某新公司'))).toEqual(['purchase'])
  })

  it('3: columns by name in any order, with or without the trailing comma', () => {
    const order = [0, 1, 2, 4, 6, 5, 7, 8, 11, 9, 10]
    const reorder = (line: string) => order.map((index) => line.split(',')[index]).join(',')
    const text = [reorder(PREAMBLE[23]!), reorder(row({ amount: '12.34' }))].join('\n')
    expect(read(text).drafts.map((draft) => [draft.kind, draft.amount, draft.orderNo])).toEqual([
      ['purchase', 1234, '2026080122001474514000000001'],
    ])
    expect(kinds(file([row().replace(/,$/, '')]))).toEqual(['purchase'])
  })

  it('3: known other names of the columns, a doubled column, padded cells', () => {
    const other = PREAMBLE[23]!
      .replace('商品说明', '商品名称')
      .replace('收/付款方式', '付款方式')
      .replace('金额', '金额(元)')
      .replace('商家订单号', '商户订单号')
    expect(kinds([other, row()].join('\n'))).toEqual(['purchase'])
    const doubled = (line: string) => line.split(',').toSpliced(2, 0, line.split(',')[1]!).join(',')
    expect(kinds([doubled(PREAMBLE[23]!), doubled(row())].join('\n'))).toEqual(['purchase'])
    const padded = (line: string) =>
      line
        .split(',')
        .map((cell) => cell.padEnd(20))
        .join(',')
    expect(read([padded(PREAMBLE[23]!), padded(row())].join('\n')).drafts[0]).toMatchObject({
      kind: 'purchase',
      counterparty: '某店',
      orderNo: '2026080122001474514000000001',
    })
  })

  it('3: the 2021 layout, whose information stands below the rows', () => {
    const names = PREAMBLE[23]!.split(',')
    const order = [5, 2, 3, 4, 7, 6, 8, 1, 9, 10, 0]
    const reorder = (cells: string[]) => `${order.map((index) => cells[index]).join(',')},`
    const text = [
      PREAMBLE[22],
      reorder(names),
      reorder(row().split(',')),
      reorder(creditRow({ description: '花呗主动还款', direction: '其他' }).split(',')),
      '-'.repeat(84),
      ...PREAMBLE.slice(1, 7),
      '共2笔记录',
      ...PREAMBLE.slice(8, 11),
    ].join('\r\n')
    const { format, owner, drafts, fileRows, warnings } = read(text)
    expect({ format, owner, fileRows, warnings }).toEqual({
      format: 'alipay-app-v2',
      owner: '137****6428',
      fileRows: 2,
      warnings: [],
    })
    expect(drafts.map((draft) => [draft.kind, draft.key.startsWith('alipay:137****6428:')])).toEqual([
      ['purchase', true],
      ['repayment', true],
    ])
  })

  it('36: a tab is part of a cell, never a delimiter', () => {
    expect(only(row({ merchantOrderNo: 'T200P1' }))).toMatchObject({
      orderNo: '2026080122001474514000000001',
      merchantOrderNo: 'T200P1',
      note: '',
    })
  })

  it('17: a lone tab is empty, blanks before the tab go as well', () => {
    expect(only(row()).merchantOrderNo).toBeNull()
    expect(only(row({ merchantOrderNo: ' 123 ' })).merchantOrderNo).toBe('123')
    expect(only(row({ counterparty: '\u00a0某店\ufeff ' })).counterparty).toBe('某店')
  })

  it('unquoted commas in a text are joined again', () => {
    const draft = only(row({ description: '先用后付,订单完结后自动付款,共2件' }))
    expect([draft.description, draft.amount, draft.kind]).toEqual([
      '先用后付,订单完结后自动付款,共2件',
      1000,
      'purchase',
    ])
    const bare = (line: string) => line.replace(/,$/, '')
    expect(
      read([bare(PREAMBLE[23]!), bare(row({ description: '先用后付,自动付款' }))].join('\n')).drafts[0],
    ).toMatchObject({ description: '先用后付,自动付款', amount: 1000 })
    expect(only(row({ description: '"先用后付,订单完结后自动付款"' })).description).toBe('先用后付,订单完结后自动付款')
    expect(only(row({ description: '"先用后付"的订单' })).description).toBe('"先用后付"的订单')
  })

  it('a quote inside a quoted text does not end it when the fields then fit', () => {
    expect(only(row({ description: '"先用"后付,共2件"' })).description).toBe('先用"后付,共2件')
  })

  it('two exports pasted together lose no row', () => {
    const second = file([row({ orderNo: 'B1' }), row({ orderNo: 'B2' })])
    const { drafts, problems, warnings } = read(file([row({ orderNo: 'A1' })]) + second)
    expect(problems).toEqual([])
    expect(drafts.map((draft) => draft.orderNo)).toEqual(['A1', 'B1', 'B2'])
    expect(warnings).toEqual([{ kind: 'row-count-differs', announced: 2, read: 3 }])
  })

  describe('two exports pasted together are read as one only where nothing could go to the wrong place', () => {
    const one = file([row({ orderNo: 'A1' })])
    const refusalOf = (text: string) => {
      const outcome = readStatement(text)
      return outcome.ok ? null : outcome.refusal
    }

    it('not where they are of two people', () => {
      expect(refusalOf(one + one.replace('137****6428', '138****0001'))).toEqual({ kind: 'statements-mixed' })
    })

    it('not where the older one comes last, for it would turn statuses back', () => {
      const older = one.replace('导出时间：[2026-09-01', '导出时间：[2026-08-20')
      expect(refusalOf(one + older)).toEqual({ kind: 'statements-mixed' })
      expect(refusalOf(older + one)).toBeNull()
    })

    it('not where their columns differ', () => {
      const swapped = (line: string) => {
        const [time = '', category = '', ...others] = line.split(',')
        return [category, time, ...others].join(',')
      }
      const lines = one.split('\n')
      const head = lines.findIndex((line) => line.startsWith('交易时间'))
      const other = lines.map((line, index) => (index >= head && line !== '' ? swapped(line) : line)).join('\n')
      expect(refusalOf(one + other)).toEqual({ kind: 'statements-mixed' })
    })
  })
})
