import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { FileRefusal } from './file-refusal.ts'
import { type KnownPurchases, linkRefunds, NOTHING_KNOWN } from './link-refunds.ts'
import type { ReadRows, StatementSummary } from './statement-reader.ts'
import { createStatementReader } from './text-reader.ts'

export type ReadStatement = StatementSummary & ReadRows

export type ReadStatementOptions = { readonly owner?: string; readonly known?: KnownPurchases }

/** A whole statement at once, refunds linked: for files that fit in memory and for previews. */
export function readStatement(
  text: string,
  { owner, known = NOTHING_KNOWN }: ReadStatementOptions = {},
): Outcome<ReadStatement, FileRefusal> {
  const reader = createStatementReader(owner === undefined ? {} : { owner })
  const rows = reader.push(text)
  const end = reader.finish()
  if (!end.outcome.ok) return refused(end.outcome.refusal)
  return done({
    ...end.outcome.value,
    drafts: linkRefunds([...rows.drafts, ...end.rows.drafts], known),
    problems: [...rows.problems, ...end.rows.problems],
  })
}
