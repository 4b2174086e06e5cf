import { shownText } from '#shared/contract/texts/shown-text.ts'

/** A plan or a loan by its own words and its account; where the words are only the account's, by that alone. */
export const debtName = (label: string, account: string): string =>
  label === '' || account.startsWith(label) ? account : `${shownText(label)} · ${account}`
