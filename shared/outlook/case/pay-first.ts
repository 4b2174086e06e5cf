import { addDays, type Day, dayText, monthText } from '#shared/kernel/day.ts'
import { type Fen, fen, maxFen, minFen, sumFen, yuanText, ZERO } from '#shared/kernel/money.ts'
import { applyRate, type Rate } from '#shared/kernel/rate.ts'
import { divide } from '#shared/kernel/rounding.ts'
import { type AccountId, isLending } from '#shared/ledger/account.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { NextDue } from '#shared/ledger/owed.ts'
import { termsOn } from '#shared/ledger/terms.ts'
import type { Warning } from '../answers.ts'
import type { Plan } from '../plan.ts'
import { otherExpected, otherState } from '../projection/other-run.ts'
import { warning } from '../warning.ts'

/**
 * What a month's money pays first where it does not suffice: what is overdue, then the least of as many debts as
 * possible, then the rest; and what then happens to what is left of each (domain.md 2.5, 3.1, 7.11; engine.md 5).
 */
export type ReliefItem = {
  readonly account: AccountId
  readonly on: Day
  readonly due: Fen
  /** Under which what is due can be asked; null for a debt elsewhere, which asks for what was agreed there. */
  readonly explain: string | null
  readonly pay: Fen
  readonly why: Warning
  /** What happens to the rest; null where nothing is left. */
  readonly rest: Warning | null
}

/** What is due within the month is what this month's money has to choose between. */
const AHEAD = 31

type Due = Pick<NextDue, 'on' | 'overdue' | 'amount' | 'minimumSafe' | 'bill'> & { readonly account: AccountId }

/** What another debt asks for on its next pay day; one without a schedule asks for nothing that could be late. */
export function otherDues({ other }: LedgerBook, plan: Plan): readonly Due[] {
  return [...other.values()].flatMap((book) => {
    const state = otherState(book, plan, plan.from)
    const amount = otherExpected(state)
    if (amount === 0) return []
    return [{ account: book.account.id, on: state.dueOn, overdue: false, amount, minimumSafe: amount, bill: null }]
  })
}

export const payFirst = (ledger: Ledger, asked: readonly Due[], money: Fen): readonly ReliefItem[] =>
  shareOut(ledger, asked, money).map(({ due, given }) => itemOf(ledger, due, sumFen(given.map(({ amount }) => amount))))

/** What of the money goes to a debt: because it is overdue, as its least, or of what is then left; `hand` is there before. */
export type Given = { readonly why: 'overdue' | 'least' | 'rest'; readonly amount: Fen; readonly hand: Fen }
export type Shared = { readonly due: Due; readonly given: readonly Given[] }

/** Overdue first, the oldest of it first, as a plan pays it; then what keeps the others from becoming overdue; then the rest. */
export function shareOut(ledger: Ledger, asked: readonly Due[], money: Fen): readonly Shared[] {
  const dues = asked
    .filter(({ on }) => on <= addDays(ledger.today, AHEAD))
    .sort((a, b) => Number(b.overdue) - Number(a.overdue) || a.on - b.on)
  const given = dues.map((): Given[] => [])
  let left = money
  const pay = (index: number, upTo: Fen, why: Given['why']): void => {
    const own = given[index] ?? []
    const before = sumFen(own.map(({ amount }) => amount))
    const amount = minFen(left, maxFen(fen(upTo - before), ZERO))
    if (amount > 0) own.push({ why, amount, hand: left })
    left = fen(left - amount)
  }
  for (const [index, due] of dues.entries()) if (due.overdue) pay(index, due.amount, 'overdue')
  // The smallest least amount first: so that as few debts as possible become overdue.
  const leasts = dues.map(({ minimumSafe, amount }, index) => ({ index, least: minFen(minimumSafe, amount) }))
  for (const { index, least } of leasts.sort((a, b) => a.least - b.least)) pay(index, least, 'least')
  for (const [index, due] of dues.entries()) pay(index, due.amount, 'rest')
  return dues.map((due, index) => ({ due, given: given[index] ?? [] }))
}

function itemOf(ledger: Ledger, due: Due, pay: Fen): ReliefItem {
  const bill = due.bill === null ? '' : monthText(due.bill)
  const dated = isOther(ledger, due) ? 'relief-other' : 'relief-part'
  const why = due.overdue ? 'relief-overdue-first' : due.bill === null ? dated : 'relief-bill'
  const rest = fen(due.amount - pay)
  const explain = isOther(ledger, due) ? null : `due:full:${due.account}:${dayText(due.on)}@${dayText(ledger.today)}`
  const common = { account: due.account, on: due.on, due: due.amount, explain, pay }
  return {
    ...common,
    why: warning(why, { bill, on: dayText(due.on), minimum: yuanText(due.minimumSafe) }),
    rest: rest === 0 ? null : restOf(ledger, due, { pay, rest }),
  }
}

/** What the rest costs a day, and whether it counts as overdue. */
function restOf(ledger: Ledger, due: Due, { pay, rest }: { readonly pay: Fen; readonly rest: Fen }): Warning {
  if (isOther(ledger, due)) return warning('relief-other-short', { rest: yuanText(rest), on: dayText(due.on) })
  const rates = ratesOf(ledger, due.account)
  const isRolled = !due.overdue && due.bill !== null && pay >= due.minimumSafe
  const daily = yuanText(applyRate(rest, isRolled ? rates.rolled : rates.overdue, 'halfUp'))
  const values = { rest: yuanText(rest), daily, on: dayText(due.on) }
  if (due.overdue) return warning('relief-stays-overdue', values)
  return warning(isRolled ? 'relief-then-rolls' : 'relief-then-overdue', values)
}

const isOther = ({ accounts }: Ledger, due: Due): boolean =>
  accounts.find(({ id }) => id === due.account)?.kind === 'other'

/** A lending account's overdue rate is its dearest loan's, times the penalty of its terms (domain.md 7.11). */
function ratesOf(ledger: Ledger, id: AccountId): { readonly rolled: Rate; readonly overdue: Rate } {
  const account = ledger.accounts.find((one) => one.id === id)
  const terms = termsOn(account?.terms ?? [], ledger.today)
  if (!account || !isLending(account)) return { rolled: terms.revolvingDailyRate, overdue: terms.overdueDailyRate }
  const rates = ledger.entries.flatMap((entry) =>
    entry.kind === 'loan' && entry.account === id ? [entry.dailyRate] : [],
  )
  const dearest = rates.reduce<number>((most, rate) => Math.max(most, rate), 0)
  return { rolled: dearest as Rate, overdue: divide(dearest * terms.penaltyTenths, 10, 'halfUp') as Rate }
}
