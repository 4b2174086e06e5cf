import type { Day } from '#shared/kernel/day.ts'
import { ZERO } from '#shared/kernel/money.ts'
import type { Review } from '#shared/ledger/entry.ts'
import type { RowProblem } from '#shared/statement-files/row-problem.ts'
import { reviewIdOf } from './entry-id.ts'
import type { Step } from './stage-row.ts'

/**
 * A row that could not be read becomes a question with its text: nothing of a file is lost, and the user can say what
 * the row is (formats.md 5.1, 34). It is known again by its text, so that the same file asks once.
 */
export function stageProblem(
  { key, kind, line, text }: RowProblem,
  near: Day,
  { file, progress, known, rows }: Step,
): void {
  const id = reviewIdOf(progress.ids.ofKey(key))
  if (known.newest(id)) return
  const note = text.length > LONGEST_NOTE ? `${text.slice(0, LONGEST_NOTE)}…` : text
  const review: Review = {
    id,
    kind: 'review',
    label: '',
    orderNo: null,
    note,
    accounts: [],
    reason: 'row-not-readable',
    amount: ZERO,
    on: near,
  }
  const origin = { file: file.file, line, why: kind, raw: text.slice(0, LONGEST_RAW), supersedes: null }
  const seq = rows.entry(review, origin)
  const { raw, why } = origin
  known.learn({ seq, id, kind: 'review', raw, why, file: file.file, day: near, amount: ZERO, appended_by: file.action })
}

/** What is shown of a row, and what is kept of one: a line of megabytes is damage, not text. */
const LONGEST_NOTE = 300
const LONGEST_RAW = 20_000
