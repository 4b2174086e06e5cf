import type { Day } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import { accountsOf, type Entry, type EntryId, type Review } from '#shared/ledger/entry.ts'
import { type Reader, statement } from '../queries.ts'
import { REVIEW, reviewIdOf } from './entry-id.ts'

/**
 * Entries made by hand, by what a file would say of the same transaction: kind, account and amount, and its day or a
 * day near it (formats.md 6, cross-source). A row of a file that meets one may be the same money twice; it is asked,
 * never merged.
 */
export type HandEntered = {
  /** Nothing was: no row of a file need be compared. */
  readonly isNone: boolean
  readonly meets: (entry: Entry) => boolean
}

export function readHandEntered({ connection }: Reader): HandEntered {
  const days = new Map<string, Day[]>()
  for (const { kind, account, amount, day } of statement(connection, HAND_ENTERED).all() as HandRow[]) {
    const key = keyOf({ kind, account, amount })
    days.set(key, [...(days.get(key) ?? []), day])
  }
  return {
    isNone: days.size === 0,
    meets: (entry) => {
      const said = saidOf(entry)
      return said !== null && (days.get(keyOf(said)) ?? []).some((day) => Math.abs(day - said.day) <= apart(said))
    },
  }
}

/** The entry made by hand that an imported one may be. */
export function findHandEntered({ connection }: Reader, entry: Entry): EntryId | null {
  const said = saidOf(entry)
  if (said === null) return null
  const { kind, account, amount, day } = said
  const range = { from: day - apart(said), to: day + apart(said) }
  const found = statement(connection, LIKE)
    .pluck()
    .get({ kind, account, amount, day, id: entry.id, ...range })
  return typeof found === 'string' ? found : null
}

/**
 * The other way round: what was just entered by hand may be a row that a file brought before. The day is one that the
 * user said, so only those beside it are looked at; a row that is asked about already is not asked about again.
 */
export function findImportedLike(reader: Reader, entry: Entry): EntryId | null {
  const said = saidOf(entry)
  if (said === null || !isByHand(reader, entry.id)) return null
  return importedLike(reader, entry, { asked: 0, days: Math.min(DAYS_BESIDE, apart(said)) })[0] ?? null
}

/** The imported entries that were asked about because of an entry made by hand, or may have been. */
export const askedBecauseOf = (reader: Reader, entry: Entry): readonly EntryId[] => {
  const said = saidOf(entry)
  return said === null ? [] : importedLike(reader, entry, { asked: 1, days: apart(said) })
}

function importedLike(
  { connection }: Reader,
  entry: Entry,
  { asked, days }: { readonly asked: 0 | 1; readonly days: number },
): readonly EntryId[] {
  const said = saidOf(entry)
  if (said === null) return []
  const { kind, account, amount, day } = said
  return statement(connection, IMPORTED_LIKE)
    .pluck()
    .all({ kind, account, amount, day, id: entry.id, from: day - days, to: day + days, asked }) as EntryId[]
}

const isByHand = ({ connection }: Reader, id: EntryId): boolean =>
  statement(connection, 'SELECT file FROM counting_entry WHERE id = ?').pluck().get(id) === null

/** Whether a correction changed what a file would have to say to be the same transaction. */
export const saysOther = (before: Entry, after: Entry): boolean =>
  JSON.stringify(saidOf(before)) !== JSON.stringify(saidOf(after))

const DAYS_BESIDE = 3

/** The question of an imported entry that someone entered by hand as well. */
export function possibleDouble(imported: Entry): Review {
  const { id, label, orderNo, note } = imported
  const said = saidOf(imported)
  if (said === null) throw new Error('an entry of a kind that is never there twice')
  const { account, amount, day } = said
  const about = { label, orderNo, note, accounts: [account], amount: fen(amount), on: day }
  return { kind: 'review', id: reviewIdOf(id), reason: 'possible-double', ...about }
}

type HandRow = {
  readonly kind: Entry['kind']
  readonly account: AccountId
  readonly amount: number
  readonly day: Day
}

/** Days. A bill marked as paid has a repayment on its due day, or on the day of the marking, whenever it was really paid; those of two months are further apart. */
const apart = ({ kind }: Pick<HandRow, 'kind'>): number => (kind === 'repayment' ? 25 : 1)
const keyOf = ({ kind, account, amount }: Omit<HandRow, 'day'>): string => `${kind}|${account}|${amount}`

function saidOf(entry: Entry): HandRow | null {
  const [account, second] = accountsOf(entry)
  if (account === undefined || second !== undefined) return null
  if (entry.kind === 'purchase') return { kind: entry.kind, account, amount: entry.amount, day: entry.orderedOn }
  if (entry.kind === 'loan') return { kind: entry.kind, account, amount: entry.principal, day: entry.drawnOn }
  if (entry.kind !== 'refund' && entry.kind !== 'repayment') return null
  return { kind: entry.kind, account, amount: entry.amount, day: entry.on }
}

const HAND_ENTERED = `
SELECT kind, account, amount, day FROM counting_entry
WHERE file IS NULL AND account IS NOT NULL AND kind IN ('purchase', 'refund', 'repayment', 'loan')`

const LIKE = `
SELECT id FROM counting_entry
WHERE file IS NULL AND kind = @kind AND account = @account AND amount = @amount AND day BETWEEN @from AND @to AND id <> @id
ORDER BY abs(day - @day), seq LIMIT 1`

const IMPORTED_LIKE = `
SELECT id FROM counting_entry e
WHERE file IS NOT NULL AND kind = @kind AND account = @account AND amount = @amount AND day BETWEEN @from AND @to AND id <> @id
  AND EXISTS (SELECT 1 FROM counting_entry r WHERE r.id = e.id || '${REVIEW}') = @asked
ORDER BY abs(day - @day), seq`
