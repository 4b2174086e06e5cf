import { type Day, dayText, type Month, monthText } from '#shared/kernel/day.ts'
import { type Fen, yuanText } from '#shared/kernel/money.ts'

/** The leaves of the JSON documents (cli.md): yuan text with two decimals, `YYYY-MM-DD`, `YYYY-MM`; null where unknown. */

export const yuan = yuanText
export const yuanOrNull = (amount: Fen | null): string | null => (amount === null ? null : yuanText(amount))
export const date = dayText
export const dateOrNull = (day: Day | null): string | null => (day === null ? null : dayText(day))
export const monthOrNull = (month: Month | null): string | null => (month === null ? null : monthText(month))

/** What stands in an `explain` field: the id that `huaqing explain` takes, or in an answer without a ledger the tree itself. */
export type ExplainJson = (figure: string) => unknown
export const explainId: ExplainJson = (figure) => figure
