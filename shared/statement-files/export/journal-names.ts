import type { Account, AccountId, AccountKind } from '#shared/ledger/account.ts'
import type { LegAccount } from '#shared/ledger/journal/journal-row.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { readFunding, realLegs } from '../alipay-funding.ts'
import { oneLine } from './plain-text.ts'

/**
 * Names of accounts as each program takes them (formats.md 8.1, 8.2). A component of beancount begins with a capital or
 * a digit and goes on with letters, Chinese ones too (`[\p{Lu}\p{Nd}][\p{L}\p{Nd}\-]*`); hledger and ledger read
 * anything. No debt stands below another one: beancount would assert the balance of both together. A name depends on
 * the account alone, so that the next export continues the last one.
 */
export type JournalNames = {
  readonly of: (account: LegAccount) => string
  /** Every name that may occur, with what it is called in the ledger. */
  readonly all: readonly { readonly name: string; readonly title: string; readonly type: 'A' | 'L' | 'X' | 'E' }[]
}

type Naming = {
  readonly debt: (account: Account) => string
  readonly source: (title: string) => string
  readonly fixed: Readonly<Record<Exclude<LegAccount['kind'], 'debt' | 'paid-from'>, string>>
}

const TYPES = {
  'own-money': 'A',
  spending: 'X',
  interest: 'X',
  fee: 'X',
  penalty: 'X',
  opening: 'E',
  difference: 'E',
} as const

function namesBy({ debt, source, fixed }: Naming, { accounts, entries }: Ledger): JournalNames {
  const taken = new Set<string>(Object.values(fixed))
  const free = (name: string): string => {
    for (let n = 1; ; n++) {
      const one = n === 1 ? name : `${name}-${n}`
      if (taken.has(one)) continue
      taken.add(one)
      return one
    }
  }
  const debts = new Map<AccountId, string>(accounts.map((account) => [account.id, free(debt(account))]))
  const titles = new Set(
    entries.flatMap((entry) => (entry.kind === 'repayment' && entry.paidFrom ? [entry.paidFrom] : [])),
  )
  // Not in the order in which they paid: an older repayment that is found later must not rename the others.
  const payers = new Map([...new Set([...titles].map(payerOf))].sort().map((payer) => [payer, free(source(payer))]))
  const sources = new Map([...titles].map((title) => [title, payers.get(payerOf(title)) ?? fixed['own-money']]))
  return {
    of: (account) => {
      if (account.kind === 'debt') return debts.get(account.account) ?? fixed.difference
      return account.kind === 'paid-from' ? (sources.get(account.name) ?? fixed['own-money']) : fixed[account.kind]
    },
    all: [
      ...accounts.map(({ id, name }) => ({ name: debts.get(id) ?? '', title: name || id, type: 'L' as const })),
      ...[...payers].map(([title, name]) => ({ name, title, type: 'A' as const })),
      ...Object.entries(fixed).map(([kind, name]) => ({ name, title: '', type: TYPES[kind as keyof typeof TYPES] })),
    ],
  }
}

/** Who paid, without the coupons that helped: one card is one account, whatever was taken off. */
const payerOf = (title: string): string => realLegs(readFunding(title)).join('&') || title

const KINDS: Readonly<Record<AccountKind, string>> = {
  huabei: 'Huabei',
  'credit-purchase': 'CreditPurchase',
  borrow: 'Borrow',
  'credit-loan': 'CreditLoan',
  other: 'Other',
}

export const beancountNames = (ledger: Ledger): JournalNames =>
  namesBy(
    {
      debt: ({ id, kind }) => component(`Liabilities:${KINDS[kind]}`, withoutKind(id, kind)),
      source: (title) => component('Assets:Payment', title),
      fixed: {
        'own-money': 'Assets:Own-Money',
        spending: 'Expenses:Spending',
        interest: 'Expenses:Interest',
        fee: 'Expenses:Fees',
        penalty: 'Expenses:Overdue',
        opening: 'Equity:Opening-Balances',
        difference: 'Equity:Bill-Differences',
      },
    },
    ledger,
  )

/** `credit-purchase:江苏银行` is named by its lender, `huabei@137…` by its owner: the kind stands before them. */
function withoutKind(id: AccountId, kind: AccountKind): string {
  const rest = id.startsWith(kind) ? id.slice(kind.length) : id
  return /^[A-Za-z0-9]/.test(rest) ? id : rest
}

/**
 * A name in one component after a word that begins it rightly: what is neither a letter of ASCII or Chinese nor a digit
 * parts words. Other scripts have letters that an older program does not know.
 */
function component(begin: string, text: string): string {
  const left = text
    .replace(/[^A-Za-z0-9\u3400-\u4dbf\u4e00-\u9fff]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return left === '' ? begin : `${begin}-${left}`
}

export const hledgerNames = (ledger: Ledger): JournalNames =>
  namesBy(
    {
      debt: ({ id, name }) => `liabilities:${segment(name || id, 'account')}`,
      source: (title) => `assets:${segment(title, 'source')}`,
      fixed: {
        'own-money': 'assets:own money',
        spending: 'expenses:spending',
        interest: 'expenses:interest',
        fee: 'expenses:fees',
        penalty: 'expenses:overdue charges',
        opening: 'equity:opening balances',
        difference: 'equity:bill differences',
      },
    },
    ledger,
  )

/** A name on one line, without the signs that would end it or begin something else. */
function segment(text: string, otherwise: string): string {
  const left = oneLine(text)
    .replaceAll(':', '：')
    .replaceAll(';', '；')
    .replace(/["[\]{}<>@=*!|%#&$~^\\]/g, ' ')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/\s+/g, ' ')
    .trim()
  return left === '' ? otherwise : left
}
