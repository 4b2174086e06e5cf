import type { AlipayRow } from './alipay-row.ts'
import {
  charge,
  combinedRepayment,
  isOtherCredit,
  isRepaymentTo,
  isSpending,
  isWithoutMethod,
  legCount,
  markedNotCounted,
  otherCredit,
  purchase,
  refundToCredit,
  repayment,
  severalLegs,
  soleAccount,
  unknownStatus,
  unknownWording,
  unrelated,
  verdict,
  wordingAccount,
} from './alipay-verdicts.ts'
import type { Rule } from './reasons.ts'
import type { RowVerdict } from './statement-row.ts'

/**
 * The decision table of formats.md 7: the first rule that fits says what a row is. The order carries meaning: status
 * before wording, wording before funding, so that a failed repayment never counts and a refund is never spending.
 */
export type Decision = {
  readonly rule: Rule
  readonly test: (row: AlipayRow) => boolean
  readonly verdict: (row: AlipayRow) => RowVerdict
}

export const DECISIONS: readonly Decision[] = [
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

  // Credit rows, by their wording
  {
    rule: 'credit-row-with-unknown-status',
    test: (row) => row.group === 'unknown' && (row.wording !== null || row.category === '信用借还'),
    verdict: (row) => unrelated(unknownStatus(row)),
  },
  { rule: 'combined-repayment', test: (row) => row.wording?.says === 'combined-repayment', verdict: combinedRepayment },
  { rule: 'huabei-repayment', test: (row) => isRepaymentTo(row.wording, 'huabei'), verdict: repayment },
  { rule: 'borrow-repayment', test: (row) => isRepaymentTo(row.wording, 'borrow'), verdict: repayment },
  {
    rule: 'credit-purchase-repayment',
    test: (row) => isRepaymentTo(row.wording, 'credit-purchase'),
    verdict: repayment,
  },
  { rule: 'repayment-of-unknown-account', test: (row) => row.wording?.says === 'repayment', verdict: repayment },
  {
    rule: 'borrow-disbursement',
    test: (row) => row.wording?.says === 'disbursement',
    verdict: (row) => verdict('disbursement', wordingAccount(row.wording)),
  },
  {
    rule: 'credit-charge',
    test: (row) => row.wording?.says === 'installment-fee' || row.wording?.says === 'interest',
    verdict: charge,
  },
  {
    rule: 'other-credit-repayment',
    test: (row) => isOtherCredit(row.wording, 'back'),
    verdict: (row) => otherCredit('repayment', row),
  },
  {
    rule: 'other-credit-disbursement',
    test: (row) => isOtherCredit(row.wording, 'out'),
    verdict: (row) => otherCredit('disbursement', row),
  },
  {
    rule: 'other-credit',
    test: (row) => row.wording?.says === 'other-credit',
    verdict: (row) => otherCredit('unrelated', row),
  },
  { rule: 'receiving-fee', test: (row) => /收钱服务费\[/.test(row.description), verdict: () => unrelated() },

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

/** The rule that fits and what it says; the last rule fits every row. */
export function decide(row: AlipayRow): { readonly why: Rule; readonly verdict: RowVerdict } {
  for (const decision of DECISIONS) {
    if (decision.test(row)) return { why: decision.rule, verdict: decision.verdict(row) }
  }
  throw new Error('the decision table has no last rule')
}
