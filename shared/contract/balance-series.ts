import { addDays, addMonths, type Day, firstOf, type Month, monthOf } from '#shared/kernel/day.ts'
import { type Fen, fen, ZERO } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Projection } from '#shared/outlook/answers.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { type Balances, balancesOn, totalOfBalances } from '#shared/outlook/projection/balances.ts'
import { balancesAlong } from '#shared/outlook/projection/balances-along.ts'
import type { BalanceSeries } from './outlook-views.ts'

/**
 * Debt day by day for the chart: the fact through today, the plan after it. The balance is principal plus what has
 * accrued or was billed, never scheduled charges (engine.md 9).
 */
const MOST_POINTS = 600
const MONTHS_BACK = 12

/** `from`: the plan's first day. Where it is still to come, the facts that are known of the days before it move the debts. */
type Course = Pick<Projection, 'events'> & Pick<Plan, 'from'>

export function balanceSeries(ledger: Ledger, course: Course, account?: AccountId): BalanceSeries {
  const days = factDays(ledger)
  const fact = balancesAlong(ledger, days).map((balances, index) => ({
    day: days[index]!,
    fact: balanceOf(balances, account),
    plan: null,
  }))
  const ahead = seriesAhead(ledger, course, account)
  return { ...ahead, points: [...fact, ...ahead.points].slice(0, MOST_POINTS) }
}

/** The part of it that a plan moves: from today on. */
export function seriesAhead(ledger: Ledger, course: Course, account?: AccountId): BalanceSeries {
  const { today } = ledger
  const now = balancesOn(ledger, today)
  const start = { day: today, fact: balanceOf(now, account), plan: balanceOf(now, account) }
  const known = balancesUntil(ledger, course.from)
  const before = known.map(({ day, balances }) => ({ day, fact: null, plan: balanceOf(balances, account) }))
  const [first, ...later] = planPoints(course, known.at(-1)?.balances ?? now, account)
  const rest = first === undefined ? [] : [first, ...later]
  // A day has one point: what the plan pays on it stands beside what is owed before it.
  if (first?.day === today) return { today, points: [{ ...start, plan: first.plan }, ...later] }
  return { today, points: [start, ...before.filter(({ day }) => day !== first?.day), ...rest] }
}

/** What is owed after each fact of the days to come before a plan begins, and as it begins. */
function balancesUntil(ledger: Ledger, from: Day): readonly { readonly day: Day; readonly balances: Balances }[] {
  const { today, entries, postings } = ledger
  if (from <= today) return []
  const days = [from, ...postings.map(({ on }) => on), ...entries.flatMap((entry) => movedOn(entry) ?? [])]
  const ahead = [...new Set(days)].filter((day) => day > today && day <= from).sort((a, b) => a - b)
  return balancesAlong(ledger, ahead).map((balances, index) => ({ day: ahead[index]!, balances }))
}

/** The day on which an entry moves a debt by itself. */
function movedOn(entry: Ledger['entries'][number]): Day | null {
  switch (entry.kind) {
    case 'purchase':
      return entry.postedOn
    case 'loan':
      return entry.drawnOn
    case 'repayment':
    case 'refund':
      return entry.on
    default:
      return null
  }
}

/** Debts move when a month begins and when it is billed and paid: a few days of each month tell the story. */
function factDays({ today, entries, postings }: Ledger): readonly Day[] {
  const first = firstFactDay(entries, postings)
  if (first === null) return []
  const months = Array.from({ length: MONTHS_BACK }, (_, back): Month => addMonths(monthOf(today), -back)).reverse()
  return months
    .flatMap((month) => [firstOf(month), addDays(firstOf(month), 10), addDays(firstOf(month), 20)])
    .filter((day) => day >= first && day < today)
}

function firstFactDay(entries: Ledger['entries'], postings: Ledger['postings']): Day | null {
  const days = [
    ...postings.map(({ on }) => on),
    ...entries.flatMap((entry) => {
      if (entry.kind === 'purchase') return entry.postedOn ?? []
      if (entry.kind === 'loan') return entry.drawnOn
      return entry.kind === 'bill' ? firstOf(entry.month) : []
    }),
  ]
  return days.length === 0 ? null : (Math.min(...days) as Day)
}

const balanceOf = (balances: Balances, account: AccountId | undefined): Fen =>
  account === undefined ? totalOfBalances(balances) : (balances.get(account) ?? ZERO)

/** The sum of all accounts after the last event of each day, thinned to the last of each month where there are too many. */
function planPoints(course: Course, start: Balances, account: AccountId | undefined) {
  const balances = new Map(start)
  const byDay = new Map<Day, Fen>()
  for (const event of course.events) {
    if (account !== undefined && event.account !== account) continue
    balances.set(event.account, event.balance)
    const shown = account === undefined ? [...balances.values()] : [event.balance]
    byDay.set(event.on, fen(shown.reduce((sum, balance) => sum + balance, 0)))
  }
  const points = [...byDay].map(([day, plan]) => ({ day, fact: null, plan })).sort((a, b) => a.day - b.day)
  if (points.length <= MOST_POINTS - MONTHS_BACK * 3 - 1) return points
  return points.filter((point, index) => {
    const next = points[index + 1]
    return next === undefined || monthOf(next.day) !== monthOf(point.day)
  })
}
