import { useCallback } from 'react'
import { usePreferences, useWords } from '../i18n/preferences.tsx'
import { chartsWords } from './charts-words.ts'

/** Yuan on an axis: short where they are large, hidden where amounts are hidden. */
export function useAxisText(top: number): (yuan: number) => string {
  const say = useWords(chartsWords)
  const { hideAmounts } = usePreferences()
  return useCallback(
    (value) => {
      if (hideAmounts) return '••'
      if (value === 0) return '0'
      if (top >= 10_000) return say('axisLarge', { n: value / Number(say('axisLargeYuan')) })
      return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
    },
    [say, hideAmounts, top],
  )
}
