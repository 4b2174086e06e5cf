import {
  accountFrom,
  defaultName,
  firstTerms,
  freeAccountId,
  otherDebtFrom,
  ownerInName,
  termValuesFrom,
  toldApart,
} from '#shared/contract/accounts-from-fields.ts'
import type { Request } from '#shared/contract/contract.ts'
import type { Day } from '#shared/kernel/day.ts'
import { dayText } from '#shared/kernel/day.ts'
import { done } from '#shared/kernel/outcome.ts'
import type { Account } from '#shared/ledger/account.ts'
import {
  decideAccount,
  decideAccountChange,
  decideTerms,
  findAccountOr,
} from '#shared/ledger/decisions/decide-account.ts'
import { appendAccount, putTerms, readAccounts, removeAccount, supersedeAccount } from '../store/accounts.ts'
import { countEntriesOf } from '../store/ledger-counts.ts'
import type { Handlers, RuleRefusal } from './handler.ts'

type Changed = { readonly id: string }

/** A name of the user's own tells one account of a kind from another; the program's says no more than the kind does. */
const named = ({ name = '' }: { readonly name?: string | undefined }): { readonly name?: string } =>
  name === '' ? {} : { name }

/** Accounts and their dated terms. */
export const accountHandlers: Handlers<
  'listAccounts' | 'addAccount' | 'updateAccount' | 'changeTerms' | 'removeAccount'
> = {
  listAccounts: ({ store }) =>
    done(
      store.read((reader) =>
        readAccounts(reader).map((account) => ({ ...account, entryCount: countEntriesOf(reader, account.id) })),
      ),
    ),

  addAccount: ({ store, today }, { terms, ...fields }) =>
    store.write<Changed, RuleRefusal>(
      { code: 'account-added', values: { kind: fields.kind, lender: fields.lender ?? '', ...named(fields) } },
      (writer) => {
        const known = readAccounts(writer)
        const id = fields.id ?? freeAccountId(fields.kind, (taken) => known.some((one) => one.id === taken))
        const account = toldApart(accountFrom({ ...fields, id }, today), known)
        const draft = { ...account, terms: firstTerms(terms, fields.openedOn, 'user') }
        const decided = decideAccount(known, draft, { isBalanceStated: isBalanceStated(fields), today })
        if (!decided.ok) return decided
        const appended = appendAccount(writer, decided.value)
        return appended.ok ? done({ id }) : appended
      },
    ),

  updateAccount: ({ store, today }, { id, changes }) =>
    store.write<Changed, RuleRefusal>({ code: 'account-changed', values: { account: id } }, (writer) => {
      const known = readAccounts(writer)
      const account = findAccountOr(known, id)
      if (!account.ok) return account
      const changed = toldApart(namedAnew(account.value, changedAccount(account.value, changes, today)), known)
      const decided = decideAccountChange(known, changed, { isBalanceStated: isBalanceStated(changes), today })
      if (!decided.ok) return decided
      const superseded = supersedeAccount(writer, decided.value)
      return superseded.ok ? done({ id }) : superseded
    }),

  changeTerms: ({ store }, { account: id, from, set }) =>
    store.write({ code: 'terms-changed', values: { account: id, from: dayText(from) } }, (writer) => {
      const account = findAccountOr(readAccounts(writer), id)
      if (!account.ok) return account
      const terms = decideTerms({ from, source: 'user', set: termValuesFrom(set) })
      if (!terms.ok) return terms
      const sameDay = account.value.terms.find((one) => one.from === from)
      putTerms(writer, id, { ...terms.value, set: { ...sameDay?.set, ...terms.value.set } })
      return done({ id })
    }),

  removeAccount: ({ store }, { id }) =>
    store.write({ code: 'account-removed', values: { account: id } }, (writer) => {
      const removed = removeAccount(writer, id)
      return removed.ok ? done({ id }) : removed
    }),
}

const isBalanceStated = (fields: { readonly balance?: unknown; readonly interest?: unknown }): boolean =>
  fields.balance !== undefined || fields.interest !== undefined

/** A name that nobody gave follows the lender and the owner. */
const namedAnew = (before: Account, now: Account): Account =>
  now.name === before.name && ownerInName(before) !== null ? { ...now, name: defaultName(now.kind, now.lender) } : now

type Changes = Request<'updateAccount'>['changes']

/** What is not named stays; a new balance is what is owed today. */
function changedAccount(account: Account, { balance, interest, ...plain }: Changes, today: Day): Account {
  const said = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined))
  const { otherDebt } = account
  if (otherDebt === null || (balance === undefined && interest === undefined)) return { ...account, ...said }
  const stated = otherDebtFrom(
    { balance: balance ?? otherDebt.balance, interest },
    balance === undefined ? otherDebt.balanceOn : today,
  )
  return {
    ...account,
    ...said,
    otherDebt: { ...stated, interest: interest === undefined ? otherDebt.interest : stated.interest },
  }
}
