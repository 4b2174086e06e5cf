import { z } from 'zod'
import { ENTRY_KINDS } from '#shared/ledger/entry.ts'
import { planFields } from './account-fields.ts'
import { noticeAsked } from './case-fields.ts'
import { zAmount, zDay, zId, zMonth } from './fields.ts'

/** What the screen asks of lists, and what it remembers about itself. */

/** Every condition holds at once; one that is absent does not restrict. */
export const entryFilterFields = z.strictObject({
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(100),
  account: zId.optional(),
  kind: z.enum(ENTRY_KINDS).optional(),
  month: zMonth.optional(),
  from: zDay.optional(),
  through: zDay.optional(),
  atLeast: zAmount.optional(),
  atMost: zAmount.optional(),
  flag: z.enum(['awaiting-receipt', 'refund-expected', 'needs-answer', 'unlinked']).optional(),
  text: z.string().max(100).optional(),
  batch: z.string().max(64).optional(),
})

const savedFilter = z.strictObject({
  page: z.enum(['bills', 'entries']),
  name: z.string().min(1).max(40),
  filter: z.record(z.string().max(32), z.string().max(100)),
})

/** A history shorter than this is never cut. */
export const LEAST_UNDO_DEPTH = 1000

export const settingsFields = z.strictObject({
  language: z.enum(['zh-CN', 'en', 'system']).optional(),
  theme: z.enum(['light', 'dark', 'system']).optional(),
  hideAmounts: z.boolean().optional(),
  keepUnrelatedText: z.boolean().optional(),
  textSize: z
    .union([z.literal(100), z.literal(110), z.literal(125), z.literal(150), z.literal(175), z.literal(200)])
    .optional(),
  savedFilters: z.array(savedFilter).max(50).optional(),
  reminders: z.boolean().optional(),
  quietFrom: z.int().min(0).max(23).optional(),
  quietUntil: z.int().min(0).max(23).optional(),
  undoDepth: z.int().min(LEAST_UNDO_DEPTH).max(1_000_000).nullable().optional(),
  compactAutomatically: z.boolean().optional(),
})

/** A figure by its id, the plan that it follows, and of which notice it is where its id names none. */
export const explainFields = z.strictObject({
  figure: z.string().min(1).max(300),
  plan: planFields.optional(),
  notice: noticeAsked.optional(),
})
