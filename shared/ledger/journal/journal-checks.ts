import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import type { AccountId } from '../account.ts'
import type { QuotaCopy } from '../entry.ts'
import type { Ledger } from '../ledger.ts'
import { journalOf } from './journal-of.ts'
import type { JournalRow } from './journal-row.ts'

/**
 * The journal with what its balances can be held against: used quotas that were copied from Alipay and agree with the
 * entries, and at the end what is owed today. A copy that does not agree is told, and asserts nothing.
 */
export type JournalItem =
  | { readonly kind: 'row'; readonly row: JournalRow }
  /** At the end of the day; `balance` is negative where something is owed. */
  | { readonly kind: 'check'; readonly on: Day; readonly account: AccountId; readonly balance: Fen }
  | { readonly kind: 'differs'; readonly on: Day; readonly account: AccountId; readonly shown: Fen; readonly owed: Fen }

export function* checkedJournal(ledger: Ledger): Generator<JournalItem> {
  const balances = new Map<AccountId, number>()
  const copies = ledger.entries
    .filter((entry) => entry.kind === 'quota')
    .filter(({ on }) => on < ledger.today)
    .sort((a, b) => a.on - b.on)
  const known = new Set(ledger.accounts.map(({ id }) => id))
  let next = 0
  const settle = function* (before: Day): Generator<JournalItem> {
    for (let copy = copies[next]; copy && copy.on < before; copy = copies[++next])
      if (known.has(copy.account)) yield compared(copy, balances)
  }
  for (const row of journalOf(ledger)) {
    yield* settle(row.on)
    for (const { to, amount } of row.legs)
      if (to.kind === 'debt') balances.set(to.account, (balances.get(to.account) ?? 0) + amount)
    yield { kind: 'row', row }
  }
  yield* settle(ledger.today)
  for (const { id } of ledger.accounts)
    yield { kind: 'check', on: ledger.today, account: id, balance: fen(balances.get(id) ?? 0) }
}

function compared({ on, account, used }: QuotaCopy, balances: ReadonlyMap<AccountId, number>): JournalItem {
  const balance = fen(balances.get(account) ?? 0)
  return balance === -used
    ? { kind: 'check', on, account, balance }
    : { kind: 'differs', on, account, shown: used, owed: fen(-balance) }
}
