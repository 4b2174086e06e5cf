import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { TextLanguage } from '#shared/contract/texts/text.ts'
import type { Day } from '#shared/kernel/day.ts'
import { type Dictionary, type Say, sayIn, type Words } from './words.ts'

/** What every part needs to know to say a figure: the language, whether amounts are hidden, which day it is. */
export type Preferences = {
  readonly language: TextLanguage
  readonly hideAmounts: boolean
  readonly today: Day
  /** What an account is called, by id; an id that is not known is given back. */
  readonly accountName: (id: string) => string
}

const PreferencesContext = createContext<Preferences | null>(null)

export function PreferencesProvider(props: { readonly value: Preferences; readonly children: ReactNode }) {
  return <PreferencesContext value={props.value}>{props.children}</PreferencesContext>
}

export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext)
  if (preferences === null) throw new Error('no preferences above this part')
  return preferences
}

export const useLanguage = (): TextLanguage => usePreferences().language
export const useToday = (): Day => usePreferences().today

/** The words of a page in the language of the screen. */
export function useWords<Original extends Words>(words: Dictionary<Original>): Say<Original> {
  const language = useLanguage()
  return useMemo(() => sayIn(words, language), [words, language])
}
