import { type Day, dayText, type Month, monthText } from '#shared/kernel/day.ts'
import { type Fen, yuanText } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { EntryId } from '#shared/ledger/entry.ts'
import type { Evidence, Warning } from './answers.ts'

/** Sentences by code; their words stand in `contract/texts`. Figures become text here, once. */

export const warning = (code: string, values: Warning['values'] = {}): Warning => ({ code, values })

export const dayValue = (day: Day): string => dayText(day)
export const monthValue = (month: Month): string => monthText(month)
export const yuanValue = (amount: Fen): string => yuanText(amount)

export type Behind = { readonly account?: AccountId; readonly entry?: EntryId; readonly amount?: Fen }

export const evidence = (code: string, values: Warning['values'], behind: Behind = {}): Evidence => ({
  code,
  values,
  account: behind.account ?? null,
  entry: behind.entry ?? null,
  amount: behind.amount ?? null,
})
