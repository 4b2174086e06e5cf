import type { Day } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import { accountsOf, type Entry, type EntryId, type Review } from '#shared/ledger/entry.ts'
import { entriesWithCandidates } from '../candidates.ts'
import { type EntryRecord, entryOf } from '../entry-rows.ts'
import { type Reader, statement } from '../queries.ts'
import { reviewIdOf } from './entry-id.ts'

/**
 * Entries made by hand, by what a file would say of the same transaction: kind, amount, an account, and its day or a
 * day near it (formats.md 6, cross-source). A row of a file that meets one may be the same money twice; it is asked,
 * never merged.
 */
export type HandEntered = {
  /** Nothing was: no row of a file need be compared. */
  readonly isNone: boolean
  readonly meets: (entry: Entry) => boolean
}

export function readHandEntered({ connection }: Reader): HandEntered {
  const byAmount = new Map<string, Said[]>()
  for (const row of statement(connection, HAND_ENTERED).all() as EntryRecord[]) {
    for (const said of sayingsOf(entryOf(row))) {
      byAmount.set(keyOf(said), [...(byAmount.get(keyOf(said)) ?? []), said])
    }
  }
  return {
    isNone: byAmount.size === 0,
    meets: (entry) =>
      sayingsOf(entry).some((said) => (byAmount.get(keyOf(said)) ?? []).some((one) => mayBeSame(one, said))),
  }
}

/** The entry made by hand that an imported one may be. */
export const findHandEntered = (reader: Reader, entry: Entry): Entry | null => like(reader, entry, 'hand')[0] ?? null

/**
 * The other way round: the imported entries that one made by hand may be, the nearest first; none of one from a file. A
 * repayment that was divided may be one row, or a row for each of its parts: so many lists.
 */
export const findImportedLike = (reader: Reader, entry: Entry): readonly (readonly Entry[])[] =>
  isByHand(reader, entry.id) ? sayingsOf(entry).map((said) => likeSaid(reader, entry.id, { said, from: 'file' })) : []

/** Those that may have been asked about because of an entry, whatever became of it since: imported, or said of a row. */
export const maybeAsked = (reader: Reader, entry: Entry): readonly Entry[] => like(reader, entry, 'any')

const like = (reader: Reader, entry: Entry, from: Source): readonly Entry[] =>
  sayingsOf(entry).flatMap((said) => likeSaid(reader, entry.id, { said, from }))

function likeSaid(reader: Reader, id: EntryId, { said, from }: { said: Said; from: Source }): readonly Entry[] {
  const { kind, amount, day, accounts } = said
  const isMany = kind === 'purchase' || kind === 'refund'
  const asked = { kind, day, id, from: day - apart(said), to: day + apart(said) }
  const sql = isMany ? LIKE_ON_ACCOUNT[from] : LIKE_OF_FEW[from]
  const rows = statement(reader.connection, sql).all(isMany ? { ...asked, amount, account: accounts[0] } : asked)
  return entriesWithCandidates(reader, rows as EntryRecord[]).filter((one) =>
    sayingsOf(one).some((other) => other.amount === amount && mayBeSame(other, said)),
  )
}

const isByHand = ({ connection }: Reader, id: EntryId): boolean =>
  statement(connection, 'SELECT file FROM counting_entry WHERE id = ?').pluck().get(id) === null

/** Whether a correction changed what a file would have to say to be the same transaction. */
export const saysOther = (before: Entry, after: Entry): boolean =>
  JSON.stringify(sayingsOf(before)) !== JSON.stringify(sayingsOf(after))

/** The question of an imported entry that someone entered by hand as well. */
export function possibleDouble(imported: Entry): Review {
  const { id, label, orderNo, note } = imported
  const said = saidOf(imported)
  if (said === null) throw new Error('an entry of a kind that is never there twice')
  const about = { label, orderNo, note, accounts: said.accounts, amount: said.amount, on: said.day }
  return { kind: 'review', id: reviewIdOf(id), reason: 'possible-double', ...about }
}

type Said = {
  readonly kind: Entry['kind']
  /** Several of a divided repayment; none where nobody said which. */
  readonly accounts: readonly AccountId[]
  readonly amount: Fen
  readonly day: Day
  /** One account's part of a repayment that was divided. */
  readonly isPart: boolean
}

/**
 * Days, whichever came first. A bill marked as paid has a repayment on its due day, or on the day of the marking,
 * whenever it was really paid, and money that is there twice makes what is owed too low: one question too many is the
 * smaller harm. Those of two months are further apart.
 */
const apart = ({ kind }: Pick<Said, 'kind'>): number => (kind === 'repayment' ? 25 : 1)
const keyOf = ({ kind, amount }: Said): string => `${kind}|${amount}`

/**
 * Of the same kind and amount already. A repayment of several accounts is met by one that has one of them, or says none; a
 * part only by the whole repayment of its one account.
 */
function mayBeSame(one: Said, other: Said): boolean {
  if (Math.abs(one.day - other.day) > apart(one)) return false
  if (one.isPart || other.isPart)
    return one.isPart !== other.isPart && isOfOne(one) && isOfOne(other) && isSame(one, other)
  if (one.accounts.length === 0 || other.accounts.length === 0) return true
  return one.accounts.some((account) => other.accounts.includes(account))
}

const isOfOne = ({ accounts }: Said): boolean => accounts.length === 1
const isSame = (one: Said, other: Said): boolean => one.accounts[0] === other.accounts[0]

/** All that a file may say of it: the whole, and each part of a repayment that was divided. */
function sayingsOf(entry: Entry): readonly Said[] {
  const whole = saidOf(entry)
  if (whole === null) return []
  const parts = entry.kind === 'repayment' && entry.split !== null && entry.split.length > 1 ? entry.split : []
  return [whole, ...parts.map(({ account, amount }) => ({ ...whole, accounts: [account], amount, isPart: true }))]
}

function saidOf(entry: Entry): Said | null {
  const [accounts, isPart] = [accountsOf(entry), false]
  if (entry.kind === 'purchase')
    return { kind: entry.kind, accounts, amount: entry.amount, day: entry.orderedOn, isPart }
  if (entry.kind === 'loan') return { kind: entry.kind, accounts, amount: entry.principal, day: entry.drawnOn, isPart }
  if (entry.kind !== 'refund' && entry.kind !== 'repayment') return null
  return { kind: entry.kind, accounts, amount: entry.amount, day: entry.on, isPart }
}

const HAND_ENTERED = `
SELECT * FROM counting_entry WHERE file IS NULL AND kind IN ('purchase', 'refund', 'repayment', 'loan')`

type Source = keyof typeof sourceIs
const sourceIs = { hand: 'file IS NULL', file: 'file IS NOT NULL', any: 'TRUE' } as const
const likeSql = (from: Source, where: string): string => `
SELECT * FROM counting_entry
WHERE ${where} AND ${sourceIs[from]} AND kind = @kind AND day BETWEEN @from AND @to AND id <> @id
ORDER BY abs(day - @day), seq`

const ofEach = (where: string) => ({
  hand: likeSql('hand', where),
  file: likeSql('file', where),
  any: likeSql('any', where),
})
const LIKE_ON_ACCOUNT = ofEach('account = @account AND amount = @amount')
/** Without the amount: it may be that of a part. */
const LIKE_OF_FEW = ofEach('body IS NOT NULL')
