import { type Day, dayText } from '#shared/kernel/day.ts'
import { dayInWords, dayShort, dayWithYear, weekdayShort } from '../i18n/format.ts'
import { useLanguage } from '../i18n/preferences.tsx'

/** `column` 2026-07-10, `words` 7月10日, `short` (10 Jul), `year` 2026年7月10日. */
export type DayForm = 'column' | 'words' | 'short' | 'year'

/** A day that never breaks, readable by machines; `weekday` adds 周五. */
export function DayText(props: { readonly day: Day; readonly form?: DayForm; readonly weekday?: boolean }) {
  const language = useLanguage()
  const { day, form = 'words', weekday = false } = props
  const iso = dayText(day)
  const texts = {
    column: iso,
    words: dayInWords(day, language),
    short: dayShort(day, language),
    year: dayWithYear(day, language),
  }
  const time = <time dateTime={iso}>{texts[form]}</time>
  if (!weekday) return time
  return language === 'en' ? (
    <span className="nowrap">
      {weekdayShort(day, language)} {time}
    </span>
  ) : (
    <span className="nowrap">
      {time} {weekdayShort(day, language)}
    </span>
  )
}
