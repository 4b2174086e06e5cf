import { describe, expect, it } from 'vitest'
import { dayText, monthText } from '#shared/kernel/day.ts'
import { accountRefText } from '#shared/statement-files/account-ref.ts'
import { creditRow, file, kinds, only, PREAMBLE, read, row } from './statement-text.ts'

/** The mistakes of other importers (formats.md 5.1) that an Alipay app file can provoke, by their numbers there. */
const account = (line: string): string | null => {
  const ref = only(line).account
  return ref && accountRefText(ref)
}

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
})

describe('judging the rows', () => {
  it('5: an unknown status asks, and stops nothing', () => {
    const { drafts } = read(file([row({ status: '处理中' }), row({ orderNo: '2' })]))
    expect(drafts.map((draft) => [draft.kind, draft.review])).toEqual([
      ['purchase', { reason: 'unknown-status', status: '处理中' }],
      ['purchase', null],
    ])
    expect(only(row({ status: '处理中', method: '余额宝' }))).toMatchObject({
      kind: 'unrelated',
      review: { reason: 'unknown-status' },
    })
    expect(only(creditRow({ status: '处理中', description: '花呗主动还款-2026年08月账单' }))).toMatchObject({
      kind: 'unrelated',
      review: { reason: 'unknown-status' },
    })
  })

  it('5: goods that are still on the way are a purchase', () => {
    for (const status of ['等待确认收货', '等待对方确认收货', '等待对方发货'])
      expect(only(row({ status }))).toMatchObject({ kind: 'purchase', awaitingReceipt: true, review: null })
  })

  it('6: a repayment is no spending, in every wording that real files show', () => {
    for (const description of [
      '自动还款-花呗2020年10月账单',
      '主动还款-花呗2021年05月账单',
      '花呗主动还款-2022年10月账单',
      '花呗自动还款-2023年02月账单',
      '花呗主动还款',
    ]) {
      expect(only(creditRow({ description }))).toMatchObject({
        kind: 'repayment',
        account: { kind: 'huabei' },
        review: null,
      })
    }
    const remark = creditRow({
      counterparty: '花呗（解析文件中未包含交通银行储蓄卡）',
      description: '花呗主动还款-2024年01月账单',
    })
    expect(only(remark)).toMatchObject({ kind: 'repayment', account: { kind: 'huabei' } })
    expect(
      only(creditRow({ counterparty: '支付宝（中国）网络技术有限公司', description: '自动还款-花呗2019年02月账单' }))
        .kind,
    ).toBe('repayment')
  })

  it('6: a repayment that the user moved to another category is still one', () => {
    expect(only(creditRow({ category: '其他', description: '花呗主动还款-2026年08月账单' })).kind).toBe('repayment')
    expect(only(creditRow({ category: '生活服务', counterparty: '借呗', description: '借呗还款' }))).toMatchObject({
      kind: 'repayment',
      account: { kind: 'borrow' },
    })
  })

  it('7: a combined repayment is on no account until the user divides it, with either bar', () => {
    for (const bar of ['|', '｜']) {
      const draft = only(
        creditRow({ counterparty: `花呗${bar}信用购`, description: `自动还款-花呗${bar}信用购2026年07月账单` }),
      )
      expect(draft).toMatchObject({
        kind: 'repayment',
        account: null,
        combined: true,
        review: { reason: 'combined-repayment' },
      })
    }
  })

  it('8: one account, whatever discounts and installments stand in the method', () => {
    for (const method of [
      '花呗',
      '花呗&红包',
      '花呗分期(3期)',
      '花呗分期（12期）',
      '花呗&花呗青春特惠',
      '花呗&西安消费劵',
      '花呗&惊喜市集惊喜币&现金抵价券',
    ])
      expect(account(row({ method }))).toBe('huabei')
    expect(only(row({ method: '花呗分期(12期)' })).installments).toBe(12)
  })

  it('9: two real legs ask for the split, discount legs do not', () => {
    const draft = only(row({ method: '账户余额&花呗分期(3期)', amount: '3020.00' }))
    expect(draft).toMatchObject({
      kind: 'purchase',
      account: { kind: 'huabei' },
      installments: 3,
      review: { reason: 'two-funding-legs', legs: ['花呗分期(3期)', '账户余额'] },
    })
    expect(only(row({ method: '花呗&支付宝随机立减' })).review).toBeNull()
  })

  it('9: two credit legs are on no account until the user divides them', () => {
    expect(only(row({ method: '花呗&江苏银行信用购' }))).toMatchObject({
      kind: 'purchase',
      account: null,
      review: { reason: 'two-funding-legs' },
    })
  })

  it('10: what only sounds like Huabei is none of it', () => {
    for (const method of [
      '余额宝&花呗金',
      '交通银行储蓄卡(5242)&花呗金',
      '余额宝&花呗信用购立减',
      '数字人民币',
      '黄金',
    ])
      expect(only(row({ method }))).toMatchObject({ kind: 'unrelated', review: null })
    expect(
      only(row({ description: '花呗收钱服务费[2022102122001479861447193758]', method: '', category: '商业服务' })),
    ).toMatchObject({ kind: 'unrelated', why: 'receiving-fee' })
    expect(only(row({ description: '花呗主动还款使用指南（图书）', method: '花呗' })).kind).toBe('purchase')
  })

  it('11: paid and then closed stays a purchase, never paid does not', () => {
    expect(only(row({ status: '交易关闭' }))).toMatchObject({
      kind: 'purchase',
      refundExpected: true,
      review: { reason: 'refund-expected' },
    })
    expect(only(row({ status: '交易关闭', direction: '不计收支', method: '' })).kind).toBe('closed')
    expect(only(row({ status: '交易关闭', direction: '收入', method: '' })).kind).toBe('closed')
    for (const status of ['已关闭', '等待付款', '退款关闭']) expect(only(row({ status })).kind).toBe('closed')
  })

  it('12: refunds are linked by order number alone, partial, many, with any suffix; nothing is deleted', () => {
    const parent = '2026080122001474514000000001'
    const suffixes = ['_1919215273591368984', '_20231211100023_3026554', '_1966875997235368984_advance', '*REFUND_1']
    const refunds = suffixes.map((suffix, index) =>
      row({ orderNo: parent + suffix, status: '退款成功', direction: '不计收支', amount: `${index + 1}.00` }),
    )
    const { drafts } = read(
      file([...refunds, row({ amount: '100.00', status: '交易关闭' }), row({ orderNo: `${parent}9`, amount: '1.00' })]),
    )
    expect(drafts.map((draft) => [draft.kind, draft.refundOf])).toEqual([
      ...suffixes.map(() => ['refund', parent]),
      ['purchase', null],
      ['purchase', null],
    ])
    expect(drafts.some((draft) => draft.review)).toBe(false)
  })

  it('13: a refund is known by its status, whatever its category', () => {
    const refund = { orderNo: 'A_1', status: '退款成功', direction: '不计收支', category: '餐饮美食' }
    expect(only(row(refund)).kind).toBe('refund')
    expect(only(row({ category: '退款' })).kind).toBe('purchase')
  })

  it('14: a refund without a link stays, reduces its account and asks', () => {
    const draft = only(row({ orderNo: '20260822300002008100836930356067', status: '退款成功', direction: '不计收支' }))
    expect(draft).toMatchObject({
      kind: 'refund',
      account: { kind: 'huabei' },
      refundOf: null,
      review: { reason: 'refund-without-purchase', candidates: [] },
    })
  })

  it('14: a refund that does not say where it went follows its purchase, and asks', () => {
    const refund = row({
      orderNo: '2026080122001474514000000001_9',
      status: '退款成功',
      direction: '不计收支',
      method: '',
    })
    expect(read(file([refund, row({ method: '江苏银行信用购' })])).drafts[0]).toMatchObject({
      kind: 'refund',
      account: { kind: 'credit-purchase', lender: '江苏银行' },
      why: 'refund-by-purchase',
      review: { reason: 'refund-method-missing' },
    })
    expect(read(file([refund, row({ method: '余额宝' })])).drafts[0]).toMatchObject({ kind: 'unrelated', review: null })
  })

  it('14: a repayment that came back is not read as an ordinary refund', () => {
    expect(only(creditRow({ description: '退款-花呗主动还款', status: '退款成功' }))).toMatchObject({
      kind: 'unrelated',
      review: { reason: 'unknown-wording' },
    })
  })

  it('15: amounts are exact, from the text', () => {
    for (const [amount, fen] of [
      ['1.15', 115],
      ['0.07', 7],
      ['10366.10', 1036610],
      ['9999999999.99', 999999999999],
    ] as const)
      expect(only(row({ amount })).amount).toBe(fen)
  })

  it('23: the payer of a family card owes, the user of one does not', () => {
    expect(only(row({ category: '亲友代付', description: '亲情卡', status: '代付成功' })).kind).toBe('purchase')
    for (const method of ['亲情卡(家人)', '亲情卡(凯义(王凯义))', '他人代付账户', '亲情卡(家人)&闪购红包'])
      expect(only(row({ method, direction: '不计收支' }))).toMatchObject({
        kind: 'unrelated',
        why: 'paid-by-someone-else',
      })
  })

  it('24: 0.00 is neither an error nor a purchase', () => {
    expect(only(row({ amount: '0.00' }))).toMatchObject({ kind: 'unrelated', why: 'zero-amount' })
    for (const status of ['芝麻免押下单成功', '信用服务使用成功', '解冻成功', '冻结成功'])
      expect(only(creditRow({ amount: '0.00', status, counterparty: '', method: '' }))).toMatchObject({
        kind: 'unrelated',
        why: 'no-money-moved',
      })
  })

  it('26: the month in the text is the bill, not the payment', () => {
    const draft = only(creditRow({ time: '2026-06-15 10:22:14', description: '花呗主动还款-2026年07月账单' }))
    expect([dayText(draft.on), draft.billMonth && monthText(draft.billMonth)]).toEqual(['2026-06-15', '2026-07'])
  })

  it('30: a bank card repaid through Alipay is not Huabei, nor are 备用金 and 抖音月付', () => {
    for (const [counterparty, description] of [
      ['中信银行', '信用卡还款'],
      ['备用金', '备用金归还'],
      ['抖音月付', '抖音月付还款'],
      ['网商贷', '网商贷-还款'],
    ] as const) {
      const draft = only(creditRow({ counterparty, description }))
      expect([draft.account, draft.outside !== null]).toEqual([null, true])
    }
  })

  it('31: a failed repayment moves no money', () => {
    expect(only(creditRow({ description: '花呗自动还款', status: '还款失败', method: '' }))).toMatchObject({
      kind: 'repayment-failed',
      account: { kind: 'huabei' },
    })
  })

  it('35: every lender of Credit Purchase is its own account, finance companies too', () => {
    for (const lender of ['江苏银行', '平安银行', '招联消金', '北京银行'])
      expect(account(row({ method: `${lender}信用购` }))).toBe(`credit-purchase:${lender}`)
    expect(account(row({ method: '北京银行信用购(原花呗)' }))).toBe('credit-purchase:北京银行')
    expect(only(row({ method: '招联消金信用购分期(6期)' }))).toMatchObject({
      account: { lender: '招联消金' },
      installments: 6,
    })
    expect(only(row({ method: '信用购' }))).toMatchObject({
      kind: 'purchase',
      account: null,
      review: { reason: 'lender-not-named' },
    })
  })

  it('a purchase on credit that the user marked as not counted is still owed', () => {
    expect(only(row({ direction: '不计收支' }))).toMatchObject({
      kind: 'purchase',
      review: { reason: 'marked-not-counted' },
    })
    expect(only(row({ direction: '不计收支', status: '交易关闭' }))).toMatchObject({
      kind: 'closed',
      review: { reason: 'marked-not-counted' },
    })
  })
})

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

  it('19: a key without a number holds no text of the row', () => {
    expect(only(row({ orderNo: '', counterparty: '某药房' })).key).not.toContain('药房')
  })

  it('20: the time is China time as written, in no zone', () => {
    expect([
      dayText(only(row({ time: '2026-08-01 00:00:00' })).on),
      only(row({ time: '2026-08-01 23:59:59' })).time,
    ]).toEqual(['2026-08-01', '23:59:59'])
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
