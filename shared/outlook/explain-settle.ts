import { dayText, monthText } from '#shared/kernel/day.ts'
import { fen, sumFen, yuanText } from '#shared/kernel/money.ts'
import { divide } from '#shared/kernel/rounding.ts'
import { type BilledBook, type PlanBook, unbilled } from '#shared/ledger/book/billed-book.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import { cycleOfMonth } from '#shared/ledger/cycle.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { periodFeeLines, settlementFeeLines } from '#shared/ledger/explain/explain-settlement.ts'
import { derivation, line, negated, spoken, sumLine } from '#shared/ledger/explain/line.ts'
import { termsOn } from '#shared/ledger/terms.ts'

/**
 * Settle or wait, of one installment plan and one of its days (engine.md 4, 11): `settle:PLAN:pay@DAY` what is paid from now
 * on when it is settled on that day, `settle:PLAN:cost@DAY` the fees in it, `settle:PLAN:saved@DAY` what that is less than
 * keeping it to its end, `settle:PLAN:per-100@DAY` the same for every 100 yuan paid. Null for another plan or day.
 */
export function explainSettle(books: LedgerBook, figure: string): Derivation | null {
  const match = /^settle:(.+):(pay|cost|saved|per-100)@(\d{4}-\d{2}-\d{2})$/.exec(figure)
  const [, id, what, on] = match ?? []
  for (const book of books.billed.values()) {
    const plan = book.plans.find((one) => one.plan.id === id)
    const cost = plan && costOn(books, { book, plan, on: on ?? '' })
    if (plan && cost) return derivation(figure, linesOf(plan, { what: what ?? '', cost }))
  }
  return null
}

/** The fees of the option that ends on a day; null where none of the three does. */
function costOn(
  books: LedgerBook,
  { book, plan, on }: { readonly book: BilledBook; readonly plan: PlanBook; readonly on: string },
): readonly DerivationLine[] | null {
  const left = unbilled(plan)
  const [next, last] = [left[0], left.at(-1)]
  if (!next || !last) return null
  const mode = termsOn(book.account.terms, books.day).earlySettlementMode
  const dueOf = ({ billMonth }: typeof next): string => dayText(cycleOfMonth(book.account.terms, billMonth).dueOn)
  if (on === dayText(books.day)) return settlementFeeLines(plan, mode)
  if (on === dueOf(last)) return periodFeeLines(plan)
  if (on !== dueOf(next)) return null
  const rest = settlementFeeLines({ ...plan, next: plan.next + 1 }, mode)
  return [...periodFeeLines(plan).filter(({ values }) => values.number === next.number), ...rest]
}

function linesOf(
  plan: PlanBook,
  { what, cost }: { readonly what: string; readonly cost: readonly DerivationLine[] },
): readonly DerivationLine[] {
  if (what === 'cost') return cost
  const fees = sumLine('settle-fees', cost)
  const pay = [sumLine('settle-principal', principalLines(plan)), ...spoken([fees])]
  if (what === 'pay') return pay
  const saved = spoken([sumLine('settle-end-fees', periodFeeLines(plan)), negated(fees)])
  if (what === 'saved') return saved
  const [less, paid] = [sumFen(saved.map(({ amount }) => amount)), sumFen(pay.map(({ amount }) => amount))]
  const each = fen(paid === 0 ? 0 : divide(less * 10_000, paid, 'halfUp'))
  const values = { saved: yuanText(less), paid: yuanText(paid) }
  return [line('settle-per-hundred', each, { values, certainty: fees.certainty, rounding: 'halfUp' })]
}

const principalLines = (plan: PlanBook): readonly DerivationLine[] =>
  spoken(
    unbilled(plan).map(({ number, billMonth, principal, shown }) =>
      line('installment-principal', principal, {
        values: { number, month: monthText(billMonth) },
        certainty: shown ? 'shown' : 'derived',
        source: '4.3',
        entries: [plan.plan.id],
      }),
    ),
  )
