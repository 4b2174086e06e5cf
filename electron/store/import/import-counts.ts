import { MOVES_NOTHING } from '#shared/contract/taken-as.ts'
import type { ImportSummary } from '#shared/contract/views.ts'
import type { StagedRow } from './stage-row.ts'

/** What the rows of a file became, counted while they pass. */
export type ImportCounts = ImportSummary['counts']

export type CountTaker = {
  readonly row: (row: StagedRow) => void
  readonly add: (what: 'review' | 'rejected', count: number) => void
  readonly counts: () => ImportCounts
}

const KINDS = {
  purchase: 0,
  refund: 0,
  repayment: 0,
  'repayment-failed': 0,
  disbursement: 0,
  'installment-fee': 0,
  interest: 0,
  closed: 0,
  unrelated: 0,
  kept: 0,
  added: 0,
  review: 0,
  duplicate: 0,
  updated: 0,
  rejected: 0,
} as const satisfies ImportCounts

/**
 * A row counts under its kind where it is recorded, or where its kind says that nothing is; one that asks what it is
 * counts as a question alone, any other as `kept`. Rows already known count as `duplicate` too, those that changed as
 * `updated`, and those that bring a new entry as `added`.
 */
export function countRows(): CountTaker {
  const counts: Record<keyof ImportCounts, number> = { ...KINDS }
  return {
    row: ({ fate, recorded, draft: { kind, review } }) => {
      if (recorded) counts[kind] += 1
      else if (review === null) counts[MOVES_NOTHING.has(kind) ? kind : 'kept'] += 1
      // A question that was put before is not put again.
      if (review && fate !== 'duplicate') counts.review += 1
      if (recorded && (fate === 'new' || fate === 'conflict')) counts.added += 1
      if (fate === 'duplicate' || fate === 'updated') counts.duplicate += 1
      if (fate === 'updated') counts.updated += 1
    },
    add: (what, count) => {
      counts[what] += count
    },
    counts: () => ({ ...counts }),
  }
}
