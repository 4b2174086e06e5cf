import { useMemo } from 'react'
import { type Day, dayText, type Month } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import {
  amountText,
  dayNear,
  dayShortNear,
  dayWithYear,
  distanceText,
  HIDDEN_AMOUNT,
  instantParts,
  monthInWords,
  monthShort,
  weekdayShort,
} from './format.ts'
import { usePreferences } from './preferences.tsx'

/** Figures and dates as text, for names, labels and charts: in the screen's language, hidden where amounts are hidden. */
export function useFormat() {
  const { language, hideAmounts, today } = usePreferences()
  return useMemo(
    () => ({
      amount: (value: Fen) => (hideAmounts ? HIDDEN_AMOUNT : amountText(value)),
      day: (on: Day) => dayNear(on, today, language),
      dayShort: (on: Day) => dayShortNear(on, today, language),
      dayWithYear: (on: Day) => dayWithYear(on, language),
      /** With the year only where it is another one. */
      dayNear: (on: Day) => dayNear(on, today, language),
      /** 7月10日 周五 · Fri 10 July */
      dayAndWeekday: (on: Day) =>
        language === 'en'
          ? `${weekdayShort(on, language)} ${dayNear(on, today, language)}`
          : `${dayNear(on, today, language)} ${weekdayShort(on, language)}`,
      distance: (on: Day) => distanceText(on, today, language),
      /** Between the items of a list. */
      comma: language === 'en' ? ', ' : '，',
      month: (month: Month) => monthInWords(month, language),
      monthShort: (month: Month) => monthShort(month, language),
      /** Today's instants by their time, others by day and time. */
      instant: (at: number) => {
        const { date, time } = instantParts(at)
        if (date !== dayText(today)) return `${date} ${time}`
        return language === 'en' ? `Today ${time}` : `今天${time}`
      },
    }),
    [language, hideAmounts, today],
  )
}

export type Format = ReturnType<typeof useFormat>
