import type { Account } from '#shared/ledger/account.ts'
import type { CaseFact } from '#shared/ledger/case/case-fact.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Plan } from '../plan.ts'
import { guessedNames } from './guess-names.ts'
import { namedIn, prosesOf, type Redactable } from './named-in.ts'
import { type Names, namesWith, type Placeholders, type WordChoice } from './names.ts'

/** What stands in for the ids: entries are numbered, an account keeps an id that says no name. */
type Ids = { readonly entry: (id: string) => string; readonly account: (id: string) => string }
type Without = { readonly names: Names; readonly ids: Ids }

/**
 * The same ledger without names: shops, people, numbers and notes become placeholders, the same one for the same name
 * everywhere. Amounts, days, terms and their order stay, so that every figure and every sum is what it was.
 */
export function redacted(whole: Redactable, placeholders: Placeholders, choice: WordChoice): Redactable {
  const { ledger, facts, plan } = whole
  const names = namesWith(placeholders, choice)
  // Everything that is a name is learnt before the first text is looked at.
  for (const { kind, name } of namedIn(ledger, facts)) names.of(kind, name)
  for (const text of prosesOf(whole)) for (const name of guessedNames(text)) names.of('person', name)
  for (const word of choice.hide) names.of('word', word)
  const without: Without = { names, ids: idsOf(ledger, names) }
  return {
    ledger: ledgerWithout(ledger, without),
    facts: facts.map((fact) => factWithout(fact, without)),
    plan: plan && planWithout(plan, without),
  }
}

/** Numbered in the order of the accounts; the lender's own ids (`huabei`, `credit-purchase:…`) name nobody. */
function idsOf({ accounts }: Ledger, { inText }: Names): Ids {
  const own = accounts.filter(({ id, kind }) => (kind === 'other' ? !/^other(?:-\d+)?$/.test(id) : inText(id) !== id))
  const accountIds = new Map(own.map(({ id }, index) => [id, `account-${index + 1}`]))
  const entryIds = new Map<string, string>()
  const entry = (id: string): string => {
    const known = entryIds.get(id) ?? `e${entryIds.size + 1}`
    entryIds.set(id, known)
    return known
  }
  return { entry, account: (id) => accountIds.get(id) ?? id }
}

function ledgerWithout(ledger: Ledger, without: Without): Ledger {
  const { names, ids } = without
  const byAccount = <T>(all: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(all).map(([id, value]) => [ids.account(id), value]))
  const shops = Object.entries(ledger.recentShops).map(([id, seen]) => [id, seen.map((shop) => names.of('shop', shop))])
  return {
    ...ledger,
    accounts: ledger.accounts.map((account) => accountWithout(account, without)),
    entries: ledger.entries.map((entry) => entryWithout(entry, without)),
    postings: ledger.postings.map((posting) => ({ ...posting, account: ids.account(posting.account) })),
    confirmations: ledger.confirmations.map((one) => ({
      ...one,
      owner: one.owner && names.of('person', one.owner),
      note: names.inText(one.note),
    })),
    newestEntryOn: byAccount(ledger.newestEntryOn),
    recentShops: byAccount(Object.fromEntries(shops)),
  }
}

function planWithout(plan: Plan, { names, ids }: Without): Plan {
  const { strategy } = plan
  return {
    ...plan,
    name: names.inText(plan.name),
    strategy: strategy.kind === 'custom' ? { ...strategy, order: strategy.order.map(ids.account) } : strategy,
    newSpending: plan.newSpending.map((one) => ({ ...one, account: ids.account(one.account) })),
    settleEarly: plan.settleEarly.map(ids.entry),
  }
}

/** A name that the user gave may say whose it is; the lender of a Credit Purchase is who the case is about, and stays. */
function accountWithout(account: Account, { names, ids }: Without): Account {
  const isOwn = account.kind === 'other'
  return {
    ...account,
    id: ids.account(account.id),
    name: isOwn ? names.of('account', account.name) : '',
    owner: names.of('person', account.owner),
    lender: isOwn && account.lender !== null ? names.of('account', account.lender) : account.lender,
  }
}

function entryWithout(entry: Entry, { names, ids }: Without): Entry {
  const source = {
    id: ids.entry(entry.id),
    label: names.of('shop', entry.label),
    orderNo: entry.orderNo === null ? null : names.of('number', entry.orderNo),
    // In an imported row the note is what was bought, which may be the shop's own name.
    note: names.of('shop', entry.note),
  }
  if (entry.kind === 'repayment') {
    const split = entry.split?.map((part) => ({
      ...part,
      account: ids.account(part.account),
      settles: part.settles === null ? null : ids.entry(part.settles),
    }))
    const candidates = entry.candidates.map(ids.account)
    return { ...entry, ...source, candidates, split: split ?? null, paidFrom: names.of('account', entry.paidFrom) }
  }
  if (entry.kind === 'review') return { ...entry, ...source, accounts: entry.accounts.map(ids.account) }
  const account = ids.account(entry.account)
  if (entry.kind !== 'refund' && entry.kind !== 'installments') return { ...entry, ...source, account }
  return { ...entry, ...source, account, of: entry.of === null ? null : ids.entry(entry.of) }
}

function factWithout(fact: CaseFact, { names, ids }: Without): CaseFact {
  const { of, inText } = names
  switch (fact.kind) {
    case 'contact': {
      const account = fact.account === null ? null : ids.account(fact.account)
      const promise = fact.promise && { ...fact.promise, what: inText(fact.promise.what) }
      const said = { reason: inText(fact.reason), said: inText(fact.said) }
      return { ...fact, ...said, account, promise, agent: of('person', fact.agent), ticket: of('number', fact.ticket) }
    }
    case 'notice': {
      const account = fact.account === null ? null : ids.account(fact.account)
      return { ...fact, account, source: inText(fact.source), link: inText(fact.link), text: inText(fact.text) }
    }
    case 'channel':
      return { ...fact, label: of('account', fact.label) }
    case 'way-to-pay':
      return { ...fact, label: of('account', fact.label), use: inText(fact.use) }
    case 'comparison': {
      const differences = fact.differences.map((one) => ({
        ...one,
        rows: one.rows.map((set) => ({ ...set, entries: set.entries.map(ids.entry) })),
      }))
      return { ...fact, account: ids.account(fact.account), differences, note: inText(fact.note) }
    }
    case 'system-closing':
      return { ...fact, account: ids.account(fact.account), said: inText(fact.said) }
    case 'attachment': {
      const extension = /\.[A-Za-z0-9]{1,5}$/.exec(fact.name)?.[0] ?? ''
      return { ...fact, name: `${of('file', fact.name)}${extension}` }
    }
  }
}
