import { CREDIT_ROWS } from './alipay-credit-rows.ts'
import type { AlipayRow } from './alipay-row.ts'
import { unknownStatus, unknownWording, wordingAccount } from './alipay-verdicts.ts'
import { type Decision, unrelated, verdict } from './decision.ts'

/**
 * The decision table for the web site's export (formats.md 1.1). It names no payment method, so no purchase and no
 * refund is ever taken to be on Huabei: they stay purchases of nobody's account until the app's export, or the user,
 * says more. What happened to the money (资金状态) tells the rest; repayments and what was lent are known by their text.
 */
export const WEB_DECISIONS: readonly Decision<AlipayRow>[] = [
  // What moves no money
  { rule: 'no-money-moved', test: (row) => row.group === 'no-money' || isFrozen(row), verdict: () => unrelated() },
  {
    rule: 'repayment-failed',
    test: (row) => row.group === 'repayment-failed',
    verdict: (row) => verdict('repayment-failed', wordingAccount(row.wording)),
  },

  // Money back: a seller's refund to a customer is money out
  {
    rule: 'refund-given',
    test: (row) => row.group === 'refunded' && row.fundStatus === '已支出',
    verdict: () => unrelated(),
  },
  {
    rule: 'repayment-returned',
    test: (row) => row.group === 'refunded' && row.wording !== null,
    verdict: (row) => unrelated(unknownWording(row)),
  },
  { rule: 'web-refund', test: (row) => row.group === 'refunded', verdict: () => verdict('refund') },

  // Orders that were never paid
  { rule: 'never-paid', test: (row) => row.group === 'never-paid', verdict: () => verdict('closed') },
  {
    rule: 'never-paid',
    test: (row) => row.group === 'closed' && row.fundStatus !== '已支出',
    verdict: () => verdict('closed'),
  },
  { rule: 'zero-amount', test: (row) => row.amount === 0, verdict: () => unrelated() },

  ...CREDIT_ROWS,

  // Spending, by whatever means
  { rule: 'web-transfer', test: (row) => row.direction === 'spent' && isTransfer(row), verdict: () => unrelated() },
  {
    rule: 'unknown-status',
    test: (row) => row.group === 'unknown',
    verdict: (row) => unrelated(unknownStatus(row)),
  },
  { rule: 'web-purchase', test: (row) => row.direction === 'spent', verdict: () => verdict('purchase') },

  // What is left
  {
    rule: 'credit-row-not-understood',
    test: (row) => row.group === 'repaid' || row.group === 'lent',
    verdict: (row) => unrelated(unknownWording(row)),
  },
  { rule: 'not-credit', test: () => true, verdict: () => unrelated() },
]

const isFrozen = ({ fundStatus }: AlipayRow): boolean => fundStatus === '冻结' || fundStatus === '解冻'

/** Only shops give an order number of their own (formats.md 6). */
const isTransfer = ({ description, merchantOrderNo }: AlipayRow): boolean =>
  merchantOrderNo === null || /^(转账|发.*红包)/.test(description)
