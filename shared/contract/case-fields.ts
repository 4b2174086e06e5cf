import { z } from 'zod'
import { CLOSING_REASONS, CONTACT_CHANNELS, REPAYMENT_WAYS } from '#shared/ledger/case/case-fact.ts'
import { termFields } from './account-fields.ts'
import { zAmount, zDay, zId, zLabel, zMoney } from './fields.ts'

/** How the facts of the case file are stated in a request. With the `id` of one that is there it is put right. */

const zText = z.string().max(4000)
const zTime = z
  .string()
  .max(5)
  .refine((text) => /^(?:(?:[01]?\d|2[0-3]):[0-5]\d)?$/.test(text), 'time-not-readable')
  .transform((text) => (text === '' ? text : text.padStart(5, '0')))

export const contactFields = z.strictObject({
  id: zId.optional(),
  on: zDay.optional(),
  time: zTime.default(''),
  channel: z.enum(CONTACT_CHANNELS),
  agent: zLabel.default(''),
  ticket: zLabel.default(''),
  account: zId.nullable().default(null),
  reason: zText.default(''),
  said: zText.default(''),
  promise: z.strictObject({ what: zText, by: zDay }).nullable().default(null),
  complaint: z.boolean().default(false),
  followUpOn: zDay.nullable().default(null),
})

export const noticeFields = z.strictObject({
  id: zId.optional(),
  on: zDay.optional(),
  source: zLabel.default(''),
  link: z.string().max(500).default(''),
  text: z.string().max(20_000).default(''),
  account: zId.nullable().default(null),
  from: zDay.nullable().default(null),
  set: termFields.default({}),
  reviewOn: zDay.nullable().default(null),
})

export const channelFields = z.strictObject({
  id: zId.optional(),
  way: z.enum(REPAYMENT_WAYS),
  label: zLabel.default(''),
  place: z.int().min(1).max(50).nullable().default(null),
  available: zAmount.nullable().default(null),
  perPayment: zAmount.nullable().default(null),
  perYear: zAmount.nullable().default(null),
  usedThisYear: zAmount.optional(),
})

export const wayToPayFields = z.strictObject({ id: zId.optional(), label: zLabel, use: zLabel })

const zShown = zMoney.nullable().default(null)
export const comparisonFields = z.strictObject({
  account: zId,
  shown: z.strictObject({ billed: zShown, unbilled: zShown, installments: zShown, usedQuota: zShown }),
  note: zText.default(''),
})

export const systemClosingFields = z.strictObject({
  id: zId.optional(),
  on: zDay.optional(),
  account: zId,
  state: z.enum(['frozen', 'closed']),
  reason: z.enum(CLOSING_REASONS).default('not-said'),
  said: zText.default(''),
})

/** A notice that is recorded, or the terms of one that is being typed. */
export const noticeAsked = z.union([
  z.strictObject({ id: zId }),
  z.strictObject({ account: zId, from: zDay, set: termFields }),
])

export const budgetFields = z.strictObject({
  income: z
    .array(z.strictObject({ day: z.int().min(1).max(31), amount: zAmount }))
    .max(31)
    .default([]),
  expenses: zAmount.optional(),
  cushion: zAmount.optional(),
})

/** With `redact`: words that are hidden besides the names that are found, and found ones that stay in what was written. */
export const redactionFields = {
  hide: z.array(zLabel).max(500).default([]),
  keep: z.array(zLabel).max(500).default([]),
}

export const dossierFields = z.strictObject({
  /** Whose accounts, where two people's are kept here; everyone's where it is not said. */
  owner: z.string().min(1).max(60).optional(),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  /** Names replaced by placeholders; attachments are then left out, for a picture cannot be redacted. */
  redact: z.boolean().default(false),
  ...redactionFields,
})
