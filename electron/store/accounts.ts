import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { Account, AccountId } from '#shared/ledger/account.ts'
import type { DatedTerms } from '#shared/ledger/terms.ts'
import { moveImportBasis } from './basis.ts'
import { countEntriesOf } from './ledger-counts.ts'
import type { Reader, Writer } from './queries.ts'
import { findRecord, listRecords, putRecord } from './records.ts'

/** Accounts and their dated terms; a later version of an account holds, terms of the same day replace each other. */
export type AccountRefusal =
  | { readonly kind: 'account-not-found'; readonly id: AccountId }
  | { readonly kind: 'account-id-taken'; readonly id: AccountId }
  | { readonly kind: 'account-has-entries'; readonly id: AccountId; readonly count: number }

type StoredAccount = Omit<Account, 'id' | 'terms'>
type StoredTerms = DatedTerms & { readonly account: AccountId }

/** Adds an account with its first terms. Refuses an id that is in use. */
export function appendAccount(writer: Writer, account: Account): Outcome<AccountId, AccountRefusal> {
  if (findRecord(writer, 'account', account.id)) return refused({ kind: 'account-id-taken', id: account.id })
  storeAccount(writer, account)
  for (const terms of account.terms) putTerms(writer, account.id, terms)
  return done(account.id)
}

/** Puts a newer version of an account in place; its terms stay as they are. */
export function supersedeAccount(writer: Writer, account: Account): Outcome<AccountId, AccountRefusal> {
  if (!findRecord(writer, 'account', account.id)) return refused({ kind: 'account-not-found', id: account.id })
  storeAccount(writer, account)
  return done(account.id)
}

/** What was set for the same day before no longer holds. */
export function putTerms(writer: Writer, account: AccountId, terms: DatedTerms): void {
  putRecord(writer, 'terms', `${account}@${terms.from}`, { account, ...terms })
}

/** Refuses while entries concern the account: a debt does not vanish with its name. */
export function removeAccount(writer: Writer, id: AccountId): Outcome<AccountId, AccountRefusal> {
  if (!findRecord(writer, 'account', id)) return refused({ kind: 'account-not-found', id })
  const count = countEntriesOf(writer, id)
  if (count > 0) return refused({ kind: 'account-has-entries', id, count })
  for (const { from } of termsOfAccount(writer, id)) putRecord(writer, 'terms', `${id}@${from}`, null)
  putRecord(writer, 'account', id, null)
  moveImportBasis(writer)
  return done(id)
}

/** In the order in which they were added. */
export function readAccounts(reader: Reader): readonly Account[] {
  const terms = listRecords<StoredTerms>(reader, 'terms').map(({ body }) => body)
  return listRecords<StoredAccount & { readonly place: number }>(reader, 'account')
    .map(({ id, body: { place, ...account } }) => ({
      place,
      account: { ...account, id, terms: datedTerms(terms, id) },
    }))
    .sort((a, b) => a.place - b.place)
    .map(({ account }) => account)
}

export const findAccount = (reader: Reader, id: AccountId): Account | null =>
  readAccounts(reader).find((account) => account.id === id) ?? null

function storeAccount(writer: Writer, { id, terms: _, ...account }: Account): void {
  const known = findRecord<{ readonly place: number }>(writer, 'account', id)
  const place = known?.place ?? listRecords(writer, 'account').length
  putRecord(writer, 'account', id, { ...account, place })
  moveImportBasis(writer)
}

const termsOfAccount = (reader: Reader, id: AccountId): readonly DatedTerms[] =>
  datedTerms(
    listRecords<StoredTerms>(reader, 'terms').map(({ body }) => body),
    id,
  )

function datedTerms(terms: readonly StoredTerms[], id: AccountId): readonly DatedTerms[] {
  return terms
    .filter(({ account }) => account === id)
    .map(({ account: _, ...dated }) => dated)
    .sort((a, b) => a.from - b.from)
}
