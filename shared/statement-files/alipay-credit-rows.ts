import type { AlipayRow } from './alipay-row.ts'
import {
  charge,
  combinedRepayment,
  isOtherCredit,
  isRepaymentTo,
  otherCredit,
  repayment,
  unknownStatus,
  wordingAccount,
} from './alipay-verdicts.ts'
import { type Decision, unrelated, verdict } from './decision.ts'

/**
 * Rows about credit, by their wording: repayments, what was lent, fees and interest (formats.md 2.5, 7.5–7.9). The app's
 * and the web site's exports word them alike, so both tables hold these rules.
 */
export const CREDIT_ROWS: readonly Decision<AlipayRow>[] = [
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
]
