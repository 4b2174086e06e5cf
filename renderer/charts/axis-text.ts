import { useCallback } from 'react'
import { axisText } from '../i18n/format.ts'
import { useLanguage, usePreferences } from '../i18n/preferences.tsx'

/** Yuan on an axis: short where they are large, hidden where amounts are hidden. */
export function useAxisText(top: number): (yuan: number) => string {
  const language = useLanguage()
  const { hideAmounts } = usePreferences()
  return useCallback((value) => (hideAmounts ? '••' : axisText(value, top, language)), [hideAmounts, top, language])
}
