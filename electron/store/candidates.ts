import { type Account, isBilled, isLending } from '#shared/ledger/account.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { readAccounts } from './accounts.ts'
import { entryOf, type StoredEntry } from './entry-rows.ts'
import { type Reader, statement } from './queries.ts'

/**
 * An imported repayment of Huabei and Credit Purchase together, or a question that names no account, may concern every
 * such account of its file's owner. That is read, not stored: an account found by a later import is among them too, and
 * the order of imports makes no difference (domain.md 6.6); Huabei is the first, whichever a file happened to name first,
 * for what no bill asks for is estimated there.
 */
export function entriesWithCandidates(reader: Reader, rows: readonly StoredEntry[]): readonly Entry[] {
  const open = rows.some((row) => row.kind === 'repayment' || row.kind === 'review')
  if (!open) return rows.map(entryOf)
  const accounts = [...readAccounts(reader)].sort(byName)
  const owners = statement(reader.connection, OWNERS).raw().all() as [number, string][]
  const ofFile = new Map(owners.map(([file, owner]) => [file, ownedBy(accounts, owner)]))
  return rows.map((row) => {
    const owned = row.file === null ? undefined : ofFile.get(row.file)
    return withCandidates(entryOf(row), owned ?? accounts)
  })
}

const byName = (a: Account, b: Account): number =>
  Number(b.kind === 'huabei') - Number(a.kind === 'huabei') ||
  compareTexts(a.lender ?? '', b.lender ?? '') ||
  compareTexts(a.id, b.id)
const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const OWNERS = 'SELECT id, owner FROM statement_file'

/** An account entered by hand may name no owner; it is then anyone's, as it is when rows are imported into it. */
const ownedBy = (accounts: readonly Account[], owner: string): readonly Account[] =>
  accounts.filter((account) => account.owner === owner || account.owner === '')

function withCandidates(entry: Entry, accounts: readonly Account[]): Entry {
  if (entry.kind === 'repayment' && entry.split === null && entry.candidates.length === 0) {
    return { ...entry, candidates: accounts.filter(isBilled).map(({ id }) => id) }
  }
  if (entry.kind === 'review' && entry.accounts.length === 0) {
    return { ...entry, accounts: accounts.filter((one) => isBilled(one) || isLending(one)).map(({ id }) => id) }
  }
  return entry
}
