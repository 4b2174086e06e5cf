import { defaultName, toldApart } from '#shared/contract/accounts-from-fields.ts'
import { FIRST_DAY } from '#shared/kernel/day.ts'
import type { Account, AccountId } from '#shared/ledger/account.ts'
import { type AccountRef, accountRefText } from '#shared/statement-files/account-ref.ts'

/**
 * Which account of the ledger a row of a file concerns: the one of its kind, lender and owner; else one entered by
 * hand that names no owner, which is that owner's from then on; for a file that names none the only one there is; else a
 * new one with default terms. Two people's files stay apart (domain.md 6.1).
 */
export type AccountResolver = {
  readonly idOf: (ref: AccountRef) => AccountId
  /** The terms of an account, to know in which bill a first installment stands. */
  readonly find: (id: AccountId) => Account
  /** The form in which files name an account; null for one that no statement file is about. */
  readonly refOf: (id: AccountId) => AccountRef | null
  /** The same for an account that rows of this owner may be of; null for another person's. */
  readonly ownRef: (id: AccountId) => AccountRef | null
  /** Whose accounts there are; nobody's are not. */
  readonly owners: () => readonly string[]
  /** Whether an account is said to be somebody else's. */
  readonly isOthers: (id: AccountId) => boolean
  /** Accounts that were not in the ledger, in the order in which they were met. */
  readonly found: () => readonly Account[]
  /** Accounts that named no owner and that rows of this file are of: from now on they are its owner's. */
  readonly claimed: () => readonly AccountId[]
}

export function createAccountResolver(accounts: readonly Account[], owner: string): AccountResolver {
  const known = new Map(accounts.map((account) => [account.id, account]))
  const byRef = new Map<string, AccountId>()
  const found: Account[] = []
  const claimed = new Set<AccountId>()

  const resolve = (ref: AccountRef): AccountId => {
    const lender = ref.kind === 'credit-purchase' ? ref.lender : null
    const same = accounts.filter((account) => account.kind === ref.kind && account.lender === lender)
    // A copy whose first lines were cut says nothing of an owner: where only one account can be meant, it is that.
    const only = owner === '' && same.length === 1 ? same[0] : undefined
    const match =
      same.find((account) => account.owner === owner) ?? same.find((account) => account.owner === '') ?? only
    if (match?.owner === '' && owner !== '') claimed.add(match.id)
    if (match) return match.id
    const account = newAccount(ref, owner, known)
    known.set(account.id, account)
    found.push(account)
    return account.id
  }

  return {
    idOf: (ref) => {
      const text = accountRefText(ref)
      const id = byRef.get(text) ?? resolve(ref)
      byRef.set(text, id)
      return id
    },
    find: (id) => {
      const account = known.get(id)
      if (!account) throw new Error('an account that no resolver met')
      return account
    },
    refOf: (id) => refOfAccount(known.get(id)),
    ownRef: (id) => {
      const account = known.get(id)
      return account && (account.owner === owner || account.owner === '') ? refOfAccount(account) : null
    },
    owners: () => [...new Set(accounts.map((account) => account.owner))].filter((name) => name !== ''),
    isOthers: (id) => owner !== '' && !['', owner].includes(known.get(id)?.owner ?? ''),
    found: () => found,
    claimed: () => [...claimed],
  }
}

function refOfAccount(account: Account | undefined): AccountRef | null {
  if (account?.kind === 'huabei' || account?.kind === 'borrow') return { kind: account.kind }
  return account?.kind === 'credit-purchase' ? { kind: 'credit-purchase', lender: account.lender ?? '' } : null
}

function newAccount(ref: AccountRef, owner: string, known: ReadonlyMap<AccountId, Account>): Account {
  const lender = ref.kind === 'credit-purchase' ? ref.lender : null
  const plain = accountRefText(ref).slice(0, 40)
  const account: Account = {
    id: known.has(plain) ? `${plain}@${owner}`.slice(0, 64) : plain,
    kind: ref.kind,
    name: defaultName(ref.kind, lender),
    lender,
    owner,
    limit: null,
    openedOn: null,
    upgradedOn: null,
    status: 'open',
    closedOn: null,
    autoRepay: 'unknown',
    origin: 'import',
    terms: [{ from: FIRST_DAY, source: 'default', set: {} }],
    otherDebt: null,
  }
  // Two people's accounts of one kind are told apart by whose they are, whatever they are kept under.
  return toldApart(account, [...known.values()])
}
