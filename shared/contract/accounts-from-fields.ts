import type { z } from 'zod'
import { type Day, FIRST_DAY } from '#shared/kernel/day.ts'
import { fen, ZERO } from '#shared/kernel/money.ts'
import type { Account, AccountId, AccountKind, OtherDebt, OtherInterest } from '#shared/ledger/account.ts'
import type { DatedTerms, TermsSource, TermValues } from '#shared/ledger/terms.ts'
import type { accountFields, otherInterestFields, termFields } from './account-fields.ts'
import type { TextLanguage } from './texts/text.ts'

/** An account as stated in a request or a scenario, made into the ledger's record. What is not said gets its default. */

export type AccountFields = z.output<typeof accountFields>
type InterestFields = z.output<typeof otherInterestFields>
export type TermFields = z.output<typeof termFields>

/** The product's own names, as Alipay writes them. */
const KIND_NAMES: Record<AccountKind, string> = {
  huabei: '花呗',
  'credit-purchase': '信用购',
  borrow: '借呗',
  'credit-loan': '信用贷',
  other: '其他债务',
}

export const defaultName = (kind: AccountKind, lender: string | null): string =>
  lender === null ? KIND_NAMES[kind] : `${KIND_NAMES[kind]} ${lender}`

/**
 * The same account of another person, where one ledger holds both. The brackets end the name: an owner is often a masked
 * number, and a day that follows it in a sentence would read as its next digits.
 */
export const ownedName = (name: string, owner: string, language: TextLanguage = 'zh-CN'): string =>
  language === 'en' ? `${name} (${owner})` : `${name}（${owner}）`

/** Whose account a name that nobody gave says it is, '' where it names nobody; null for a name of the user's own. */
export function ownerInName({ kind, name, lender, owner = '' }: NamedAccount): string | null {
  const plain = defaultName(kind, lender)
  if (name === '' || name === plain) return ''
  // The second form is that of ledgers of before.
  return owner !== '' && [ownedName(plain, owner), `${plain} · ${owner}`].includes(name) ? owner : null
}

type Told = NamedAccount & Pick<Account, 'id'>

/**
 * An account that nobody named is told from the same one of another person by whose it is: a bill entered for one must
 * not stand with the other.
 */
export function toldApart<T extends Told>(account: T, known: readonly Told[]): T {
  const { id, kind, lender, owner = '' } = account
  if (owner === '' || ownerInName(account) === null) return account
  const isSecond = known.some(
    (one) => one.id !== id && one.kind === kind && (one.lender ?? '') === (lender ?? '') && (one.owner ?? '') !== owner,
  )
  return isSecond ? { ...account, name: ownedName(defaultName(kind, lender), owner) } : account
}

export type NamedAccount = Pick<Account, 'kind' | 'name' | 'lender'> & { readonly owner?: string }

/** The kind itself, then `kind-2`, `kind-3`: short enough to be typed. */
export function freeAccountId(kind: AccountKind, taken: (id: AccountId) => boolean): AccountId {
  for (let n = 1; ; n++) {
    const id = n === 1 ? kind : `${kind}-${n}`
    if (!taken(id)) return id
  }
}

/** @param today the day on which an `other` debt's balance is owed. */
export function accountFrom(fields: AccountFields & { readonly id: string }, today: Day): Account {
  return {
    id: fields.id,
    kind: fields.kind,
    name: fields.name ?? defaultName(fields.kind, fields.lender),
    lender: fields.lender,
    owner: fields.owner,
    limit: fields.limit,
    openedOn: fields.openedOn,
    upgradedOn: fields.upgradedOn,
    status: fields.status,
    closedOn: fields.closedOn,
    autoRepay: fields.autoRepay,
    origin: 'user',
    terms: [],
    otherDebt: fields.kind === 'other' ? otherDebtFrom(fields, today) : null,
  }
}

export const otherDebtFrom = (fields: Pick<AccountFields, 'balance' | 'interest'>, on: Day): OtherDebt => ({
  balance: fields.balance ?? ZERO,
  balanceOn: on,
  interest: fields.interest ? interestFrom(fields.interest) : { model: 'none' },
})

function interestFrom(fields: InterestFields): OtherInterest {
  if (fields.model !== 'monthly-apr') return fields
  const { model, annualRate } = fields
  if (fields.minimumPercent === undefined) {
    return { model, annualRate, minimum: { kind: 'fixed', amount: fields.minimum ?? ZERO } }
  }
  return {
    model,
    annualRate,
    minimum: { kind: 'percent', percent: fields.minimumPercent, floor: fields.minimumFloor ?? fen(0) },
  }
}

/** Only what was said; a key that is absent keeps what was in force. */
export function termValuesFrom(fields: TermFields): Partial<TermValues> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** The terms given with a new account hold from its opening; the earliest ones hold for all earlier dates anyway. */
export function firstTerms(fields: TermFields, openedOn: Day | null, source: TermsSource): readonly DatedTerms[] {
  return [{ from: openedOn ?? FIRST_DAY, source, set: termValuesFrom(fields) }]
}
