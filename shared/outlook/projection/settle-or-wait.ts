import { type Fen, fen, sumFen } from '#shared/kernel/money.ts'
import { divide } from '#shared/kernel/rounding.ts'
import { type BilledBook, type PlanBook, unbilled } from '#shared/ledger/book/billed-book.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import { cycleOfMonth } from '#shared/ledger/cycle.ts'
import { earlySettlement, type Installment } from '#shared/ledger/installment-plan.ts'
import { termsOn } from '#shared/ledger/terms.ts'
import type { SettleOrWait } from '../answers.ts'

/** For each open plan: what it costs to settle today, on the next due day, or at the end (engine.md 4). */
export function settleOrWait(books: LedgerBook): readonly SettleOrWait[] {
  return [...books.billed.values()].flatMap((book) =>
    book.plans.filter((plan) => unbilled(plan).length > 0).map((plan) => optionsOf(books, book, plan)),
  )
}

type Option = SettleOrWait['options'][number]

function optionsOf(books: LedgerBook, book: BilledBook, plan: PlanBook): SettleOrWait {
  const left = unbilled(plan)
  const mode = termsOn(book.account.terms, books.day).earlySettlementMode
  const settling = (periods: readonly Installment[]): Fen => earlySettlement(periods, mode).fee
  const principal = sumFen(left.map((period) => period.principal))
  const option = (on: Option['on'], cost: number): Option => ({ on, pay: fen(principal + cost), costToEnd: fen(cost) })
  const dueOf = (period: Installment): Option['on'] => cycleOfMonth(book.account.terms, period.billMonth).dueOn
  const [next, ...rest] = left
  const last = left.at(-1)
  const today = option(books.day, settling(left))
  const options = [today]
  if (next && rest.length > 0) options.push(option(dueOf(next), next.fee + settling(rest)))
  const end = sumFen(left.map((period) => period.fee))
  if (last) options.push(option(dueOf(last), end))
  const saved = end - today.costToEnd
  return {
    plan: plan.plan.id,
    options,
    savedPerYuan: today.pay === 0 ? 0 : divide(saved * 10_000, today.pay, 'halfUp'),
  }
}
