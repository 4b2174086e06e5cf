import { z } from 'zod'
import { zDay, zId, zLabel, zMonth } from './fields.ts'

/** Commands that do one thing to many: a table of bills, several bills paid, several entries changed. Each is one action. */

/** As it was pasted; `account` is whose bills they are where a line does not say. */
const billTable = { text: z.string().min(1).max(50_000), account: zId.nullable().default(null) }

export const billTableFields = z.strictObject(billTable)
/** Lines that state no bill stop the whole unless they are to be skipped. */
export const enterBillTableFields = z.strictObject({ ...billTable, skipWrong: z.boolean().default(false) })

/** `on: null` is each bill's own due day, or today where that has not come. */
export const payBillsFields = z.strictObject({
  bills: z
    .array(z.strictObject({ account: zId, month: zMonth }))
    .min(1)
    .max(500),
  on: zDay.nullable().default(null),
})

export const changeEntriesFields = z.strictObject({
  ids: z.array(zId).min(1).max(2000),
  change: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('edit'),
      account: zId.optional(),
      label: zLabel.optional(),
      note: zLabel.optional(),
    }),
    z.strictObject({ kind: z.literal('delete') }),
    z.strictObject({ kind: z.literal('received'), on: zDay }),
  ]),
})
