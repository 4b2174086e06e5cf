import type { ImportFate, ImportRow } from '#shared/contract/views.ts'
import { accountRefText } from '#shared/statement-files/account-ref.ts'
import type { StatementDraft } from '#shared/statement-files/statement-row.ts'
import { detached } from './detached.ts'
import { becomesEntry } from './facts-of-draft.ts'
import type { StagedRow } from './stage-row.ts'

/**
 * What each row of the previewed file becomes. The first rows are kept as they are shown; of a file of a million rows
 * the others are read from it again when someone scrolls that far, and only what the file does not say is remembered.
 */
export type PreviewRows = {
  /** `index` counts the rows of the file from 0; `isChanged` where other rows changed what this one alone would be. */
  readonly add: (index: number, staged: StagedRow, isChanged: boolean) => void
  /** The question of a row has been answered by a later one. */
  readonly settle: (line: number) => void
  /** The rows kept from the beginning. */
  readonly first: () => readonly ImportRow[]
  /** A row read again, as it was staged. */
  readonly restore: (index: number, draft: StatementDraft) => ImportRow
}

export const ROWS_KEPT = 2000

const FATES: readonly ImportFate[] = ['new', 'duplicate', 'updated', 'conflict']

export function createPreviewRows(): PreviewRows {
  const kept: ImportRow[] = []
  const changed = new Map<number, ImportRow>()
  const settled = new Set<number>()
  let fates = new Uint8Array(4096)

  const asSettled = (row: ImportRow): ImportRow =>
    settled.has(row.line) ? { ...row, review: false, reviewReason: null } : row

  return {
    add: (index, staged, isChanged) => {
      if (index < ROWS_KEPT) kept[index] = rowOf(staged)
      // Known, and not an entry although it reads like one: the user deleted it.
      else if (isChanged || staged.recorded !== becomesEntry(staged.draft)) changed.set(index, detached(rowOf(staged)))
      if (index >= fates.length) fates = grown(fates)
      fates[index] = FATES.indexOf(staged.fate)
    },
    settle: (line) => {
      settled.add(line)
    },
    first: () => kept.map(asSettled),
    restore: (index, draft) => {
      const fate = FATES[fates[index] ?? 0] ?? 'new'
      return asSettled(kept[index] ?? changed.get(index) ?? rowOf({ fate, recorded: becomesEntry(draft), draft }))
    },
  }
}

function grown(small: Uint8Array): Uint8Array<ArrayBuffer> {
  const large = new Uint8Array(small.length * 2)
  large.set(small)
  return large
}

/** A row as the preview shows it. */
const rowOf = ({ fate, recorded, draft }: StagedRow): ImportRow => ({
  line: draft.line,
  kind: draft.kind,
  account: draft.account === null ? null : accountRefText(draft.account),
  amount: draft.amount,
  on: draft.on,
  time: draft.time,
  orderNo: draft.orderNo,
  refundOf: draft.refundOf,
  billMonth: draft.billMonth,
  label: draft.counterparty,
  fate,
  recorded,
  review: draft.review !== null,
  reviewReason: draft.review?.reason ?? null,
  why: draft.why,
})
