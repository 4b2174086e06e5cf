import type { Day } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { CountingTotal } from '../shown-quote.ts'

/** The figures of closing. Where Alipay's own were copied and are asked for, they count: `derived` is then what was worked out. */

/** What paying it off takes today. */
export type PayNow = CountingTotal & {
  readonly accounts: readonly { readonly id: AccountId; readonly amount: Fen }[]
  /** Of what was worked out. */
  readonly explain: string
}

/** What closing by a day still costs in fees and scheduled interest. */
export type ClosingCost = {
  readonly on: Day
  readonly cost: Fen
  readonly derived: Fen | null
  /** Of what was worked out. */
  readonly explain: string
}
