import type { RequestInput } from '#shared/contract/contract.ts'
import { ACCOUNT_FORMATS, type ExportFormat } from '#shared/contract/export-fields.ts'
import type { TextLanguage } from '#shared/contract/texts/text.ts'

/** What the page has been told so far; what a form does not know of is not asked and not sent. */
export type ExportDraft = {
  readonly format: ExportFormat
  readonly account: string
  readonly bom: boolean
  readonly amounts: boolean
  readonly locked: boolean
  readonly passphrase: string
  readonly again: string
}

export const hasAccount = (format: ExportFormat): boolean => ACCOUNT_FORMATS.has(format)
export const hasBom = (format: ExportFormat): boolean => format === 'csv' || format === 'actual' || format === 'ynab'
export const hasAmounts = (format: ExportFormat): boolean => format === 'ics'

/** What keeps the draft from being saved, or null. */
export type Missing = 'account' | 'passphrase' | 'again'

export function missingOf({ format, account, locked, passphrase, again }: ExportDraft): Missing | null {
  if (hasAccount(format) && account === '') return 'account'
  if (!locked) return null
  if (passphrase === '') return 'passphrase'
  return passphrase === again ? null : 'again'
}

export function requestOf(draft: ExportDraft, language: TextLanguage): RequestInput<'exportFile'> {
  const { format, account, bom, amounts, locked, passphrase } = draft
  return {
    format,
    language,
    ...(hasAccount(format) ? { account } : {}),
    ...(hasBom(format) ? { bom } : {}),
    ...(hasAmounts(format) ? { amounts } : {}),
    ...(locked ? { passphrase } : {}),
  }
}
