import type { Day } from '#shared/kernel/day.ts'
import type { EntryRecord } from '../entry-rows.ts'
import type { Less } from './read-sums.ts'

export type SingleRows = { readonly purchases: readonly EntryRecord[]; readonly refunds: readonly EntryRecord[] }

/**
 * What the sums hold of purchases that are read one by one, and of the refunds that follow them. Nothing is taken from
 * the sums of those posted from `before` on: they are left out as a whole.
 */
export function sumsOfSingle({ purchases: all, refunds }: SingleRows, before: Day): readonly Less[] {
  const purchases = all.filter(({ posted_on }) => posted_on !== null && posted_on < before)
  const postedOn = new Map(purchases.map((row) => [row.id, row.posted_on]))
  const lessPurchases = purchases.flatMap(({ account, posted_on, amount, posting_assumed }): readonly Less[] =>
    account === null || posted_on === null
      ? []
      : [{ what: 'purchase', account, sum: [posted_on, null, amount, 1, posting_assumed] }],
  )
  const lessRefunds = refunds.flatMap(({ account, of_id, in_flight, day, amount }): readonly Less[] => {
    const of = of_id === null || in_flight === 1 ? null : (postedOn.get(of_id) ?? null)
    return account === null || of === null ? [] : [{ what: 'refund', account, sum: [day, of, amount, 1, 0] }]
  })
  return [...lessPurchases, ...lessRefunds]
}
