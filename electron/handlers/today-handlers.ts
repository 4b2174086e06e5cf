import { doubledIn } from '#shared/contract/doubled-in.ts'
import type { ClosureSummary, TodayView } from '#shared/contract/views.ts'
import { dayText } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { done } from '#shared/kernel/outcome.ts'
import { caseDue } from '#shared/ledger/case/case-due.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { closureOf } from '#shared/outlook/closure/closure-of.ts'
import type { PlannedDays } from '#shared/outlook/closure/scope.ts'
import { closableTargets, isOwnedBy, ownersOf } from '#shared/outlook/closure/targets.ts'
import { minimumCost } from '#shared/outlook/minimum-cost.ts'
import { planInFull } from '#shared/outlook/plan.ts'
import { startOf } from '#shared/outlook/projection/project.ts'
import { simulate } from '#shared/outlook/projection/simulate.ts'
import { payoffQuotes } from '#shared/outlook/quote.ts'
import { counting, countingTotal, type ShownQuote } from '#shared/outlook/shown-quote.ts'
import { readCaseFacts } from '../store/case-facts.ts'
import { listShownQuotes } from '../store/closing.ts'
import { readPlan } from '../store/notes.ts'
import { readLedger } from '../store/read-ledger.ts'
import type { Handlers } from './handler.ts'
import { reviewsOf } from './review-handlers.ts'
import { todayActions } from './today-actions.ts'

/** The first screen in one answer: what settles everything today, what is due, when it ends, what to do. */
export const todayHandlers: Handlers<'getToday'> = {
  getToday: ({ store, today }) =>
    store.read((reader) => {
      const ledger = readLedger(reader, today)
      const owed = owedOn(ledger)
      const reviews = reviewsOf(reader, ledger)
      const saved = readPlan(reader)
      const plan = saved ?? planInFull(today)
      const course = simulate({ ...startOf(ledger, plan), withEvents: false })
      return done({
        settleToday: settleToday(ledger, listShownQuotes(reader)),
        doubled: doubledIn(reviews),
        owed,
        followed: saved?.name ?? null,
        freeOn: course.freeOn,
        costToFree: fen(course.interest + course.fees + course.penalties),
        paidToFree: course.totalPaid,
        minimumCost: minimumCost(ledger.accounts, owed),
        closure: closuresOf(ledger).map((asked) => closureSummary(ledger, asked, saved && course)),
        actions: todayActions(ledger, owed, { reviews, due: caseDue(readCaseFacts(reader), today) }),
        reviews,
      })
    }),
}

/** Where Alipay's own figures of today were copied they count, and what was worked out stands beside. */
function settleToday(ledger: Ledger, shown: readonly ShownQuote[]): TodayView['settleToday'] {
  const quotes = payoffQuotes(ledger).map((quote) => counting(quote, shown))
  const settle = countingTotal(quotes)
  return { ...settle, explain: `${settle.derived === null ? 'quote' : 'shown'}@${dayText(ledger.today)}` }
}

type Asked = Pick<ClosureSummary, 'target' | 'owner'>

/** What can be closed at all, person by person: the accounts that are there and not closed yet. */
function closuresOf({ accounts }: Ledger): readonly Asked[] {
  const owners = ownersOf(accounts)
  const people = owners.length < 2 ? [null] : owners
  return people.flatMap((owner) =>
    closableTargets({ accounts: accounts.filter((one) => isOwnedBy(one, owner)) }).map((target) => ({ target, owner })),
  )
}

function closureSummary(ledger: Ledger, { target, owner }: Asked, course: PlannedDays | null): ClosureSummary {
  const { closes, verdict, requirements, safeOn } = closureOf(ledger, target, { projection: course, owner })
  const open = requirements.filter(({ status }) => status === 'unmet' || status === 'unknown').length
  return { target, closes, owner, verdict, open, earliestOn: safeOn }
}
