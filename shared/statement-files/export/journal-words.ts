import type { Account, AccountId } from '#shared/ledger/account.ts'
import type { JournalRow, RowWhat } from '#shared/ledger/journal/journal-row.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Language, Sentence } from '../language.ts'
import { oneLine } from './plain-text.ts'

/** What a row of the journal is called where no shop gives it a name. */
const WHAT: Readonly<Record<RowWhat, Sentence>> = {
  purchase: { 'zh-CN': '消费', en: 'Purchase' },
  refund: { 'zh-CN': '退款', en: 'Refund' },
  repayment: { 'zh-CN': '还款', en: 'Repayment' },
  loan: { 'zh-CN': '借款', en: 'Loan' },
  interest: { 'zh-CN': '利息', en: 'Interest' },
  fee: { 'zh-CN': '手续费', en: 'Fee' },
  penalty: { 'zh-CN': '逾期费', en: 'Overdue charge' },
  'paid-before': { 'zh-CN': '录入账单前已还', en: 'Paid before the bill was entered' },
  returned: { 'zh-CN': '退回到自己账上', en: 'Returned to own money' },
  opening: { 'zh-CN': '期初', en: 'Opening balance' },
  difference: { 'zh-CN': '账单和流水的差额', en: 'Difference of the bill to its entries' },
}

export const rowName = (what: RowWhat, language: Language): string => WHAT[what][language]

/** Who the row is with, and what is said about it; both on one line. */
export type RowTexts = { readonly payee: string; readonly memo: string }

export type Speaking = {
  readonly accounts: ReadonlyMap<AccountId, Account>
  readonly language: Language
  /** Whose list the row stands in, where it is one account's. */
  readonly account?: Account | undefined
}

export function rowTexts(row: JournalRow, { accounts, language, account }: Speaking): RowTexts {
  const what = rowName(row.what, language)
  const label = oneLine(row.entry?.label ?? '')
  const note = oneLine(row.entry?.note ?? '')
  const memo = note === '' ? what : `${what} ${note}`
  if (label !== '') return { payee: label, memo }
  const debt = row.legs.find(({ to }) => to.kind === 'debt')?.to
  const owner = account ?? (debt?.kind === 'debt' ? accounts.get(debt.account) : undefined)
  return { payee: oneLine(owner?.name ?? '') || what, memo }
}

export const accountsById = ({ accounts }: Ledger): ReadonlyMap<AccountId, Account> =>
  new Map(accounts.map((account) => [account.id, account]))
