import { type Day, monthText } from '#shared/kernel/day.ts'
import { type Fen, yuanText } from '#shared/kernel/money.ts'
import type { LoanBook } from '#shared/ledger/book/lending-book.ts'
import type { Paid } from '#shared/ledger/book/pay-billed.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import { loanPartLine } from '#shared/ledger/explain/explain-loan.ts'
import { line, spoken } from '#shared/ledger/explain/line.ts'

/** Where the money of a plan's payment goes, and what a due day asks for (engine.md 6, 11). */

/** A part of a payment, as the books answer it: by bill or by loan. */
export type PaidPart = {
  readonly what: Paid['what']
  readonly month?: number | null
  readonly loan?: string
  readonly amount: Fen
}

export const paidLines = (parts: readonly PaidPart[]): readonly DerivationLine[] =>
  spoken(
    parts.map(({ what, month = null, loan, amount }) => {
      const named = { source: loan === undefined ? '3.11' : '7.10', entries: loan === undefined ? [] : [loan] }
      return month === null
        ? line(`paid-${what}`, amount, named)
        : line(`paid-${what}-of-bill`, amount, { ...named, values: { month: monthText(month as never) } })
    }),
  )

export const loanDueLines = (loan: LoanBook, dueOn: Day): readonly DerivationLine[] =>
  loan.parts
    .filter((part) => part.dueOn === dueOn)
    .flatMap((part) => spoken([loanPartLine(loan, part, 'principal'), loanPartLine(loan, part, 'interest')]))

export const spendingLines = (through: string, amount: Fen): readonly DerivationLine[] => [
  line('planned-spending', amount, { values: { through, amount: yuanText(amount) } }),
]
