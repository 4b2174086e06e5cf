import type { Day } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'

/** A day on which the money does not cover what must be paid, and what then becomes of each debt that was asked for. */
export type Shortfall = {
  readonly on: Day
  readonly required: Fen
  readonly available: Fen
  /** In the order in which the money goes to them. */
  readonly debts: readonly ShortDebt[]
}

/** `goes-on`: a debt elsewhere, of which it is not known what being late costs there. */
export type ShortDebt = {
  readonly account: AccountId
  /** Its due day: what is past it is overdue. */
  readonly on: Day
  readonly required: Fen
  readonly paid: Fen
  readonly becomes: 'paid' | 'rolls' | 'falls-overdue' | 'stays-overdue' | 'goes-on'
}
