import type { StatementDraft } from '#shared/statement-files/statement-row.ts'
import { becomesEntry } from './facts-of-draft.ts'
import type { Step } from './stage-row.ts'
import type { StagedOrigin } from './write-rows.ts'

/** What a row that was just staged is known by from now on. */
export const learned = ({ on, amount }: StatementDraft, { file }: Step) => ({
  day: on,
  amount,
  appended_by: file.action,
})

/**
 * Rows that are not recorded keep key, day and reason, not their text (product.md, privacy of the file); those that ask
 * something, and repayments that failed, keep it. Who takes such a row by hand has the file before them (take-rows.ts).
 */
export function originOf(draft: StatementDraft, { file }: Step, supersedes: number | null): StagedOrigin {
  const isPrivate = !becomesEntry(draft) && draft.review === null && draft.kind !== 'repayment-failed'
  const raw = isPrivate && !file.keepUnrelatedText ? null : draft.raw
  return { file: file.file, line: draft.line, why: draft.why, raw, supersedes }
}
