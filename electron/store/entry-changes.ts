import type { EntryChanges } from '#shared/contract/safety-views.ts'
import { type Reader, statement } from './queries.ts'
import type { Store } from './store.ts'

/**
 * How the entries of one ledger differ from those of another, by their ids. Both are read in the order of the ids and
 * go along side by side, so that a million of them need no more room than two.
 */
export function countEntryChanges(now: Store, then: Store): EntryChanges {
  const changes = { added: 0, removed: 0, changed: 0 }
  now.read((present) =>
    then.read((future) => {
      const [a, b] = [byId(present), byId(future)]
      try {
        for (const difference of differences(a, b)) changes[difference] += 1
      } finally {
        // A page that cannot be read ends one of them in the middle; the other would keep its ledger from being closed.
        a.return?.()
        b.return?.()
      }
    }),
  )
  return changes
}

type Row = readonly [id: string, ...content: (string | number | null)[]]

function* differences(present: Iterator<Row>, future: Iterator<Row>): Generator<keyof EntryChanges> {
  let [a, b] = [next(present), next(future)]
  while (a !== null || b !== null) {
    const order = orderOf(a, b)
    if (order < 0) yield 'removed'
    else if (order > 0) yield 'added'
    else if (String(a) !== String(b)) yield 'changed'
    if (order <= 0) a = next(present)
    if (order >= 0) b = next(future)
  }
}

const next = (rows: Iterator<Row>): Row | null => rows.next().value ?? null

/** As SQLite orders them, by their bytes; where one ledger has no more, the other one is behind. */
function orderOf(a: Row | null, b: Row | null): number {
  if (a === null) return 1
  if (b === null) return -1
  return a[0] === b[0] ? 0 : Buffer.compare(Buffer.from(a[0]), Buffer.from(b[0]))
}

const byId = ({ connection }: Reader): Iterator<Row> => statement(connection, ENTRIES).raw().iterate() as Iterator<Row>

const ENTRIES = `
SELECT id, kind, account, amount, day, posted_on, month, of_id, return_until, posting_assumed, refund_expected,
  in_flight, label, order_no, note, body
FROM counting_entry ORDER BY id`
