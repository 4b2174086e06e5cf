import { z } from 'zod'
import { zId } from './fields.ts'

/**
 * Rows of the previewed file that the user takes as entries of an account, by their line in the file. The account is
 * one of the ledger or of the file, or the form in which files name one (`huabei`): then it is made where it is missing.
 */
export const takenRows = z
  .array(
    z.strictObject({
      line: z.int().min(1),
      as: z.enum(['purchase', 'refund', 'repayment']),
      account: zId,
    }),
  )
  .max(5000)
  .optional()

/** `owner`: whose a file is that lost the lines which say it. */
export const previewFields = z.strictObject({
  fileToken: z.string().max(200),
  password: z.string().max(128).optional(),
  owner: z.string().trim().min(1).max(60).optional(),
})
