import type { Day } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { Rounding } from '#shared/kernel/rounding.ts'
import type { Certainty } from './cells.ts'
import type { EntryId } from './entry.ts'

/**
 * How a figure came about: a tree whose lines sum to the figure (engine.md 11). The words are made from `rule` and
 * `values` (rule-texts.ts), so that the window, the command line and an export say the same in both languages.
 */
export type Derivation = {
  /** A stable id that `explain` takes, such as `owed:huabei:next.interest@2026-07-05`. */
  readonly figure: string
  readonly amount: Fen
  readonly certainty: Certainty
  readonly lines: readonly DerivationLine[]
  /** Of a figure that is a day, that day, and `null` where it never comes: its amount is what is left then. */
  readonly day?: Day | null
}

export type DerivationLine = {
  /** Which rule made this line; the key of its sentence. */
  readonly rule: string
  /** Dates as `YYYY-MM-DD`, months as `YYYY-MM`, amounts as yuan text, rates as percent text: ready to be read. */
  readonly values: Readonly<Record<string, string | number>>
  readonly amount: Fen
  readonly certainty: Certainty
  /** Where the rule comes from: a row of the rules, such as `2.5`. Empty for what the user or a file stated. */
  readonly source: string
  readonly rounding: Rounding | null
  readonly entries: readonly EntryId[]
  readonly lines: readonly DerivationLine[]
}
