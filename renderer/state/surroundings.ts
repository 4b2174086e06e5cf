import { useEffect } from 'react'
import type { TextLanguage } from '#shared/contract/texts/text.ts'
import type { AccountView, LedgerStatus } from '#shared/contract/views.ts'
import { dayAt } from '#shared/kernel/moment.ts'
import { bridge } from '../bridge/bridge.ts'
import { accountName } from '../i18n/account-name.ts'
import type { Preferences } from '../i18n/preferences.tsx'
import { changed } from './refresh.ts'

/** What the screen takes from the computer until the ledger has said something else. */
export const systemLanguage = (): TextLanguage => (navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en')

export function preferencesFrom(status: LedgerStatus | null, accounts: readonly AccountView[]): Preferences {
  const chosen = status?.settings.language ?? 'system'
  const language = chosen === 'system' ? systemLanguage() : chosen
  // By id and by stored name: coded sentences carry either.
  const names = new Map(
    accounts.flatMap((account) =>
      [account.name, account.id].map((key) => [key, accountName(account, language)] as const),
    ),
  )
  return {
    language,
    // Until the settings are here no amount is shown: the first figures may arrive before them.
    hideAmounts: status?.settings.hideAmounts ?? true,
    // By this computer's clock only until the ledger answers with its own.
    today: status?.today ?? dayAt(Date.now()),
    accountName: (id) => names.get(id) ?? id,
  }
}

/** Language and colors of the document and of the window around it. */
export function useSurroundings(language: TextLanguage, theme: LedgerStatus['settings']['theme']): void {
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dataset.lang = language
    bridge.shell.languageChanged(language)
  }, [language])
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
    bridge.shell.colorSchemeChanged(theme === 'system' ? 'auto' : theme)
  }, [theme])
}

/** The size of everything, and how much then fits: windows are narrow, or slim, by what they hold, not by their pixels. */
export function useTextSize(percent: number): void {
  useEffect(() => {
    const root = document.documentElement
    root.style.setProperty('--zoom', String(percent / 100))
    const measure = () => {
      const width = window.innerWidth / (percent / 100)
      const names = WIDTHS.filter(({ upTo }) => width <= upTo).map(({ name }) => name)
      root.dataset.width = names.join(' ')
    }
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [percent])
}

const WIDTHS = [
  { name: 'tight', upTo: 1280 },
  { name: 'narrow', upTo: 1120 },
  { name: 'slim', upTo: 720 },
] as const

/** The command line or another tab wrote: every open question asks again, once. */
export function useLedgerChanges(): void {
  useEffect(() => bridge.shell.onLedgerChanged(changed), [])
}
