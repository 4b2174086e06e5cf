import type { ImportRow, RowKind } from './views.ts'

/** Rows of a file that the user may take as entries by hand, and what each is first taken to be. */

export const isTakeable = ({ recorded, amount }: ImportRow): boolean => !recorded && amount > 0

export type TakenAs = 'purchase' | 'refund' | 'repayment'

/** What the row reads like: money that came back is never first offered as a purchase. */
export function takenAs({ kind, why }: Pick<ImportRow, 'kind' | 'why'>): TakenAs {
  if (kind === 'refund' || kind === 'repayment') return kind
  // A bank card repaid through Alipay, another lender's deduction: money that went to a debt elsewhere.
  if (why === 'other-credit') return 'repayment'
  return REFUND_RULE.test(why) ? 'refund' : 'purchase'
}

const REFUND_RULE = /^(web-refund|other-credit-refund|refund-to-|refund-without-)/

/** Kinds that say by themselves that nothing is owed. */
export const MOVES_NOTHING: ReadonlySet<RowKind> = new Set<RowKind>(['repayment-failed', 'closed', 'unrelated'])

/** Rows that may well be on credit; the file only does not say so. Others belong to another product, or to none. */
export const isLikelyCredit = (row: ImportRow): boolean => isTakeable(row) && LIKELY_RULE.test(row.why)

const LIKELY_RULE = /^(web-purchase|web-refund|refund-without-method)$/

/** Rows of credit that other lenders gave: a debt beside the three, if the user keeps it as one. */
export const isOtherCredit = (row: ImportRow): boolean => isTakeable(row) && !row.review && OTHER_RULE.test(row.why)

const OTHER_RULE = /^other-credit/

/** A wording that became nothing was no guess: it is a charge of one account, or not understood. */
export const unrecordedAsk = (reason: string, isCharge: boolean): string =>
  reason === 'unconfirmed-wording' ? (isCharge ? 'unconfirmed-charge' : 'unknown-wording') : reason
