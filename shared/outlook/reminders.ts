import { addDays, type Day, type Month } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { CaseFact } from '#shared/ledger/case/case-fact.ts'
import type { ClosureTarget, Ledger } from '#shared/ledger/ledger.ts'
import type { Owed } from '#shared/ledger/owed.ts'
import { afterClosing } from './closure/after-closing.ts'

/**
 * What is worth a notification (product.md I): due days, the evening before money is taken by itself (domain.md 3.8),
 * promises that lapse, and the day on which something forgotten would show after a closing.
 */
export type Reminder = {
  /** The same key is never shown twice. */
  readonly key: string
  readonly what: 'overdue' | 'due' | 'prepare' | 'promise' | 'ask-again' | 'residue'
  readonly on: Day
  /** Minutes after midnight from which it may be shown. */
  readonly from: number
  readonly account: AccountId | null
  /** Of the bill that is due. */
  readonly month: Month | null
  readonly amount: Fen | null
  /** What was promised, in the user's words. */
  readonly text: string
}

const MORNING = 9 * 60
/** Alipay takes the money early in the morning: it has to be there the evening before. */
const EVENING = 19 * 60
/** How far ahead they are told: what comes later is in the calendar file. */
const AHEAD = 31

export function remindersOf(ledger: Ledger, owed: Owed, facts: readonly CaseFact[]): readonly Reminder[] {
  const { today } = ledger
  const all = [...dueReminders(ledger, owed), ...promiseReminders(facts), ...residueReminders(ledger)]
  return all
    .filter(({ on }) => on >= today && on <= addDays(today, AHEAD))
    .sort((a, b) => a.on - b.on || a.from - b.from || (a.key < b.key ? -1 : 1))
}

function dueReminders({ today }: Ledger, owed: Owed): readonly Reminder[] {
  return owed.nextDue.flatMap((due): readonly Reminder[] => {
    const { account, amount } = due
    const common = { account, amount, month: due.bill, text: '' }
    const name = `${account}@${due.bill ?? due.on}`
    if (due.overdue) return [{ ...common, what: 'overdue', key: `overdue ${name} ${today}`, on: today, from: MORNING }]
    return [
      { ...common, what: 'prepare', key: `prepare ${name}`, on: addDays(due.on, -1), from: EVENING },
      { ...common, what: 'due', key: `due ${name}`, on: due.on, from: MORNING },
    ]
  })
}

function promiseReminders(facts: readonly CaseFact[]): readonly Reminder[] {
  return facts.flatMap((fact): readonly Reminder[] => {
    if (fact.kind !== 'contact') return []
    const { promise, followUpOn } = fact
    const common = { account: fact.account, month: null, amount: null, from: MORNING } as const
    return [
      ...(promise === null || promise.settled !== null
        ? []
        : [{ ...common, what: 'promise' as const, key: `promise ${fact.id}`, on: promise.by, text: promise.what }]),
      ...(followUpOn === null
        ? []
        : [{ ...common, what: 'ask-again' as const, key: `ask-again ${fact.id}`, on: followUpOn, text: fact.said }]),
    ]
  })
}

const TARGETS: readonly ClosureTarget[] = ['credit-purchase', 'huabei', 'borrow']

function residueReminders(ledger: Ledger): readonly Reminder[] {
  const watched = TARGETS.flatMap((target) => afterClosing(ledger, { target, owner: null }) ?? [])
  const days = new Set(watched.map(({ watchUntil }) => watchUntil))
  return [...days].map((on) => ({
    what: 'residue',
    key: `residue ${on}`,
    on,
    from: MORNING,
    account: null,
    month: null,
    amount: null,
    text: '',
  }))
}

/** Hours in which nothing is shown: from 22 through 8 means from 22:00 until 8:00. Equal hours: never quiet. */
export type QuietHours = { readonly from: number; readonly until: number }

export function isQuiet(minute: number, { from, until }: QuietHours): boolean {
  const [start, end] = [from * HOUR, until * HOUR]
  return start <= end ? minute >= start && minute < end : minute >= start || minute < end
}

/** Those that are to be shown now: of today, their hour come, not shown yet, and not in the quiet hours. */
export function remindersDue(
  reminders: readonly Reminder[],
  now: { readonly day: Day; readonly minute: number },
  told: { readonly quiet: QuietHours; readonly shown: ReadonlySet<string> },
): readonly Reminder[] {
  if (isQuiet(now.minute, told.quiet)) return []
  const shownFrom = (from: number): number => beforeQuiet(from, told.quiet)
  return reminders.filter(
    ({ key, on, from }) => on === now.day && now.minute >= shownFrom(from) && !told.shown.has(key),
  )
}

const HOUR = 60

/** An hour from which it is quiet until the day is over would never come: then it is told an hour before, or as soon as it is not quiet. */
function beforeQuiet(minute: number, { from, until }: QuietHours): number {
  const isQuietToMidnight = from > until && minute >= from * HOUR
  return isQuietToMidnight ? Math.max(until * HOUR, (from - 1) * HOUR) : minute
}
