import { z } from 'zod'
import { zId } from './fields.ts'

/** Every form in which the ledger leaves HuaQing (product.md C, formats.md 8). */
export const EXPORT_FORMATS = ['csv', 'scenario', 'ics', 'beancount', 'hledger'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export const exportFields = z.strictObject({
  format: z.enum(EXPORT_FORMATS),
  /** A byte order mark, so that Excel reads Chinese; CSV forms only. */
  bom: z.boolean().default(false),
  /** Whether a calendar says how much; as the screen does where it is not said. */
  amounts: z.boolean().optional(),
  /** Actual and YNAB read one account at a time. */
  account: zId.optional(),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
})
