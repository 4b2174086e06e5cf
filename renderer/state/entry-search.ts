import { hereOrNull, useAsk } from './use-ask.ts'
import { keep } from './use-kept.ts'

/** What narrows the list of entries is kept while the window is open, for each ledger its own: the sample has other accounts. */
export const useEntrySearchKey = (): string => `entries of ${hereOrNull(useAsk('getStatus', {}))?.path ?? ''}`

/** The list of entries is to show what holds this text, whatever narrowed it before. */
export const searchEntries = (key: string, text: string): void => keep(key, { text })
