import { type Fen, fen, yuanText } from '#shared/kernel/money.ts'
import type { Entry, EntryId } from '#shared/ledger/entry.ts'

/** What of an entry does not fit the purchase it names: the field, the sentence and what that needs. */
export type Misfit = {
  readonly field: 'account' | 'amount' | 'principal'
  readonly rule: string
  readonly text: string
}

/**
 * Refunds and plans that name a purchase they cannot be of: on another account, or of more than was bought. A statement
 * can bring such a row, and its ledger keeps it; who writes a scenario is told.
 */
export function misfitsAmong(entries: readonly Entry[]): ReadonlyMap<EntryId, Misfit> {
  const purchases = new Map(entries.flatMap((entry) => (entry.kind === 'purchase' ? [[entry.id, entry] as const] : [])))
  const left = new Map<EntryId, Fen>()
  const misfits = new Map<EntryId, Misfit>()
  for (const entry of entries) {
    if (entry.kind !== 'refund' && entry.kind !== 'installments') continue
    const purchase = entry.of === null ? undefined : purchases.get(entry.of)
    if (purchase === undefined) continue
    if (entry.kind === 'installments') {
      if (entry.principal > purchase.amount)
        misfits.set(entry.id, tooMuch('principal', 'plan-above-purchase', entry.principal, purchase.amount))
      continue
    }
    const rest = left.get(purchase.id) ?? purchase.amount
    left.set(purchase.id, fen(rest - entry.amount))
    if (entry.account !== purchase.account)
      misfits.set(entry.id, { field: 'account', rule: 'refund-on-another-account', text: purchase.account })
    else if (entry.amount > rest)
      misfits.set(entry.id, tooMuch('amount', 'refund-above-purchase', entry.amount, fen(Math.max(rest, 0))))
  }
  return misfits
}

const tooMuch = (field: Misfit['field'], rule: string, amount: Fen, most: Fen): Misfit => ({
  field,
  rule,
  text: `${yuanText(amount)} > ${yuanText(most)}`,
})
