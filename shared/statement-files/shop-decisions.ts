import { type Decision, unrelated, verdict } from './decision.ts'
import type { RowCells } from './row-cells.ts'

/**
 * WeChat Pay, JD and Meituan (formats.md 4): each knows one credit line of its own, which this ledger does not keep as
 * an account of its kind. Its rows are told by name, so that nothing of it is taken for Huabei and nobody pays it twice.
 */
export type ShopCredit = {
  /** The credit line as its users call it. */
  readonly name: string
  readonly isRepayment: (row: RowCells) => boolean
  readonly isRefund: (row: RowCells) => boolean
  /** Whether the row was paid, or paid back, on the credit line. */
  readonly isOnCredit: (row: RowCells) => boolean
  readonly isFailed: (row: RowCells) => boolean
  /** A status that is known; another one on a credit row asks the user. */
  readonly isKnownStatus: (row: RowCells) => boolean
}

/** The table that the three share; what its tests mean on each platform stands with the platform. */
export const shopDecisions = (credit: ShopCredit): readonly Decision<RowCells>[] => {
  const { name, isRepayment, isRefund, isOnCredit, isFailed, isKnownStatus } = credit
  const concerns = (row: RowCells): boolean => isRepayment(row) || isOnCredit(row)
  const outside = { outside: name }
  return [
    { rule: 'zero-amount', test: (row) => row.amount === 0, verdict: () => unrelated() },
    {
      rule: 'repayment-failed',
      test: (row) => isRepayment(row) && isFailed(row),
      verdict: () => verdict('repayment-failed', null, outside),
    },
    { rule: 'never-paid', test: (row) => concerns(row) && isFailed(row), verdict: () => verdict('closed') },
    {
      rule: 'unknown-status',
      test: (row) => concerns(row) && !isKnownStatus(row),
      verdict: (row) =>
        verdict('unrelated', null, { ...outside, review: { reason: 'unknown-status', status: row.status } }),
    },
    { rule: 'other-credit-repayment', test: isRepayment, verdict: () => verdict('repayment', null, outside) },
    {
      rule: 'other-credit-refund',
      test: (row) => isRefund(row) && isOnCredit(row),
      verdict: () => verdict('refund', null, outside),
    },
    {
      rule: 'other-credit-purchase',
      test: (row) => isOnCredit(row) && row.direction !== 'received',
      verdict: (row) => verdict('purchase', null, { ...outside, installments: installmentsIn(row.method) }),
    },
    {
      rule: 'income-on-credit-method',
      test: isOnCredit,
      verdict: (row) =>
        verdict('unrelated', null, { ...outside, review: { reason: 'unknown-wording', text: row.description } }),
    },
    { rule: 'not-credit', test: () => true, verdict: () => unrelated() },
  ]
}

function installmentsIn(method: string): number | null {
  const count = /(?:分|[（(])(\d{1,2})期/.exec(method)?.[1]
  return count === undefined ? null : Number(count)
}
