import { addDays, type Day, dayText, monthText } from '#shared/kernel/day.ts'
import type { Account } from '#shared/ledger/account.ts'
import type { CaseDue } from '#shared/ledger/case/case-due.ts'
import { type DueToCome, duesToCome } from '#shared/ledger/dues-to-come.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Language } from '../language.ts'
import { calendarDay, calendarInstant, calendarLine, calendarText } from './calendar-lines.ts'
import { type CalendarSpeech, caseSummary, dueDescription, dueSummary, madeOn } from './calendar-words.ts'

/**
 * Due days as an iCalendar file (RFC 5545; formats.md 8.3). Each has the same UID in every export, so that a calendar
 * that reads the next one updates what it has; the sequence and the instant come from the caller.
 */
export type CalendarOptions = {
  readonly language: Language
  /** Without amounts a calendar that others see says only when, never how much. */
  readonly amounts: boolean
  /** Milliseconds since 1970. */
  readonly madeAt: number
  /** Grows with every change of the ledger: a calendar takes the version with the larger one. */
  readonly sequence: number
  /** Promises, complaints and follow-ups of the case that wait for their day. */
  readonly caseDues: readonly CaseDue[]
}

export function* calendarPieces(ledger: Ledger, options: CalendarOptions): Generator<string> {
  const accounts = new Map(ledger.accounts.map((account) => [account.id, account]))
  yield [
    calendarLine('BEGIN', 'VCALENDAR'),
    calendarLine('VERSION', '2.0'),
    calendarLine('PRODID', `-//HuaQing//Due days//${options.language === 'en' ? 'EN' : 'ZH'}`),
    calendarLine('CALSCALE', 'GREGORIAN'),
    calendarLine('METHOD', 'PUBLISH'),
    calendarLine('X-WR-CALNAME', options.language === 'en' ? 'HuaQing due days' : '花清还款日'),
    calendarLine('X-WR-TIMEZONE', 'Asia/Shanghai'),
  ].join('')
  for (const due of duesToCome(ledger)) {
    const account = accounts.get(due.account)
    if (account) yield dueEvent(due, account, { ...options, today: ledger.today })
  }
  for (const due of options.caseDues) yield caseEvent(due, { ...options, today: ledger.today })
  yield calendarLine('END', 'VCALENDAR')
}

type Making = CalendarOptions & { readonly today: Day }

function dueEvent(due: DueToCome, account: Account, making: Making): string {
  const speech: CalendarSpeech = {
    language: making.language,
    amounts: making.amounts,
    account: account.name || account.id,
    deducted: account.kind !== 'other' && account.autoRepay !== 'minimum',
  }
  const said = { summary: dueSummary(due, speech), description: dueDescription(due, speech, making.today) }
  return event({ ...said, uid: uidOf(due), on: due.on, rings: due.state !== 'settled' }, making)
}

function caseEvent(due: CaseDue, making: Making): string {
  const uid = `${due.what}${due.days ?? ''}-${encodeURIComponent(due.of.toWellFormed())}@huaqing.local`
  const description = madeOn(making.language, making.today)
  return event({ summary: caseSummary(due, making), description, uid, on: due.on, rings: true }, making)
}

type Happening = {
  readonly uid: string
  readonly on: Day
  readonly summary: string
  readonly description: string
  readonly rings: boolean
}

function event({ uid, on, summary, description, rings }: Happening, { madeAt, sequence }: Making): string {
  const title = calendarText(summary)
  return [
    calendarLine('BEGIN', 'VEVENT'),
    calendarLine('UID', uid),
    calendarLine('DTSTAMP', calendarInstant(madeAt)),
    calendarLine('SEQUENCE', String(sequence)),
    calendarLine('DTSTART;VALUE=DATE', calendarDay(on)),
    calendarLine('DTEND;VALUE=DATE', calendarDay(addDays(on, 1))),
    calendarLine('SUMMARY', title),
    calendarLine('DESCRIPTION', calendarText(description)),
    calendarLine('STATUS', 'CONFIRMED'),
    calendarLine('TRANSP', 'TRANSPARENT'),
    ...(rings ? ALARMS.map((trigger) => alarm(trigger, title)) : []),
    calendarLine('END', 'VEVENT'),
  ].join('')
}

/**
 * Seven in the evening before, so that the money can still be put in place before the automatic deduction of the
 * morning, and eight in the morning of the day (domain.md 3.8, engine.md 3).
 */
const ALARMS = ['-PT5H', 'PT8H'] as const

const alarm = (trigger: string, summary: string): string =>
  [
    calendarLine('BEGIN', 'VALARM'),
    calendarLine('ACTION', 'DISPLAY'),
    calendarLine('DESCRIPTION', summary),
    calendarLine('TRIGGER', trigger),
    calendarLine('END', 'VALARM'),
  ].join('')

/** A bill is known by its month, whose due day may be changed; parts of loans by their day, which never moves. */
const uidOf = ({ account, month, on }: DueToCome): string =>
  `${encodeURIComponent(account.toWellFormed())}-${month === null ? dayText(on) : monthText(month)}@huaqing.local`
