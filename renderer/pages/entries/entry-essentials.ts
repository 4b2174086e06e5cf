import type { Day } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import { ZERO } from '#shared/kernel/money.ts'
import { unreachable } from '#shared/kernel/outcome.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { Entry } from '#shared/ledger/entry.ts'

/** What every entry has in some form: its amount, its day, its account. */

export function amountOf(entry: Entry): Fen {
  switch (entry.kind) {
    case 'bill':
      return entry.shown ?? ZERO
    case 'installments':
    case 'loan':
      return entry.principal
    case 'quota':
      return entry.used
    case 'purchase':
    case 'refund':
    case 'repayment':
    case 'deferral':
    case 'review':
      return entry.amount
    default:
      return unreachable(entry)
  }
}

export function dayOfEntry(entry: Entry): Day | null {
  switch (entry.kind) {
    case 'purchase':
      return entry.orderedOn
    case 'loan':
      return entry.drawnOn
    case 'bill':
    case 'installments':
      return null
    case 'refund':
    case 'repayment':
    case 'deferral':
    case 'quota':
    case 'review':
      return entry.on
    default:
      return unreachable(entry)
  }
}

/** The one account it concerns; a repayment or a question may concern several. */
export function accountOf(entry: Entry): AccountId | null {
  if (entry.kind === 'repayment') return entry.split?.length === 1 ? entry.split[0]!.account : null
  if (entry.kind === 'review') return entry.accounts.length === 1 ? entry.accounts[0]! : null
  return entry.account
}
