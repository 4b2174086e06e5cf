import { type Fen, fen, yuanText } from '#shared/kernel/money.ts'
import { type AccountId, isLending } from '#shared/ledger/account.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import type { JournalNames } from '#shared/statement-files/export/journal-names.ts'
import type { Balances } from './book-programs.ts'

/**
 * What a program that keeps books must find: owed, less what was paid ahead, without what the schedule still holds: the
 * fees of installments that are in no bill (`earlyRepayFee.before`), the interest of loan parts to come. A debt stands
 * negative.
 */
export const owedBalances = (facts: Ledger): ReadonlyMap<AccountId, Fen> =>
  new Map(
    owedOn(facts).accounts.map((one) => {
      const lending = facts.accounts.some((account) => account.id === one.id && isLending(account))
      const scheduled = lending ? one.cells.next.interest + one.cells.future.interest : one.earlyRepayFee.before
      return [one.id, fen(-(one.total - one.prepaid - scheduled))]
    }),
  )

/** The same under the names of a journal, those that owe nothing left out. */
export function namedBalances(facts: Ledger, names: JournalNames): Balances {
  const rows = [...owedBalances(facts)].filter(([, balance]) => balance !== 0)
  const named = rows.map(([account, balance]) => [names.of({ kind: 'debt', account }), yuanText(balance)] as const)
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)))
}
