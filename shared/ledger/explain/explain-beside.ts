import { dayText, monthText } from '#shared/kernel/day.ts'
import { type Fen, fen, yuanText } from '#shared/kernel/money.ts'
import type { AccountId } from '../account.ts'
import type { BilledBook } from '../book/billed-book.ts'
import type { LedgerBook } from '../book/books.ts'
import { beyondPostings, coveredCharges } from '../book/cells-of.ts'
import { unbilled } from '../book/plan-book.ts'
import type { DerivationLine } from '../derivation.ts'
import type { Entry } from '../entry.ts'
import type { Ledger } from '../ledger.ts'
import { type EarlySettlementMode, termsOn } from '../terms.ts'
import { settlementFeeLines } from './explain-settlement.ts'
import { line, spoken, sumLine } from './line.ts'

/** The figures of an account beside its sixteen cells (engine.md 7), by the names they have in an answer. */

export type Asked = {
  readonly ledger: Ledger
  readonly books: LedgerBook
  readonly account: AccountId
  /** All principal that is unpaid, cell by cell. */
  readonly principal: () => readonly DerivationLine[]
}

/** null where there is no such figure. */
export function besideLines(name: string, asked: Asked): readonly DerivationLine[] | null {
  const { ledger, books, account } = asked
  const book = books.billed.get(account)
  switch (name) {
    case 'awaitingReceipt':
      return awaitingLines(book)
    case 'refundExpected':
      return ledger.entries.flatMap((entry) => expectedLines(entry, account, books.day))
    case 'prepaid':
      return prepaidLines(book)
    case 'usedQuota':
      return usedLines(asked)
    case 'availableQuota':
      return availableLines(asked)
    case 'earlyRepayFee.before':
      return settlingLines(book, () => 'chargeAll')
    case 'earlyRepayFee.after':
      return settlingLines(book, ({ terms }) => termsOn(terms, books.day).earlySettlementMode)
    default:
      return null
  }
}

const awaitingLines = (book: BilledBook | undefined): readonly DerivationLine[] =>
  (book?.awaiting ?? []).map(({ id, orderedOn, amount }) =>
    line('residue-awaiting-receipt', amount, { values: { from: dayText(orderedOn) }, source: '1.10', entries: [id] }),
  )

function expectedLines(entry: Entry, account: AccountId, on: LedgerBook['day']): readonly DerivationLine[] {
  if (entry.kind === 'refund' && entry.account === account && entry.inFlight && entry.on <= on) {
    const values = { from: dayText(entry.on) }
    return [line('residue-refund-in-flight', entry.amount, { values, entries: [entry.id] })]
  }
  if (entry.kind === 'purchase' && entry.account === account && entry.refundExpected) {
    const values = { from: dayText(entry.orderedOn) }
    return [line('residue-refund-expected', entry.amount, { values, entries: [entry.id] })]
  }
  return []
}

/** Money for bills to come, less what the interest and fees that stand in no bill yet will take of it. */
function prepaidLines(book: BilledBook | undefined): readonly DerivationLine[] {
  if (!book) return []
  const { interest, fee } = coveredCharges(book)
  const months = [...book.upcoming.values()].map((cycle) =>
    line('prepaid-for', beyondPostings(cycle), { values: { month: monthText(cycle.month) }, source: '1.12' }),
  )
  return spoken([
    ...months,
    line('prepaid-covers-interest', fen(-interest), { source: '3.11' }),
    line('prepaid-covers-fee', fen(-fee), { source: '3.11' }),
  ])
}

const usedLines = ({ principal, books, account }: Asked): readonly DerivationLine[] => [
  ...principal(),
  ...awaitingLines(books.billed.get(account)),
]

/** Never below zero: what is used beyond the limit leaves nothing. */
function availableLines(asked: Asked): readonly DerivationLine[] | null {
  const limit = asked.ledger.accounts.find(({ id }) => id === asked.account)?.limit ?? null
  if (limit === null) return null
  const used = sumLine('quota-taken', usedLines(asked))
  const beyond = fen(Math.max(used.amount - limit, 0))
  return spoken([
    line('quota-limit', limit, { certainty: 'shown' }),
    taken(used),
    line('quota-beyond', beyond, { values: { limit: yuanText(limit) } }),
  ])
}

const taken = (part: DerivationLine): DerivationLine => ({
  ...part,
  amount: fen(-part.amount) as Fen,
  lines: part.lines.map(taken),
})

const settlingLines = (
  book: BilledBook | undefined,
  modeOf: (account: BilledBook['account']) => EarlySettlementMode,
): readonly DerivationLine[] =>
  spoken(
    (book?.plans ?? []).map((plan) =>
      sumLine('settle-plan', settlementFeeLines(plan, modeOf(book!.account)), {
        account: book!.account.name,
        periods: unbilled(plan).length,
      }),
    ),
  )
