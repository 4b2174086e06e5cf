import { z } from 'zod'
import { redactionFields } from './case-fields.ts'
import { zId } from './fields.ts'

/** Every form in which the ledger leaves HuaQing (product.md C, formats.md 8). */
export const EXPORT_FORMATS = [
  'csv',
  'scenario',
  'ics',
  'beancount',
  'hledger',
  'ofx',
  'actual',
  'ynab',
  'dossier',
] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Forms that hold one account: a file for each. */
export const ACCOUNT_FORMATS: ReadonlySet<string> = new Set<ExportFormat>(['ofx', 'actual', 'ynab'])

export const exportFields = z.strictObject({
  format: z.enum(EXPORT_FORMATS),
  /** A byte order mark, so that Excel reads Chinese; CSV forms only. */
  bom: z.boolean().default(false),
  /** Whether a calendar says how much; as the screen does where it is not said. */
  amounts: z.boolean().optional(),
  /** For the forms that hold one account; the only one of the ledger where it is not said. */
  account: zId.optional(),
  /** Whose accounts, where two people's are kept here; the dossier only. */
  owner: z.string().min(1).max(60).optional(),
  /** Names replaced by placeholders; the dossier only. */
  redact: z.boolean().default(false),
  ...redactionFields,
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  /** Locks the file in the age format. */
  passphrase: z.string().min(1).max(200).optional(),
})
