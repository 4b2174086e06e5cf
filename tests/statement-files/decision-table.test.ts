import { describe, expect, it } from 'vitest'
import { HUABEI } from '#shared/statement-files/account-ref.ts'
import { APP_DECISIONS } from '#shared/statement-files/alipay-decisions.ts'
import { refundCandidates } from '#shared/statement-files/link-refunds.ts'
import { readStatement } from '#shared/statement-files/read-statement.ts'
import type { Rule } from '#shared/statement-files/reasons.ts'
import { type Cells, creditRow, file, only, read, row } from './statement-text.ts'

const refund = (cells: Cells) => row({ status: '退款成功', direction: '不计收支', orderNo: 'A_1', ...cells })

/** One row for every rule, and the kind that it leads to. */
const EXAMPLES: readonly (readonly [Rule, string, string])[] = [
  ['no-money-moved', creditRow({ status: '解冻成功', amount: '0.00' }), 'unrelated'],
  ['repayment-failed', creditRow({ status: '还款失败', description: '花呗自动还款' }), 'repayment-failed'],
  ['repayment-returned', creditRow({ status: '退款成功', description: '花呗主动还款' }), 'unrelated'],
  ['refund-to-several', refund({ method: '花呗&余额' }), 'refund'],
  ['refund-to-credit', refund({}), 'refund'],
  ['refund-to-own-money', refund({ method: '余额宝' }), 'unrelated'],
  ['refund-without-method', refund({ method: '' }), 'unrelated'],
  ['never-paid', row({ status: '等待付款' }), 'closed'],
  ['never-paid', row({ status: '交易关闭', method: '' }), 'closed'],
  ['closed-not-counted', row({ status: '交易关闭', direction: '不计收支' }), 'closed'],
  ['zero-amount', row({ amount: '0.00' }), 'unrelated'],
  ['credit-row-with-unknown-status', creditRow({ status: '处理中' }), 'unrelated'],
  ['combined-repayment', creditRow({ description: '自动还款-花呗|信用购2026年07月账单' }), 'repayment'],
  ['huabei-repayment', creditRow({ description: '花呗主动还款' }), 'repayment'],
  ['borrow-repayment', creditRow({ counterparty: '蚂蚁借呗', description: '蚂蚁借呗还款' }), 'repayment'],
  [
    'credit-purchase-repayment',
    creditRow({ counterparty: '江苏银行信用购', description: '信用购自动还款-2026年08月账单' }),
    'repayment',
  ],
  ['repayment-of-unknown-account', creditRow({ counterparty: '信用购', description: '信用购主动还款' }), 'repayment'],
  [
    'borrow-disbursement',
    creditRow({ counterparty: '借呗', description: '借呗放款至银行卡', status: '放款成功' }),
    'disbursement',
  ],
  ['credit-charge', creditRow({ description: '花呗逾期利息', direction: '支出', status: '交易成功' }), 'interest'],
  [
    'credit-charge',
    creditRow({ description: '花呗分期手续费', direction: '支出', status: '交易成功' }),
    'installment-fee',
  ],
  ['other-credit-repayment', creditRow({ counterparty: '备用金', description: '备用金归还' }), 'repayment'],
  [
    'other-credit-disbursement',
    creditRow({ counterparty: '备用金', description: '备用金取出至余额', status: '放款成功' }),
    'disbursement',
  ],
  ['other-credit', creditRow({ counterparty: '中信银行', description: '信用卡还款' }), 'unrelated'],
  ['receiving-fee', row({ description: '花呗收钱服务费[2022]', method: '' }), 'unrelated'],
  ['purchase-in-several-ways', row({ method: '账户余额&花呗' }), 'purchase'],
  ['purchase-of-unnamed-lender', row({ method: '信用购' }), 'purchase'],
  ['purchase-marked-not-counted', row({ direction: '不计收支' }), 'purchase'],
  ['purchase-closed-after-paying', row({ status: '交易关闭' }), 'purchase'],
  ['purchase-awaiting-receipt', row({ status: '等待确认收货' }), 'purchase'],
  ['purchase-in-installments', row({ method: '花呗分期(6期)' }), 'purchase'],
  ['purchase-on-credit', row(), 'purchase'],
  ['income-on-credit-method', row({ direction: '收入' }), 'unrelated'],
  ['credit-row-not-understood', creditRow({ description: '花呗新业务' }), 'unrelated'],
  ['unknown-status', row({ status: '处理中', method: '余额' }), 'unrelated'],
  ['paid-by-someone-else', row({ method: '亲情卡(家人)' }), 'unrelated'],
  ['not-credit', row({ method: '招商银行储蓄卡(8705)' }), 'unrelated'],
]

describe('the decision table', () => {
  it.each(EXAMPLES)('%s', (rule, line, kind) => {
    expect([only(line).why, only(line).kind]).toEqual([rule, kind])
  })

  it('has an example for every rule that a single row can meet', () => {
    const shown = [...new Set(EXAMPLES.map(([rule]) => rule)), 'refund-by-purchase']
    expect(shown.sort()).toEqual([...new Set([...APP_DECISIONS.map(({ rule }) => rule), 'refund-by-purchase'])].sort())
  })

  it('gives every row that is about credit an account, or a question, or a name outside', () => {
    for (const [, line] of EXAMPLES) {
      const { kind, account, review, outside } = only(line)
      if (kind !== 'unrelated' && kind !== 'closed')
        expect(account !== null || review !== null || outside !== null).toBe(true)
    }
  })
})

describe('what the ledger already knows', () => {
  const known = {
    accountOf: (orderNo: string) => (orderNo === 'A' ? HUABEI : null),
    isRefunded: (orderNo: string) => orderNo === 'B',
  }
  const withKnown = (line: string) => {
    const outcome = readStatement(file([line]), { known })
    return outcome.ok ? outcome.value.drafts[0] : null
  }

  it('ends the wait for a refund that came in another file', () => {
    expect(withKnown(row({ orderNo: 'B', status: '交易关闭' }))).toMatchObject({ refundExpected: false, review: null })
    expect(withKnown(row({ orderNo: 'C', status: '交易关闭' }))).toMatchObject({
      refundExpected: true,
      review: { reason: 'refund-expected' },
    })
  })

  it('gives a refund without a method the account of its purchase in another file', () => {
    expect(withKnown(refund({ method: '' }))).toMatchObject({
      kind: 'refund',
      account: HUABEI,
      review: { reason: 'refund-method-missing' },
    })
    expect(withKnown(refund({ method: '', orderNo: 'X_1' }))).toMatchObject({ kind: 'unrelated', account: null })
  })

  it('offers purchases of the same account and shop, large enough and earlier, the same order first', () => {
    const { drafts } = read(
      file([
        row({ orderNo: 'later', time: '2026-08-20 00:00:00' }),
        row({ orderNo: 'small', amount: '9.99' }),
        row({ orderNo: 'elsewhere', counterparty: '别的店' }),
        row({ orderNo: 'bank', method: '江苏银行信用购' }),
        row({ orderNo: 'older', time: '2026-07-01 12:00:00' }),
        row({ orderNo: 'newer' }),
        row({ orderNo: 'same', counterparty: '改了名的店', merchantOrderNo: 'M1', time: '2026-06-01 12:00:00' }),
      ]),
    )
    const back = only(
      refund({ orderNo: '20260822300002008100836930356067', time: '2026-08-10 12:00:00', merchantOrderNo: 'M1' }),
    )
    expect(refundCandidates(back, drafts).map((purchase) => purchase.orderNo)).toEqual(['same', 'newer', 'older'])
  })
})
