import { z } from 'zod'
import { accountFields, planFields, termFields } from './account-fields.ts'
import {
  billFields,
  deferralFields,
  FIRST_BILL_MISSING,
  hasFirstBill,
  installmentsFields,
  loanFields,
  purchaseFields,
  quotaFields,
  refundFields,
  repaymentFields,
  reviewFields,
} from './entry-fields.ts'
import { zAmount, zDay, zLabel } from './fields.ts'

/**
 * `huaqing/scenario@1` (cli.md, "Scenario"): a whole ledger with a plan and questions in one file. Every fact and
 * setting has a field, so that a file written from a ledger gets the same answers as the ledger.
 */
export const SCENARIO_SCHEMA = 'huaqing/scenario@1'

/** More entries than this are not one person's credit; the limit keeps a wrong file from filling the memory. */
const MAX_ENTRIES = 2_000_000

const scenarioTerms = termFields.extend({ from: zDay, source: z.enum(['user', 'import', 'default']).default('user') })

const scenarioAccount = accountFields.extend({
  terms: z.array(scenarioTerms).max(200).default([]),
  origin: z.enum(['user', 'import']).default('user'),
  /** The day on which `balance` of an `other` debt was owed; today where it is not said. */
  balanceOn: zDay.optional(),
  /** Short for a `quota` entry. */
  usedQuotaShown: z.strictObject({ amount: zAmount, on: zDay.optional() }).optional(),
  /** The day of the newest change of the account; worked out from its entries where it is not said. */
  changedOn: zDay.nullable().optional(),
  /** Shops of the last 90 days, newest first; worked out from the labels of the purchases where it is not said. */
  recentShops: z.array(zLabel).max(1000).optional(),
})

/** A ledger's records had it so, though it does not fit the purchase it names. */
const asRecorded = { asRecorded: z.boolean().default(false) }

const scenarioEntry = z.discriminatedUnion('kind', [
  purchaseFields.extend({ kind: z.literal('purchase'), postingAssumed: z.boolean().default(false) }),
  /** `purchaseMissing`: the purchase is older than the records, `of` only names it. */
  refundFields.extend({ kind: z.literal('refund'), purchaseMissing: z.boolean().default(false), ...asRecorded }),
  billFields.extend({ kind: z.literal('bill') }),
  repaymentFields.extend({ kind: z.literal('repayment') }),
  installmentsFields
    .extend({ kind: z.literal('installments'), ...asRecorded })
    .refine(hasFirstBill, FIRST_BILL_MISSING),
  loanFields.extend({ kind: z.literal('loan') }),
  deferralFields.extend({ kind: z.literal('deferral') }),
  quotaFields.extend({ kind: z.literal('quota') }),
  reviewFields.extend({ kind: z.literal('review') }),
])

const scenarioConfirmation = z.strictObject({
  target: z.enum(['credit-purchase', 'huabei', 'borrow']),
  code: z.string().min(1).max(64),
  owner: z.string().max(60).nullable().default(null),
  on: zDay,
  note: zLabel.default(''),
  amount: zAmount.nullable().default(null),
})

export const scenarioSchema = z.strictObject({
  schema: z.literal(SCENARIO_SCHEMA),
  today: zDay,
  accounts: z.array(scenarioAccount).max(1000).default([]),
  entries: z.array(scenarioEntry).max(MAX_ENTRIES).default([]),
  confirmations: z.array(scenarioConfirmation).max(1000).default([]),
  recordsCurrentOn: zDay.nullable().default(null),
  plan: planFields.nullable().default(null),
  ask: z.array(z.string().max(200)).min(1).max(200).optional(),
})

export type Scenario = z.output<typeof scenarioSchema>
export type ScenarioAccount = Scenario['accounts'][number]
export type ScenarioEntry = Scenario['entries'][number]
/** What stands in the file: text leaves, defaults left out. */
export type ScenarioFile = z.input<typeof scenarioSchema>
export type ScenarioAccountFile = NonNullable<ScenarioFile['accounts']>[number]
export type ScenarioEntryFile = NonNullable<ScenarioFile['entries']>[number]
export type PlanFile = z.input<typeof planFields>
export type PlanFields = z.output<typeof planFields>
