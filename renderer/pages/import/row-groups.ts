import type { ImportRow, ImportSummary } from '#shared/contract/views.ts'

/** The kinds by which rows are looked at: what needs the user first, then what changes the debt, then the rest. */
export const GROUPS = ['you', 'purchase', 'refund', 'repayment', 'disbursement', 'charge', 'out', 'known'] as const
export type RowGroup = (typeof GROUPS)[number]

/**
 * A row already in the ledger is only that; one that needs the user stands with those alone; one that is not recorded
 * is out, whatever it reads like.
 */
export function groupOf(row: ImportRow): RowGroup {
  if (row.fate === 'duplicate') return 'known'
  if (row.review) return 'you'
  if (!row.recorded) return 'out'
  switch (row.kind) {
    case 'purchase':
    case 'refund':
    case 'repayment':
    case 'disbursement':
      return row.kind
    case 'installment-fee':
    case 'interest':
      return 'charge'
    case 'repayment-failed':
    case 'closed':
    case 'unrelated':
      return 'out'
  }
}

export type GroupCounts = Readonly<Record<RowGroup, number>>

export function countGroups(rows: readonly ImportRow[]): GroupCounts {
  const counts: Record<RowGroup, number> = {
    you: 0,
    purchase: 0,
    refund: 0,
    repayment: 0,
    disbursement: 0,
    charge: 0,
    out: 0,
    known: 0,
  }
  for (const row of rows) counts[groupOf(row)] += 1
  return counts
}

/** Rows that the import will enter into the books or change there. */
export const rowsToRecord = ({ counts }: ImportSummary): number => counts.added + counts.updated

/** Rows of which only key, day and reason are kept. */
export const rowsKept = ({ counts }: ImportSummary): number => counts.unrelated + counts.closed + counts.kept
