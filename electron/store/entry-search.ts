import { FIRST_DAY } from '#shared/kernel/day.ts'
import { counts } from './counting.ts'
import { type Connection, statement } from './queries.ts'

/**
 * Where a text is looked for, every entry is read, and no index helps. So it is done once per text: which rows hold it
 * is remembered until the ledger changes, and its pages, and the texts that go on from it, look at these rows alone.
 */
export type EntrySearch = {
  readonly text: string
  /** Of everything else that is asked, and of the state of the ledger. */
  readonly beside: string
  readonly where: string
  readonly values: Readonly<Record<string, string | number>>
}

/** The rows that were found, the newest day first. */
export function findEntries(connection: Connection, search: EntrySearch): readonly number[] {
  const last = lastFound.get(connection)
  const goesOn = last?.search.beside === search.beside && search.text.includes(last.search.text)
  if (goesOn && last.search.text === search.text) return last.found
  const among = goesOn && last.found.length <= FEW ? last.found : null
  const sql = `SELECT (day - ${FIRST_DAY}) * ${SEQS} + seq FROM entry WHERE ${counts('entry')} AND ${search.where}${among === null ? '' : AMONG}`
  const asked = among === null ? search.values : { ...search.values, among: JSON.stringify(among) }
  const places = Float64Array.from(statement(connection, sql).pluck().all(asked) as number[])
  const found = Array.from(places.sort().reverse(), (place) => place % SEQS)
  lastFound.set(connection, { search, found })
  return found
}

/** More than the rows there are: day and row make one number, and a hundred thousand numbers are put in order at once. */
const SEQS = 2 ** 32

/** More are sooner read as they lie than looked up. */
const FEW = 10_000

type Found = { readonly search: EntrySearch; readonly found: readonly number[] }

const lastFound = new WeakMap<Connection, Found>()

const AMONG = ' AND seq IN (SELECT value FROM json_each(@among))'
