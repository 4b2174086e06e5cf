import type { Account } from '#shared/ledger/account.ts'
import type { CaseFact } from '#shared/ledger/case/case-fact.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Plan } from '../plan.ts'

/**
 * The same ledger without names: shops, people, numbers and notes become placeholders, the same one for the same name
 * everywhere. Amounts, days, terms and their order stay, so that every figure and every sum is what it was.
 */
export type Redactable = { readonly ledger: Ledger; readonly facts: readonly CaseFact[]; readonly plan: Plan | null }

export type Placeholders = {
  readonly shop: string
  readonly person: string
  readonly number: string
  readonly account: string
  readonly file: string
}

type Kind = keyof Placeholders
type Names = { readonly of: (kind: Kind, text: string) => string; readonly inText: (text: string) => string }

export function redacted({ ledger, facts, plan }: Redactable, placeholders: Placeholders): Redactable {
  const names = namesWith(placeholders)
  const ids = new Map<string, string>()
  const entryId = (id: string): string => {
    const known = ids.get(id) ?? `e${ids.size + 1}`
    ids.set(id, known)
    return known
  }
  const accounts = ledger.accounts.map((account) => accountWithout(account, names))
  const entries = ledger.entries.map((entry) => entryWithout(entry, names, entryId))
  const shops = Object.entries(ledger.recentShops).map(([id, seen]) => [id, seen.map((shop) => names.of('shop', shop))])
  const confirmations = ledger.confirmations.map((one) => ({ ...one, note: names.inText(one.note) }))
  return {
    ledger: { ...ledger, accounts, entries, confirmations, recentShops: Object.fromEntries(shops) },
    facts: facts.map((fact) => factWithout(fact, names, entryId)),
    plan: plan && { ...plan, name: names.inText(plan.name), settleEarly: plan.settleEarly.map(entryId) },
  }
}

/** Runs of digits that name something: cards, telephones, orders. Amounts and days are shorter or have signs in them. */
const NUMBERS = /(?<![\d.,-])\d{5,}(?![\d.,-])/g

const PUBLIC: ReadonlySet<string> = new Set(['95188', '12378', '12345', '12315'])

/** A name stands alone: digits beside digits are another number, letters beside letters another word. */
function wholeName(name: string): RegExp {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![0-9A-Za-z])${literal}(?![0-9A-Za-z])`, 'g')
}

function namesWith(placeholders: Placeholders): Names {
  const known = new Map<string, string>()
  const counts = new Map<Kind, number>()
  const of: Names['of'] = (kind, text) => {
    if (text.trim() === '') return ''
    const key = `${kind} ${text}`
    const before = known.get(key)
    if (before !== undefined) return before
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    const placeholder = `${placeholders[kind]}${count}`
    known.set(key, placeholder)
    return placeholder
  }
  /** Long numbers first, so that a short one is not found inside them; the public numbers name nobody. */
  const inText = (text: string): string => {
    const numbered = text.replace(NUMBERS, (digits) => (PUBLIC.has(digits) ? digits : of('number', digits)))
    const people = [...known].filter(([key]) => !key.startsWith('shop '))
    return people.reduce(
      (all, [key, placeholder]) => all.replace(wholeName(key.slice(key.indexOf(' ') + 1)), () => placeholder),
      numbered,
    )
  }
  return { of, inText }
}

/** A name that the user gave may say whose it is; the lender of a Credit Purchase is who the case is about, and stays. */
function accountWithout(account: Account, names: Names): Account {
  const isOwn = account.kind === 'other'
  return {
    ...account,
    name: isOwn ? names.of('account', account.name) : '',
    owner: names.of('person', account.owner),
    lender: isOwn && account.lender !== null ? names.of('account', account.lender) : account.lender,
  }
}

function entryWithout(entry: Entry, names: Names, entryId: (id: string) => string): Entry {
  const plain = {
    ...entry,
    id: entryId(entry.id),
    label: names.of('shop', entry.label),
    orderNo: entry.orderNo === null ? null : names.of('number', entry.orderNo),
    // In an imported row the note is what was bought, which may be the shop's own name.
    note: names.of('shop', entry.note),
  }
  switch (plain.kind) {
    case 'refund':
    case 'installments':
      return { ...plain, of: plain.of === null ? null : entryId(plain.of) }
    case 'repayment': {
      const split = plain.split?.map((part) => ({
        ...part,
        settles: part.settles === null ? null : entryId(part.settles),
      }))
      return { ...plain, split: split ?? null, paidFrom: names.of('account', plain.paidFrom) }
    }
    default:
      return plain
  }
}

function factWithout(fact: CaseFact, names: Names, entryId: (id: string) => string): CaseFact {
  switch (fact.kind) {
    case 'contact': {
      const agent = names.of('person', fact.agent)
      const ticket = names.of('number', fact.ticket)
      const promise = fact.promise && { ...fact.promise, what: names.inText(fact.promise.what) }
      return { ...fact, agent, ticket, promise, reason: names.inText(fact.reason), said: names.inText(fact.said) }
    }
    case 'notice':
      return { ...fact, text: names.inText(fact.text) }
    case 'channel':
    case 'way-to-pay':
      return { ...fact, label: names.of('account', fact.label) }
    case 'comparison': {
      const differences = fact.differences.map((one) => ({
        ...one,
        rows: one.rows.map((set) => ({ ...set, entries: set.entries.map(entryId) })),
      }))
      return { ...fact, differences, note: names.inText(fact.note) }
    }
    case 'system-closing':
      return { ...fact, said: names.inText(fact.said) }
    case 'attachment': {
      const extension = /\.[A-Za-z0-9]{1,5}$/.exec(fact.name)?.[0] ?? ''
      return { ...fact, name: `${names.of('file', fact.name)}${extension}` }
    }
  }
}
