import { dayText, parseDay } from '#shared/kernel/day.ts'
import { fen, sumFen, yuanText } from '#shared/kernel/money.ts'
import { divide } from '#shared/kernel/rounding.ts'
import type { BilledBook } from '#shared/ledger/book/billed-book.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import { comingParts } from '#shared/ledger/book/lending-book.ts'
import { type PlanBook, unbilled } from '#shared/ledger/book/plan-book.ts'
import { cycleOfMonth } from '#shared/ledger/cycle.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import {
  loanCostLines,
  loanPrincipalLines,
  periodFeeLines,
  periodPrincipalLines,
  settlementFeeLines,
} from '#shared/ledger/explain/explain-settlement.ts'
import { derivation, line, negated, spoken, sumLine } from '#shared/ledger/explain/line.ts'
import { termsOn } from '#shared/ledger/terms.ts'
import { settlingDays } from './projection/settle-or-wait.ts'

/**
 * Settle or wait, of one installment plan or loan and one of its days (engine.md 4, 5, 11): `settle:ENTRY:pay@DAY` what is
 * paid from now on when it is settled on that day, `settle:ENTRY:cost@DAY` the fees or the interest in it,
 * `settle:ENTRY:saved@DAY` what that is less than keeping it to its end, `settle:ENTRY:per-100@DAY` the same for every 100
 * yuan paid. Null for another entry or day.
 */
export function explainSettle(books: LedgerBook, figure: string): Derivation | null {
  const match = /^settle:(.+):(pay|cost|saved|per-100)@(\d{4}-\d{2}-\d{2})$/.exec(figure)
  const [, id, what, on] = match ?? []
  const course = planCourse(books, { id: id ?? '', on: on ?? '' }) ?? loanCourse(books, { id: id ?? '', on: on ?? '' })
  return course && derivation(figure, linesOf(course, what ?? ''))
}

type Asked = { readonly id: string; readonly on: string }

/** What settling on a day is made of: the principal, what it costs then, and what it costs when it is kept to its end. */
type Course = { readonly principal: DerivationLine; readonly cost: DerivationLine; readonly end: DerivationLine }

function planCourse(books: LedgerBook, { id, on }: Asked): Course | null {
  for (const book of books.billed.values()) {
    const plan = book.plans.find((one) => one.plan.id === id)
    const cost = plan && costOn(books, { book, plan, on })
    if (!plan || !cost) continue
    const principal = sumLine('settle-principal', periodPrincipalLines(plan))
    return { principal, cost: sumLine('settle-fees', cost), end: sumLine('settle-end-fees', periodFeeLines(plan)) }
  }
  return null
}

function loanCourse(books: LedgerBook, { id, on }: Asked): Course | null {
  for (const book of books.lending.values()) {
    const loan = book.loans.find((one) => one.loan.id === id)
    const last = loan && comingParts(loan, books.day).at(-1)
    const asked = parseDay(on)
    if (!loan || !last || !asked.ok || !settlingDays(loan, books.day).includes(asked.value)) continue
    const tenths = termsOn(book.account.terms, books.day).penaltyTenths
    const by = { loan, today: books.day, tenths }
    return {
      principal: sumLine('settle-loan-principal', loanPrincipalLines(loan)),
      cost: sumLine('settle-interest', loanCostLines(by, asked.value)),
      end: sumLine('settle-end-interest', loanCostLines(by, last.dueOn)),
    }
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

function linesOf({ principal, cost, end }: Course, what: string): readonly DerivationLine[] {
  if (what === 'cost') return cost.lines
  const pay = [principal, ...spoken([cost])]
  if (what === 'pay') return pay
  const saved = spoken([end, negated(cost)])
  if (what === 'saved') return saved
  const [less, paid] = [sumFen(saved.map(({ amount }) => amount)), sumFen(pay.map(({ amount }) => amount))]
  const each = fen(paid === 0 ? 0 : divide(less * 10_000, paid, 'halfUp'))
  const values = { saved: yuanText(less), paid: yuanText(paid) }
  return [line('settle-per-hundred', each, { values, certainty: cost.certainty, rounding: 'halfUp' })]
}
