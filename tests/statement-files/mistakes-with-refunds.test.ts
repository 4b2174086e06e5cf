import { describe, expect, it } from 'vitest'
import { creditRow, file, only, read, row } from './statement-text.ts'

/** The mistakes of other importers (formats.md 5.1) that an Alipay app file can provoke, by their numbers there. */
describe('closed orders, refunds and amounts', () => {
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
})
