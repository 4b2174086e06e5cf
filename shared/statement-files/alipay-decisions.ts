import { CREDIT_ROWS } from './alipay-credit-rows.ts'
import type { AlipayRow } from './alipay-row.ts'
import {
  isSpending,
  isWithoutMethod,
  legCount,
  markedNotCounted,
  purchase,
  refundToCredit,
  severalLegs,
  soleAccount,
  unknownStatus,
  unknownWording,
  wordingAccount,
} from './alipay-verdicts.ts'
import { type Decision, unrelated, verdict } from './decision.ts'

/**
 * The decision table of formats.md 7 for the app's export: the first rule that fits says what a row is. The order
 * carries meaning: status before wording, wording before funding, so that a failed repayment never counts and a refund
 * is never spending.
 */
export const APP_DECISIONS: readonly Decision<AlipayRow>[] = [
  // What moves no money
  { rule: 'no-money-moved', test: (row) => row.group === 'no-money', verdict: () => unrelated() },
  {
    rule: 'repayment-failed',
    test: (row) => row.group === 'repayment-failed',
    verdict: (row) => verdict('repayment-failed', wordingAccount(row.wording)),
  },

  // Money back: by status, never by category
  {
    rule: 'repayment-returned',
    test: (row) => row.group === 'refunded' && (row.wording !== null || row.category === '信用借还'),
    verdict: (row) => unrelated(unknownWording(row)),
  },
  {
    rule: 'refund-to-several',
    test: (row) => row.group === 'refunded' && row.funding.credit.length > 0 && legCount(row) > 1,
    verdict: (row) => verdict('refund', soleAccount(row), { review: severalLegs(row) }),
  },
  {
    rule: 'refund-to-credit',
    test: (row) => row.group === 'refunded' && row.funding.credit.length === 1,
    verdict: refundToCredit,
  },
  {
    rule: 'refund-to-own-money',
    test: (row) => row.group === 'refunded' && legCount(row) > 0,
    verdict: () => unrelated(),
  },
  { rule: 'refund-without-method', test: (row) => row.group === 'refunded', verdict: () => unrelated() },

  // Orders that were never paid
  { rule: 'never-paid', test: (row) => row.group === 'never-paid', verdict: () => verdict('closed') },
  {
    rule: 'closed-not-counted',
    test: (row) => row.group === 'closed' && row.direction === 'not-counted' && row.funding.credit.length > 0,
    verdict: (row) => verdict('closed', null, { review: markedNotCounted(row) }),
  },
  {
    rule: 'never-paid',
    test: (row) => row.group === 'closed' && (row.direction !== 'spent' || isWithoutMethod(row)),
    verdict: () => verdict('closed'),
  },
  { rule: 'zero-amount', test: (row) => row.amount === 0, verdict: () => unrelated() },

  ...CREDIT_ROWS,

  // Spending on credit, by who paid
  {
    rule: 'purchase-in-several-ways',
    test: (row) => isSpending(row) && legCount(row) > 1,
    verdict: (row) => purchase(row, severalLegs(row)),
  },
  {
    rule: 'purchase-of-unnamed-lender',
    test: (row) => isSpending(row) && row.funding.credit[0]?.account === null,
    verdict: (row) => purchase(row, { reason: 'lender-not-named', text: row.method }),
  },
  {
    rule: 'purchase-marked-not-counted',
    test: (row) => isSpending(row) && row.direction === 'not-counted',
    verdict: (row) => purchase(row, markedNotCounted(row)),
  },
  {
    rule: 'purchase-closed-after-paying',
    test: (row) => isSpending(row) && row.group === 'closed',
    verdict: (row) => purchase(row, { reason: 'refund-expected' }),
  },
  {
    rule: 'purchase-awaiting-receipt',
    test: (row) => isSpending(row) && row.group === 'awaiting-receipt',
    verdict: (row) => purchase(row),
  },
  {
    rule: 'purchase-in-installments',
    test: (row) => isSpending(row) && row.funding.credit[0]?.installments !== null,
    verdict: (row) => purchase(row),
  },
  { rule: 'purchase-on-credit', test: isSpending, verdict: (row) => purchase(row) },
  {
    rule: 'income-on-credit-method',
    test: (row) => row.funding.credit.length > 0,
    verdict: (row) => unrelated(unknownWording(row)),
  },

  // What is left
  {
    rule: 'credit-row-not-understood',
    test: (row) => row.category === '信用借还' || row.group === 'repaid' || row.group === 'lent',
    verdict: (row) => unrelated(unknownWording(row)),
  },
  { rule: 'unknown-status', test: (row) => row.group === 'unknown', verdict: (row) => unrelated(unknownStatus(row)) },
  { rule: 'paid-by-someone-else', test: (row) => row.funding.others.length > 0, verdict: () => unrelated() },
  { rule: 'not-credit', test: () => true, verdict: () => unrelated() },
]
