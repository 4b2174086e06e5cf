import type { Day } from '#shared/kernel/day.ts'
import { done, refused } from '#shared/kernel/outcome.ts'
import type { Reader } from '../queries.ts'
import { readLedger } from '../read-ledger.ts'
import type { Store } from '../store.ts'

/** Whether the sums kept beside the actions say the same as the entries that they add up: both are asked, and nothing stays changed. */
export function wrongSums(store: Store, today: Day): readonly string[] {
  const kept = store.read((reader) => postingsOf(reader, today))
  if (store.readOnly !== null) return []
  let asked = ''
  store.change((writer) => {
    // Without their sums the entries themselves are asked; the refusal puts the sums back.
    writer.connection.raw.exec('UPDATE action SET summed = 0')
    asked = postingsOf(writer, today)
    return refused({ kind: 'canceled' })
  })
  return kept === asked ? [] : ['daily_sum']
}

/** In one order: the two ways of asking have each their own. */
const postingsOf = (reader: Reader, today: Day): string =>
  readLedger(reader, today)
    .postings.map((posting) => JSON.stringify(Object.entries(posting).sort()))
    .sort()
    .join()

/** Every action is summed again from its entries. */
export const sumAgain = (store: Store) =>
  store.change<null, never>((writer) => {
    writer.connection.raw.exec('DELETE FROM daily_sum; UPDATE action SET summed = 0')
    return done(null)
  })
