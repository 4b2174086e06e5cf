import { addDays, type Day, dayText, monthText } from '#shared/kernel/day.ts'
import type { Account } from '#shared/ledger/account.ts'
import { type DueToCome, duesToCome } from '#shared/ledger/dues-to-come.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Language } from '../language.ts'
import { calendarDay, calendarInstant, calendarLine, calendarText } from './calendar-lines.ts'
import { type CalendarSpeech, dueDescription, dueSummary } from './calendar-words.ts'

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
    if (account) yield event(due, account, { ...options, today: ledger.today })
  }
  yield calendarLine('END', 'VCALENDAR')
}

type Making = CalendarOptions & { readonly today: Day }

function event(due: DueToCome, account: Account, making: Making): string {
  const speech: CalendarSpeech = {
    language: making.language,
    amounts: making.amounts,
    account: account.name || account.id,
    deducted: account.kind !== 'other' && account.autoRepay !== 'minimum',
  }
  const summary = calendarText(dueSummary(due, speech))
  return [
    calendarLine('BEGIN', 'VEVENT'),
    calendarLine('UID', uidOf(due)),
    calendarLine('DTSTAMP', calendarInstant(making.madeAt)),
    calendarLine('SEQUENCE', String(making.sequence)),
    calendarLine('DTSTART;VALUE=DATE', calendarDay(due.on)),
    calendarLine('DTEND;VALUE=DATE', calendarDay(addDays(due.on, 1))),
    calendarLine('SUMMARY', summary),
    calendarLine('DESCRIPTION', calendarText(dueDescription(due, speech, making.today))),
    calendarLine('STATUS', 'CONFIRMED'),
    calendarLine('TRANSP', 'TRANSPARENT'),
    ...(due.state === 'settled' ? [] : ALARMS.map((trigger) => alarm(trigger, summary))),
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
