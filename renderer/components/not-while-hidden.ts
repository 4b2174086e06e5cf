import { usePreferences, useWords } from '../i18n/preferences.tsx'
import { partsWords } from './parts-words.ts'

/** Why figures are neither copied nor drawn to a file now: amounts are hidden; null while they are shown. */
export function useNotWhileHidden(): string | null {
  const say = useWords(partsWords)
  return usePreferences().hideAmounts ? say('notWhileHidden') : null
}
