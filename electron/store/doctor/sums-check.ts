import type { CheckView } from '#shared/contract/safety-views.ts'
import { done } from '#shared/kernel/outcome.ts'
import { isDamage, isPassing } from '../disk-errors.ts'
import type { Store } from '../store.ts'
import { sumsAgree } from '../sums/sums-agree.ts'

/** Whether the sums kept beside the actions say what the entries say; null where that cannot be read. */
export function checkSums(store: Store): CheckView | null {
  const check = { check: 'sums', repairable: true }
  try {
    const agree = store.read(sumsAgree)
    return { ...check, count: agree ? 0 : 1, examples: agree ? [] : ['daily_sum'] }
  } catch (error) {
    if (isPassing(error)) throw error
    // Sums that are no sums are made again like those that are wrong.
    return isDamage(error) ? null : { ...check, count: 1, examples: ['daily_sum'] }
  }
}

/** Every action is summed again from its entries. */
export const sumAgain = (store: Store) =>
  store.change<null, never>((writer) => {
    writer.connection.raw.exec('DELETE FROM daily_sum; UPDATE action SET summed = 0')
    return done(null)
  })
