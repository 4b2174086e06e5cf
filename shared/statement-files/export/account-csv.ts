import { dayText } from '#shared/kernel/day.ts'
import { type Fen, fen, yuanText } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { csvLine, guardText } from '../csv-cell.ts'
import type { Language } from '../language.ts'
import { type AccountRow, accountRows } from './account-rows.ts'
import { accountsById, type RowTexts, rowName, rowTexts } from './journal-words.ts'
import { oneLine } from './plain-text.ts'

/**
 * One account as a CSV for Actual Budget or YNAB (formats.md 8.3). Both take texts as they are, and a spreadsheet may
 * open the file before: what it would run as a formula has an apostrophe in front.
 */
export type AccountCsvOptions = { readonly account: AccountId; readonly language: Language; readonly bom: boolean }

type Line = AccountRow & RowTexts & { readonly language: Language }
type Form = { readonly header: readonly string[]; readonly cells: (line: Line) => readonly string[] }

export const actualPieces = (ledger: Ledger, options: AccountCsvOptions): Generator<string> =>
  pieces(ACTUAL, ledger, options)
export const ynabPieces = (ledger: Ledger, options: AccountCsvOptions): Generator<string> =>
  pieces(YNAB, ledger, options)

function* pieces(form: Form, ledger: Ledger, { account, language, bom }: AccountCsvOptions): Generator<string> {
  const accounts = accountsById(ledger)
  yield (bom ? '\ufeff' : '') + csvLine(form.header)
  for (const one of accountRows(ledger, account))
    yield csvLine(
      form.cells({ ...one, ...rowTexts(one.row, { accounts, language, account: accounts.get(account) }), language }),
    )
}

/** Negative is spending. The category is what kind of cost it is; purchases are for the user to sort. */
const ACTUAL: Form = {
  header: ['Date', 'Payee', 'Notes', 'Category', 'Amount'],
  cells: ({ on, payee, memo, row, amount, language }) => [
    dayText(on),
    guardText(payee),
    guardText(memo),
    COSTS.has(row.what) ? rowName(row.what, language) : '',
    yuanText(amount),
  ],
}

const COSTS: ReadonlySet<string> = new Set(['interest', 'fee', 'penalty'])

const YNAB: Form = {
  header: ['Date', 'Payee', 'Memo', 'Outflow', 'Inflow'],
  cells: ({ on, payee, memo, row, amount }) => [
    dayText(on),
    guardText(transferFrom(row.entry) ?? payee),
    guardText(memo),
    amount < 0 ? plain(fen(-amount)) : '',
    amount > 0 ? plain(amount) : '',
  ],
}

const plain = (amount: Fen): string => yuanText(amount)

/** YNAB knows a transfer by its payee. */
const transferFrom = (entry: AccountRow['row']['entry']): string | null =>
  entry?.kind === 'repayment' && oneLine(entry.paidFrom) !== '' ? `Transfer : ${oneLine(entry.paidFrom)}` : null
