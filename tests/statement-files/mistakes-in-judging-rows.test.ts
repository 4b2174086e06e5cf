import { describe, expect, it } from 'vitest'
import { dayText, monthText } from '#shared/kernel/day.ts'
import { accountRefText } from '#shared/statement-files/account-ref.ts'
import { creditRow, file, only, read, row } from './statement-text.ts'

/** The mistakes of other importers (formats.md 5.1) that an Alipay app file can provoke, by their numbers there. */
const account = (line: string): string | null => {
  const ref = only(line).account
  return ref && accountRefText(ref)
}

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

  it('6: a repayment is known by category, status or counterparty, each alone enough', () => {
    const words = {
      description: '自动还款-花呗2019年02月账单',
      counterparty: '支付宝（中国）网络技术有限公司',
      category: '其他',
      status: '交易成功',
    }
    for (const mark of [{ category: '信用借还' }, { status: '还款成功' }, { counterparty: '花呗' }])
      expect(only(creditRow({ ...words, ...mark })).kind).toBe('repayment')
    expect(only(creditRow(words)).kind).toBe('unrelated')
  })

  it('7: the bar in the text alone shows a combined repayment', () => {
    for (const bar of ['|', '｜'])
      expect(
        only(creditRow({ counterparty: '花呗', description: `自动还款-花呗${bar}信用购2026年07月账单` })).combined,
      ).toBe(true)
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
    expect(only(creditRow({ description: '花呗主动还款-2026年13月账单' })).billMonth).toBeNull()
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
