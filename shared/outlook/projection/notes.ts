import { type Day, dayText, monthOf, monthText } from '#shared/kernel/day.ts'
import { sumFen, yuanText } from '#shared/kernel/money.ts'
import { isLending } from '#shared/ledger/account.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Warning } from '../answers.ts'
import type { Plan } from '../plan.ts'
import { warning } from '../warning.ts'

/** What a projection leaves out or takes as given, said beside it. */
export function notesOf(ledger: Ledger, books: LedgerBook, plan: Plan): readonly Warning[] {
  const notes: Warning[] = []
  if (plan.from < ledger.today) notes.push(warning('plan-starts-today', { from: dayText(plan.from) }))
  if (plan.from > ledger.today) notes.push(warning('plan-starts-later', { from: dayText(plan.from) }))
  notes.push(...overBefore(plan, books.day))
  for (const account of ledger.accounts) {
    const awaiting = sumFen(books.billed.get(account.id)?.awaiting.map((purchase) => purchase.amount) ?? [])
    if (awaiting > 0) {
      notes.push(warning('plan-awaiting-left-out', { account: account.name, amount: yuanText(awaiting) }))
    }
    const debt = books.other.get(account.id)?.debt
    if (debt && debt.balanceOn < ledger.today) {
      notes.push(warning('plan-balance-old', { account: account.name, on: dayText(debt.balanceOn) }))
    }
    if (isLending(account) && plan.newSpending.some((one) => one.account === account.id)) {
      notes.push(warning('plan-no-spending-on-loans', { account: account.name }))
    }
  }
  if (ledger.entries.some((entry) => isLater(books, entry))) {
    notes.push(warning('plan-later-facts-left-out', { on: dayText(books.day) }))
  }
  return notes
}

/** Money and spending of days before the plan's start are no part of it: they are facts, or never were. */
function overBefore(plan: Plan, start: Day): readonly Warning[] {
  const month = monthOf(start)
  return [
    ...plan.lumps
      .filter(({ on }) => on < start)
      .map(({ on, amount }) => warning('plan-lump-over', { on: dayText(on), amount: yuanText(amount) })),
    ...plan.recurring
      .filter(({ through }) => through < month)
      .map(({ through, amount }) =>
        warning('plan-recurring-over', { through: monthText(through), amount: yuanText(amount) }),
      ),
    ...plan.newSpending
      .filter(({ through }) => through < month)
      .map(({ through, monthly }) =>
        warning('plan-spending-over', { through: monthText(through), amount: yuanText(monthly) }),
      ),
  ]
}

/** Facts of days after the plan's start are not part of it. */
function isLater(books: LedgerBook, entry: Entry): boolean {
  switch (entry.kind) {
    case 'repayment':
    case 'refund':
    case 'deferral':
      return entry.on > books.day
    case 'purchase':
      return entry.postedOn !== null && entry.postedOn > books.day
    case 'loan':
      return entry.drawnOn > books.day
    case 'bill':
      return entry.month >= (books.billed.get(entry.account)?.nextMonth ?? Number.POSITIVE_INFINITY)
    default:
      return false
  }
}
