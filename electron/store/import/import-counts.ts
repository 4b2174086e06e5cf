import type { ImportFate, ImportSummary, RowKind } from '#shared/contract/views.ts'

/** What the rows of a file became, counted while they pass. */
export type ImportCounts = ImportSummary['counts']

export type CountTaker = {
  readonly row: (kind: RowKind, fate: ImportFate) => void
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
  review: 0,
  duplicate: 0,
  updated: 0,
  rejected: 0,
} as const satisfies ImportCounts

/** Every row counts under its kind; the rows already known count as `duplicate` too, those that changed as `updated`. */
export function countRows(): CountTaker {
  const counts: Record<keyof ImportCounts, number> = { ...KINDS }
  return {
    row: (kind, fate) => {
      counts[kind] += 1
      if (fate === 'duplicate' || fate === 'updated') counts.duplicate += 1
      if (fate === 'updated') counts.updated += 1
    },
    add: (what, count) => {
      counts[what] += count
    },
    counts: () => ({ ...counts }),
  }
}
