import { addDays, addMonths, type Day, firstOf, type Month, maxDay, monthOf } from '#shared/kernel/day.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { ProjectedMonth } from '../answers.ts'
import { cloneBooks } from '../clone-books.ts'
import type { Plan } from '../plan.ts'
import { changesDaily, endDay, spent, startAccount, totalBalance, touch } from './account-run.ts'
import { hasOverdueBill, postSpending } from './billed-run.ts'
import { hasOverduePart } from './lending-run.ts'
import { arriving, firstDueDay, firstMoneyOn, lumpOn, nextLumpDay, nextMoneyDay, nextSpendingDay } from './money.ts'
import { payRequired } from './required.ts'
import { type AccountRun, type EventLines, type MonthSums, NEVER, type Run, type RunResult } from './run.ts'
import { paySurplus } from './surplus.ts'

/** A projection ends here at the latest: what is not free by then never is (engine.md 9). */
export const MONTHS_AT_MOST = 600
/** Beyond this a debt that grows is not followed further; amounts stay exact. */
const TOO_LARGE = 1e13

export type Simulation = {
  readonly ledger: Ledger
  /** Books opened on the day of the plan's start; they are not changed. */
  readonly books: LedgerBook
  readonly plan: Plan
  /** Events are only built when they are asked for. */
  readonly withEvents?: boolean
  /** Filled with the lines that explain them, by their ids (engine.md 11). */
  readonly lines?: EventLines
  /** Months to look ahead where an earlier answer is enough. */
  readonly months?: number
  /** The last day to look at, when only the way there is asked for. */
  readonly through?: Day
  /** For trials of which only a good end counts: they stop at the first shortfall, or once no account gets smaller. */
  readonly stopAt?: { readonly shortfall: boolean; readonly stuck: boolean }
}

/** Moves the books from event to event until everything is and stays zero, or the months are over. */
export function simulate(simulation: Simulation): RunResult {
  const run = startRun(simulation)
  const end = endOf(run, simulation)
  let day: Day = run.start
  run.next.money = nextMoneyDay(run, (day - 1) as Day)
  run.next.lump = nextLumpDay(run.plan, (day - 1) as Day)
  run.next.spending = nextSpendingDay(run.plan, (day - 1) as Day)
  processDay(run, day)
  while (!isOver(run)) {
    const next = nextDay(run, day)
    if (next >= end) {
      stopBefore(run, end)
      return resultOf(run, false)
    }
    closeMonthsUntil(run, next)
    if (totalBalance(run) > TOO_LARGE || isHopeless(run, simulation.stopAt)) return resultOf(run, false)
    day = next
    processDay(run, day)
  }
  closeMonth(run)
  return resultOf(run, true)
}

/** The first day that is not looked at any more. */
function endOf(run: Run, { months, through }: Simulation): Day {
  return through === undefined ? firstOf(addMonths(monthOf(run.start), months ?? MONTHS_AT_MOST)) : addDays(through, 1)
}

function stopBefore(run: Run, end: Day): void {
  closeMonthsUntil(run, end)
  const last = addDays(end, -1)
  if (monthOf(last) < run.month.month) return
  for (const account of run.active) if (changesDaily(account)) touch(run, account, last)
  closeMonth(run)
}

function isHopeless(run: Run, stopAt: Simulation['stopAt']): boolean {
  if (!stopAt) return false
  return (stopAt.shortfall && run.shortfalls.length > 0) || (stopAt.stuck && isStuck(run))
}

/** After a year with nothing new ahead every account owes at least as much as before: so will it be ever after. */
function isStuck(run: Run): boolean {
  const { month } = run.month
  if (month - run.stuckSince.month < 12) return false
  const before = run.stuckSince.balances
  const now = run.accounts.map((account) => account.balance)
  run.stuckSince = { month, balances: now }
  const ahead = run.next.lump !== NEVER || run.next.spending !== NEVER
  const extra = run.plan.recurring.some((one) => one.through >= month)
  return !ahead && !extra && before.length > 0 && now.every((balance, index) => balance >= (before[index] ?? 0))
}

function startRun({ ledger, books, plan, withEvents, lines }: Simulation): Run {
  const start = books.day
  const own = cloneBooks(books)
  const accounts = ledger.accounts.map((account, index) => startAccount(account, index, { books: own, plan, start }))
  const opening = accounts.reduce((sum, account) => sum + account.balance, 0)
  return {
    plan,
    start,
    accounts,
    active: accounts,
    cash: 0,
    covered: false,
    stuckSince: { month: monthOf(start), balances: [] },
    surplusOn: null,
    next: { money: start, lump: start, spending: start },
    month: monthSums(monthOf(start), opening),
    months: [],
    arrearsOn: firstMoneyOn({ plan, start }),
    shortfalls: [],
    events: withEvents ? [] : null,
    lines: lines ?? null,
    notes: new Map(),
  }
}

const monthSums = (month: Month, opening: number): MonthSums => ({
  month,
  opening,
  spending: 0,
  interest: 0,
  fees: 0,
  penalties: 0,
  refunds: 0,
  paid: 0,
  closing: opening,
})

/** Everything is zero and nothing is planned that would change it. */
const isOver = (run: Run): boolean =>
  run.next.spending === NEVER && run.active.every((account) => account.balance === 0)

function nextDay(run: Run, after: Day): Day {
  let next: number = Math.min(run.next.money, run.next.lump, run.next.spending)
  if (run.surplusOn !== null && run.surplusOn > after) next = Math.min(next, run.surplusOn)
  for (const account of run.active) if (account.nextDay > after && account.nextDay < next) next = account.nextDay
  return next as Day
}

/** The order within a day of engine.md 1: money, postings, statement and interest, required payments, surplus. */
function processDay(run: Run, day: Day): void {
  const arrived = run.next.money === day ? arriving(run, day) : 0
  const lump = run.next.lump === day ? lumpOn(run.plan, day) : 0
  run.cash += arrived + lump
  if (arrived > 0) run.covered = false
  if (run.next.spending === day) postNewSpending(run, day)
  lookAhead(run, day)
  const asks = run.cash > 0 || run.plan.money.kind === 'enough' || run.arrearsOn === day
  for (const account of run.active) {
    if (account.nextDay <= day || (asks && hasArrears(account, day))) touch(run, account, day)
  }
  if (isDueDayPlan(run) && arrived > 0) run.surplusOn = firstDueDay(run, day)
  payRequired(run, day)
  const most = surplusMost(run, { day, arrived, lump })
  if (most > 0) paySurplus(run, day, most)
  let done = false
  for (const account of run.active) {
    if (account.nextDay <= day) endDay(account, day)
    done ||= isDone(account)
  }
  // A free account stays so once nothing is bought any more: it is not looked at again.
  if (done && run.next.spending === NEVER) run.active = run.active.filter((account) => !isDone(account))
}

const isDone = ({ balance, nextDay }: AccountRun): boolean => balance === 0 && nextDay === NEVER

function lookAhead(run: Run, day: Day): void {
  const { next, plan } = run
  if (next.money <= day) next.money = nextMoneyDay(run, day)
  if (next.lump <= day) next.lump = nextLumpDay(plan, day)
  if (next.spending <= day) next.spending = nextSpendingDay(plan, day)
}

/** Something is past due: it is paid as soon as there is money. */
function hasArrears({ state, balance }: AccountRun, day: Day): boolean {
  if (balance === 0 || state.kind === 'other') return false
  return state.kind === 'billed' ? hasOverdueBill(state.book) : hasOverduePart(state.book, day)
}

const isDueDayPlan = ({ plan: { money } }: Run): boolean => money.kind === 'monthly' && money.payOn === 'due-day'

/** On its day the whole surplus goes out; a lump between goes out alone. */
function surplusMost(run: Run, money: { day: Day; arrived: number; lump: number }): number {
  const { day, arrived, lump } = money
  if (run.plan.money.kind === 'enough') return run.cash
  const isDay = isDueDayPlan(run) ? run.surplusOn === day : arrived > 0
  return isDay ? run.cash : lump
}

function postNewSpending(run: Run, day: Day): void {
  const month = monthOf(day)
  for (const one of run.plan.newSpending) {
    const account = run.accounts.find(({ account: { id } }) => id === one.account)
    if (!account || month > one.through || one.monthly === 0) continue
    touch(run, account, day, false)
    if (account.state.kind === 'billed') postSpending(account.state.book, day, one.monthly)
    else if (account.state.kind === 'other')
      account.state.book.principal = fen(account.state.book.principal + one.monthly)
    else continue
    spent(run, account, day, one)
  }
}

/** Interest belongs to the month in which it runs: every account is carried through the last day before a new month. */
function closeMonthsUntil(run: Run, next: Day): void {
  while (monthOf(next) > run.month.month) {
    const last = (firstOf(addMonths(run.month.month, 1)) - 1) as Day
    for (const account of run.active) if (changesDaily(account)) touch(run, account, maxDay(last, run.start))
    const { month } = run.month
    closeMonth(run)
    run.month = monthSums(addMonths(month, 1), totalBalance(run))
  }
}

/** A month counts when something was owed at its start or posted in it. */
function closeMonth(run: Run): void {
  const sums = run.month
  const closing = totalBalance(run)
  if (sums.opening === 0 && sums.spending === 0 && closing === 0 && sums.paid === 0) return
  const exact: ProjectedMonth = {
    month: sums.month,
    opening: fen(sums.opening),
    spending: fen(sums.spending),
    interest: fen(sums.interest),
    fees: fen(sums.fees),
    penalties: fen(sums.penalties),
    refunds: fen(sums.refunds),
    paid: fen(sums.paid),
    closing,
  }
  run.months.push(exact)
}

function resultOf(run: Run, free: boolean): RunResult {
  const sum = (key: 'interest' | 'fees' | 'penalties' | 'paid'): Fen =>
    fen(run.accounts.reduce((total, account) => total + account[key], 0))
  return {
    outcome: free ? 'free' : 'never',
    freeOn: free ? (Math.max(run.start, ...run.accounts.map((account) => account.freeOn ?? run.start)) as Day) : null,
    months: run.months.length,
    totalPaid: sum('paid'),
    interest: sum('interest'),
    fees: sum('fees'),
    penalties: sum('penalties'),
    shortfalls: run.shortfalls,
    accounts: run.accounts.map((account) => ({
      id: account.account.id,
      freeOn: account.balance === 0 ? account.freeOn : null,
      interest: fen(account.interest),
      fees: fen(account.fees),
      penalties: fen(account.penalties),
      paid: fen(account.paid),
      spending: fen(account.spending),
      balance: fen(account.balance),
    })),
    byMonth: run.months,
    events: run.events ?? [],
    notes: [...run.notes.values()],
  }
}
