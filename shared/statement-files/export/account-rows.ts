import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import { journalOf } from '#shared/ledger/journal/journal-of.ts'
import type { JournalRow } from '#shared/ledger/journal/journal-row.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'

/**
 * The journal as one account sees it, for programs that keep a list for each account: negative where the debt grows.
 * What has run up to today and stands in no bill yet is left out: tomorrow it is another row, and would be there twice.
 */
export type AccountRow = { readonly row: JournalRow; readonly on: Day; readonly amount: Fen }

export function* accountRows(ledger: Ledger, account: AccountId): Generator<AccountRow> {
  for (const row of journalOf(ledger)) {
    if (row.passing) continue
    const amount = amountFor(row, account)
    if (amount !== 0) yield { row, on: row.on, amount }
  }
}

const amountFor = ({ legs }: JournalRow, account: AccountId): Fen =>
  fen(legs.reduce((sum, { to, amount }) => sum + (to.kind === 'debt' && to.account === account ? amount : 0), 0))
