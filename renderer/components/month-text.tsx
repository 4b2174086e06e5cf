import { type Month, monthText } from '#shared/kernel/day.ts'
import { monthInWords, monthShort } from '../i18n/format.ts'
import { useLanguage } from '../i18n/preferences.tsx'

/** A bill month as Alipay names it (2026年07月), `short` (7月) or as a `column` (2026-07); never broken over lines. */
export function MonthText({
  month,
  form = 'words',
}: {
  readonly month: Month
  readonly form?: 'words' | 'short' | 'column'
}) {
  const language = useLanguage()
  const iso = monthText(month)
  const texts = { words: monthInWords(month, language), short: monthShort(month, language), column: iso }
  return <time dateTime={iso}>{texts[form]}</time>
}
