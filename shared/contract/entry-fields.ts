import { z } from 'zod'
import { zAmount, zCount, zDailyRate, zDay, zDayOfMonth, zId, zLabel, zMonth, zPositive, zShare } from './fields.ts'

/** How each fact is stated, in a request and in a scenario alike (cli.md, "Scenario"). */

const source = {
  id: zId.optional(),
  label: zLabel.default(''),
  orderNo: z.string().max(128).nullable().default(null),
  note: zLabel.default(''),
}

export const purchaseFields = z.strictObject({
  ...source,
  account: zId,
  amount: zPositive,
  orderedOn: zDay.optional(),
  postedOn: zDay.nullable().optional(),
  returnUntil: zDay.nullable().default(null),
  refundExpected: z.boolean().default(false),
})

export const refundFields = z.strictObject({
  ...source,
  account: zId,
  amount: zPositive,
  on: zDay,
  of: zId.nullable().default(null),
  inFlight: z.boolean().default(false),
})

/** What is known so far of a refund whose purchase is sought; the day is today where it is not said. */
export const refundSoughtFields = z.strictObject({
  account: zId,
  amount: zAmount.prefault('0'),
  on: zDay.optional(),
  label: zLabel.default(''),
})

export const billFields = z.strictObject({
  ...source,
  account: zId,
  month: zMonth,
  shown: zAmount.nullable().default(null),
  shownMinimum: zAmount.nullable().default(null),
  parts: z
    .strictObject({
      principal: zAmount.optional(),
      fee: zAmount.optional(),
      interest: zAmount.optional(),
      penalty: zAmount.optional(),
    })
    .nullable()
    .default(null),
  paid: zAmount.prefault('0'),
})

/** A bill as it is entered: with `paidOn` what was paid of it is recorded as a repayment of that day. */
export const enterBillFields = billFields.extend({ paidOn: zDay.nullable().default(null) })

export const repaymentPartFields = z.strictObject({
  account: zId,
  amount: zPositive,
  month: zMonth.nullable().default(null),
  settles: zId.nullable().default(null),
})

export const repaymentFields = z.strictObject({
  ...source,
  amount: zPositive,
  on: zDay,
  split: z.array(repaymentPartFields).min(1).max(50).nullable().default(null),
  candidates: z.array(zId).max(50).default([]),
  candidateMonth: zMonth.nullable().default(null),
  paidFrom: zLabel.default(''),
})

export const installmentsFields = z.strictObject({
  ...source,
  account: zId,
  origin: z.enum(['trade', 'bill']),
  principal: zPositive,
  count: zCount,
  feeRate: zShare.prefault('0%'),
  /** Left out: of a bill that is moved, as the terms of its account say. */
  firstBill: zMonth.optional(),
  fromBill: zMonth.nullable().default(null),
  of: zId.nullable().default(null),
  paidPeriods: z.int().min(0).max(360).default(0),
  shownPeriods: z
    .array(z.strictObject({ number: zCount, principal: zAmount, fee: zAmount }))
    .max(360)
    .default([]),
  certain: z.boolean().default(true),
})

/** Where it is not said and no bill is moved, nobody knows when the first one falls due. */
export const hasFirstBill = ({ firstBill, fromBill }: z.output<typeof installmentsFields>): boolean =>
  firstBill !== undefined || fromBill !== null

export const FIRST_BILL_MISSING = { path: ['firstBill'], message: 'field-missing' }

export const loanFields = z.strictObject({
  ...source,
  account: zId,
  principal: zPositive,
  drawnOn: zDay,
  dailyRate: zDailyRate,
  method: z.enum(['equal-installment', 'interest-only', 'interest-only-then-equal']),
  count: zCount,
  repayDay: zDayOfMonth,
  paidParts: z.int().min(0).max(360).default(0),
  shownParts: z
    .array(z.strictObject({ number: zCount, dueOn: zDay, principal: zAmount, interest: zAmount }))
    .max(360)
    .default([]),
  certain: z.boolean().default(true),
})

export const deferralFields = z.strictObject({
  ...source,
  account: zId,
  month: zMonth,
  amount: zPositive,
  /** Left out: by the account's own rate, and assumed. */
  fee: zAmount.optional(),
  certain: z.boolean().default(true),
  on: zDay,
})

export const quotaFields = z.strictObject({ ...source, account: zId, used: zAmount, on: zDay.optional() })

export const reviewFields = z.strictObject({
  ...source,
  accounts: z.array(zId).max(50),
  reason: z.string().max(64),
  amount: zAmount,
  on: zDay,
})
