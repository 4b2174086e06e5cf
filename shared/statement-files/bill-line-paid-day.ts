import { civil, type Day, parseDay } from '#shared/kernel/day.ts'
import { AMOUNT, type Found } from './bill-line-words.ts'

/**
 * The day on which a bill was paid, as people write it beside the amount: `已还500 2026-07-08`, `7月8日还500`,
 * `paid 500 on 2026-07-08`. A date without such a word is a due day and says nothing.
 */

const DATE = '20\\d{2}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?|(?:\\d{1,2}月\\d{1,2}[日号])'
const NOT_IN_NUMBER = '(?<![\\d.])'

/** Each with the date, and the word that leads to it, as its only group; what else it holds stays on the line. */
const FORMS: readonly RegExp[] = [
  new RegExp(`(?:已还款?|(?<!un)paid)\\s*[:：]?\\s*${AMOUNT}\\s*[,，(（]?\\s*((?:于|on\\s+)?(?:${DATE}))(?!\\d)`, 'i'),
  new RegExp(
    `(?:还清|结清|已还款?|paid(?:\\s+in\\s+full)?|settled)\\s*[,，(（]?\\s*((?:于|on\\s+)(?:${DATE}))(?!\\d)`,
    'i',
  ),
  new RegExp(`${NOT_IN_NUMBER}(${DATE})\\s*(?:已?还清|已?结清|已还|还(?!款日|款期))`),
]

/** `还500` behind its day says what `已还500` says. */
const BARE_PAID = new RegExp(`(?<![已未没待归])还[了款]?\\s*(?=${AMOUNT})`)

/** Null where the line names none; a day that does not exist stays as it was written. */
export function findPaidDay(text: string, today: Day): Found<Day | string> | null {
  for (const form of FORMS) {
    const said = form.exec(text)?.[1]
    if (said === undefined) continue
    const date = said.replace(/^(?:于|on\s+)/i, '')
    const rest = text.replace(said, ' ').replace(BARE_PAID, '已还 ')
    return { value: paidDay(date, today) ?? date, rest }
  }
  return null
}

/** A whole date, or a day of the year that it last came in: `7月8日`, `7-8`. Null where there is no such day. */
export function paidDay(said: string, today: Day): Day | null {
  const figures = said.trim().match(/^(?:(20\d{2})[-/.年])?(\d{1,2})[-/.月](\d{1,2})[日号]?$/)
  if (figures === null) return null
  const [, year, month = '', day = ''] = figures
  const thisYear = civil(today).year
  const inYear = (of: number | string) => {
    const parsed = parseDay(`${of}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    return parsed.ok ? parsed.value : null
  }
  if (year !== undefined) return inYear(year)
  const now = inYear(thisYear)
  return now !== null && now <= today ? now : inYear(thisYear - 1)
}
