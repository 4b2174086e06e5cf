import { type Day, dayText } from '#shared/kernel/day.ts'
import { dayNear, dayShortNear, dayWithYear, weekdayLong, weekdayShort } from '../i18n/format.ts'
import { usePreferences } from '../i18n/preferences.tsx'

/** `column` 2026-07-10, `words` 7月10日, `short` (10 Jul), `year` 2026年7月10日. `words` and `short` add the year where it is another than today's. */
export type DayForm = 'column' | 'words' | 'short' | 'year'

/** A day that never breaks, readable by machines; `weekday` adds 周五. */
export function DayText(props: { readonly day: Day; readonly form?: DayForm; readonly weekday?: boolean }) {
  const { language, today } = usePreferences()
  const { day, form = 'words', weekday = false } = props
  const iso = dayText(day)
  const texts = {
    column: iso,
    words: dayNear(day, today, language),
    short: dayShortNear(day, today, language),
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

/** 2026年9月5日 星期六 · Saturday, 5 September 2026 */
export function WholeDayText({ day }: { readonly day: Day }) {
  const { language } = usePreferences()
  const time = <DayText day={day} form="year" />
  const weekday = weekdayLong(day, language)
  return language === 'en' ? (
    <>
      {weekday}, {time}
    </>
  ) : (
    <>
      {time} {weekday}
    </>
  )
}
