import type { Month } from '#shared/kernel/day.ts'
import { type Fen, fen, minFen } from '#shared/kernel/money.ts'
import { splitByWeights } from '#shared/kernel/split.ts'
import type { AccountId } from '../account.ts'
import type { Repayment, RepaymentPart } from '../entry.ts'
import { type BilledBook, isOpen, unpaidOf } from './billed-book.ts'
import type { LedgerBook } from './books.ts'

/**
 * A combined 花呗|信用购 repayment says only its sum (domain.md 6.6). An exact match of open bills is proposed as certain;
 * otherwise what is overdue first, then pro rata to what is due. Until the user answers, the estimate is applied and
 * its cells are assumed (engine.md 6).
 */
export type CombinedEstimate = { readonly certain: boolean; readonly parts: readonly RepaymentPart[] }

export function allocateCombined(
  books: LedgerBook,
  repayment: Pick<Repayment, 'amount' | 'candidates' | 'candidateMonth'>,
): CombinedEstimate {
  const open = candidatesOf(books, repayment).map((account) =>
    openDebt(account, books.billed.get(account), repayment.candidateMonth),
  )
  const exact = exactMatch(open, repayment.amount)
  if (exact) return { certain: true, parts: exact.map((debt) => part(debt, debt.due, repayment.candidateMonth)) }
  return { certain: false, parts: estimate(open, repayment) }
}

/** A repayment found in a file names no account: it may concern every billed one. */
export const candidatesOf = (books: LedgerBook, { candidates }: Pick<Repayment, 'candidates'>): readonly AccountId[] =>
  candidates.length > 0 ? candidates : [...books.billed.keys()]

type OpenDebt = { readonly account: AccountId; readonly due: Fen; readonly overdue: Fen }

function openDebt(account: AccountId, book: BilledBook | undefined, month: Month | null): OpenDebt {
  const bills = book?.bills.filter((bill) => isOpen(book, bill)) ?? []
  const sum = (wanted: typeof bills): Fen =>
    fen(wanted.reduce((total, bill) => total + (book ? unpaidOf(book, bill) : 0), 0))
  return {
    account,
    due: sum(bills.filter((bill) => bill.state === 'open' && (month === null || bill.cycle.month <= month))),
    overdue: sum(bills.filter((bill) => bill.state === 'overdue')),
  }
}

/**
 * All open bills together, else the one set of them that sums to the amount; several sets are no match, and where
 * anything is overdue none is: it may have been paid first.
 */
function exactMatch(open: readonly OpenDebt[], amount: Fen): readonly OpenDebt[] | null {
  const due = open.filter((debt) => debt.due > 0)
  if (open.some((debt) => debt.overdue > 0) || due.length === 0) return null
  if (due.reduce((sum, debt) => sum + debt.due, 0) === amount) return due
  const sets =
    due.length > 10 ? [] : subsets(due).filter((set) => set.reduce((sum, debt) => sum + debt.due, 0) === amount)
  return sets.length === 1 ? (sets[0] ?? null) : null
}

function subsets<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>((sets, item) => sets.concat(sets.map((set) => set.concat(item))), [[]])
}

function estimate(
  open: readonly OpenDebt[],
  repayment: { amount: Fen; candidateMonth: Month | null },
): RepaymentPart[] {
  let left = repayment.amount
  const amounts = new Map<AccountId, number>()
  const give = (account: AccountId, amount: number): void => {
    amounts.set(account, (amounts.get(account) ?? 0) + amount)
    left = fen(left - amount)
  }
  for (const debt of open) give(debt.account, minFen(debt.overdue, left))
  const due = open.filter((debt) => debt.due > 0)
  const total = fen(due.reduce((sum, debt) => sum + debt.due, 0))
  if (total > 0 && left > 0) {
    const shares = splitByWeights(
      minFen(total, left),
      due.map((debt) => debt.due),
    )
    for (const [index, debt] of due.entries()) give(debt.account, shares[index] ?? 0)
  }
  const first = open[0]
  if (first) give(first.account, left)
  return open.flatMap((debt) => {
    const amount = fen(amounts.get(debt.account) ?? 0)
    return amount > 0 ? [part(debt, amount, debt.overdue > 0 ? null : repayment.candidateMonth)] : []
  })
}

const part = (debt: OpenDebt, amount: Fen, month: Month | null): RepaymentPart => ({
  account: debt.account,
  amount,
  month,
  settles: null,
})
