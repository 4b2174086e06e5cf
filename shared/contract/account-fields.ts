import { z } from 'zod'
import { zAmount, zCount, zDailyRate, zDay, zDayOfMonth, zId, zLabel, zMonth, zRate, zShare } from './fields.ts'

/** How an account and its dated terms are stated, in a request and in a scenario alike (cli.md; keys of domain.md 11). */

export const termFields = z.strictObject({
  statementDay: zDayOfMonth.optional(),
  dueDay: zDayOfMonth.optional(),
  minRatio: zShare.optional(),
  minFloor: zAmount.optional(),
  minRolledPrincipal: z.enum(['inRatioBase', 'dueInFullNext']).optional(),
  revolvingDailyRate: zDailyRate.optional(),
  overdueDailyRate: zDailyRate.optional(),
  overdueRounding: z.enum(['dailyHalfUpThenMultiply', 'multiplyThenRound']).optional(),
  graceDays: z.int().min(0).max(30).optional(),
  earlySettlementMode: z.enum(['official2019', 'nextFeeOnly', 'waiveUnbilled', 'chargeAll']).optional(),
  remainderPeriod: z.enum(['first', 'last']).optional(),
  billInstallmentFirstDue: z.enum(['sameBill', 'nextBill']).optional(),
  deferralFeeRate: zShare.optional(),
  repayDay: z.int().min(0).max(31).optional(),
  penaltyTenths: z.int().min(10).max(50).optional(),
  afterPartialPrepay: z.enum(['keepCount', 'keepPart']).optional(),
})

export const otherInterestFields = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal('none') }),
  z.strictObject({
    model: z.literal('monthly-apr'),
    annualRate: zRate,
    minimum: zAmount.optional(),
    minimumPercent: zShare.optional(),
    minimumFloor: zAmount.optional(),
  }),
  z.strictObject({ model: z.literal('daily-simple'), dailyRate: zDailyRate }),
  z.strictObject({ model: z.literal('flat-fee'), count: zCount, feeRate: zShare, repayDay: zDayOfMonth }),
  z.strictObject({ model: z.literal('equal-principal'), count: zCount, dailyRate: zDailyRate, repayDay: zDayOfMonth }),
])

const status = z.enum(['open', 'frozen', 'closed-by-lender', 'closing-requested', 'closed'])
const autoRepay = z.enum(['full', 'minimum', 'unknown'])
const lender = z.string().max(60).nullable()
const owner = z.string().max(60)

export const accountFields = z.strictObject({
  id: zId.optional(),
  kind: z.enum(['huabei', 'credit-purchase', 'borrow', 'credit-loan', 'other']),
  name: zLabel.optional(),
  lender: lender.default(null),
  owner: owner.default(''),
  limit: zAmount.nullable().default(null),
  openedOn: zDay.nullable().default(null),
  upgradedOn: zDay.nullable().default(null),
  status: status.default('open'),
  closedOn: zDay.nullable().default(null),
  autoRepay: autoRepay.default('unknown'),
  balance: zAmount.optional(),
  interest: otherInterestFields.optional(),
})

/** What of an account is to change: the same fields without defaults, for what is not named must stay. */
export const accountChanges = z.strictObject({
  name: zLabel.optional(),
  lender: lender.optional(),
  owner: owner.optional(),
  limit: zAmount.nullable().optional(),
  openedOn: zDay.nullable().optional(),
  upgradedOn: zDay.nullable().optional(),
  status: status.optional(),
  closedOn: zDay.nullable().optional(),
  autoRepay: autoRepay.optional(),
  balance: zAmount.optional(),
  interest: otherInterestFields.optional(),
})

export const planFields = z.strictObject({
  name: zLabel.default(''),
  from: zDay.optional(),
  monthly: zAmount.optional(),
  payOn: z.union([zDayOfMonth, z.literal('due-day')]).default('due-day'),
  income: z
    .array(z.strictObject({ day: zDayOfMonth, amount: zAmount }))
    .max(31)
    .optional(),
  expenses: zAmount.optional(),
  cushion: zAmount.optional(),
  strategy: z.enum(['avalanche', 'snowball', 'minimum-only', 'soonest-closure', 'custom']).default('avalanche'),
  order: z.array(zId).max(200).optional(),
  target: z.enum(['credit-purchase', 'huabei', 'borrow']).optional(),
  lumps: z
    .array(z.strictObject({ on: zDay, amount: zAmount }))
    .max(1000)
    .default([]),
  recurring: z
    .array(z.strictObject({ from: zMonth, through: zMonth, amount: zAmount }))
    .max(200)
    .default([]),
  newSpending: z
    .array(z.strictObject({ account: zId, monthly: zAmount, through: zMonth }))
    .max(200)
    .default([]),
  settleEarly: z.array(zId).max(1000).default([]),
  goal: z.strictObject({ freeBy: zDay }).nullable().default(null),
})
