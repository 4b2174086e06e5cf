import { type Fen, fen, sumFen } from '#shared/kernel/money.ts'
import type { Bill } from './bill.ts'

/**
 * Principal that a minimum payment left behind and that no issued bill holds yet (engine.md 3): it bears interest every
 * day, although no bill has it as unpaid. It stands in the bill to come, which takes it in.
 */
export const rollingOf = (bills: readonly Pick<Bill, 'status' | 'parts'>[]): Fen =>
  sumFen(bills.filter(({ status }) => status === 'upcoming').map(({ parts }) => parts.rolledPrincipal))

/** What a bill left to the next one after its minimum was paid; null for a bill that is still to pay, or was paid. */
export function leftRolling(bill: Pick<Bill, 'status' | 'total' | 'paid' | 'unpaid'>): Fen | null {
  const rest = fen(bill.total - bill.paid)
  return bill.status === 'minimum-paid' && bill.unpaid === 0 && rest > 0 ? rest : null
}
