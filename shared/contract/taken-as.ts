import type { ImportRow, RowKind } from './views.ts'

/** Rows of a file that the user may take as entries by hand, and what each is first taken to be. */

export const isTakeable = ({ recorded, amount }: ImportRow): boolean => !recorded && amount > 0

export type TakenAs = 'purchase' | 'refund' | 'repayment'

/** What the row reads like: money that came back is never first offered as a purchase. */
export function takenAs({ kind, why }: Pick<ImportRow, 'kind' | 'why'>): TakenAs {
  if (kind === 'refund' || kind === 'repayment') return kind
  return REFUND_RULE.test(why) ? 'refund' : 'purchase'
}

const REFUND_RULE = /^(web-refund|other-credit-refund|refund-to-|refund-without-)/

/** Kinds that say by themselves that nothing is owed. */
export const MOVES_NOTHING: ReadonlySet<RowKind> = new Set<RowKind>(['repayment-failed', 'closed', 'unrelated'])
