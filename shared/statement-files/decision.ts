import type { AccountRef } from './account-ref.ts'
import type { Rule } from './reasons.ts'
import type { RowReview } from './row-review.ts'
import type { RowVerdict } from './statement-row.ts'

/** One line of a decision table (formats.md 7): a rule with its reason, the rows it fits, and what it says of them. */
export type Decision<Row> = {
  readonly rule: Rule
  readonly test: (row: Row) => boolean
  readonly verdict: (row: Row) => RowVerdict
}

export type Decided = { readonly why: Rule; readonly verdict: RowVerdict }

/** The first rule that fits and what it says; the last rule of every table fits every row. */
export function firstFit<Row>(table: readonly Decision<Row>[], row: Row): Decided {
  for (const decision of table) {
    if (decision.test(row)) return { why: decision.rule, verdict: decision.verdict(row) }
  }
  throw new Error('the decision table has no last rule')
}

export function verdict(
  kind: RowVerdict['kind'],
  account: AccountRef | null = null,
  more: Partial<RowVerdict> = NOTHING_MORE,
): RowVerdict {
  return {
    kind,
    account,
    billMonth: more.billMonth ?? null,
    awaitingReceipt: more.awaitingReceipt ?? false,
    refundExpected: more.refundExpected ?? false,
    installments: more.installments ?? null,
    combined: more.combined ?? false,
    outside: more.outside ?? null,
    review: more.review ?? null,
  }
}

const NOTHING_MORE: Partial<RowVerdict> = {}
const UNRELATED = verdict('unrelated')

export const unrelated = (review: RowReview | null = null): RowVerdict =>
  review === null ? UNRELATED : verdict('unrelated', null, { review })
