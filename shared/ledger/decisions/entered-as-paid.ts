import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, ZERO } from '#shared/kernel/money.ts'
import type { IssuedBill } from '../book/billed-book.ts'
import { booksOn } from '../book/books-on.ts'
import type { EntryId, ShownBill } from '../entry.ts'
import type { Ledger } from '../ledger.ts'

/**
 * What a bill is entered as paid stands beside the recorded repayments and never on top of them (engine.md 2, 6): what
 * they paid of this bill in time, or by its name, counts once. Otherwise a bill marked as paid would push them into the
 * next bill, as money that nobody has paid.
 */
export type PaidBeside = {
  /** What recorded repayments have paid of this bill. */
  readonly repaid: Fen
  /** What they, refunds and deferrals leave of it: no more can be entered as paid. */
  readonly room: Fen
}

/**
 * @param ledger with the earlier bills as they will be: what they no longer need is there for this one
 * @param through the last day on which a repayment that names no bill is for this one; its due day where none is given
 */
export function paidBeside(ledger: Ledger, draft: ShownBill, through?: Day): PaidBeside {
  const entries = [...ledger.entries.filter(({ id }) => id !== draft.id), { ...draft, paid: ZERO }]
  const book = booksOn({ ...ledger, entries }, ledger.today).billed.get(draft.account)
  const bill = book?.bills.find(({ cycle }) => cycle.month === draft.month)
  if (!bill) return { repaid: ZERO, room: draft.shown ?? ZERO }
  const named = repaymentsNaming(ledger, draft)
  const credits = bill.credits.filter(
    ({ on, entry }) => on <= (through ?? bill.cycle.dueOn) || (entry !== null && named.has(entry)),
  )
  const repaid = sumFen(credits.filter(({ what }) => what === 'repayment').map(ofTotal))
  return { repaid, room: fen(Math.max(bill.total - sumFen(credits.map(ofTotal)), 0)) }
}

/** The total that was copied includes all that was paid, so what repayments paid is taken out of it. */
export const enteredAsPaid = (given: Fen, { repaid, room }: PaidBeside): Fen =>
  fen(Math.max(Math.min(given - repaid, room), 0))

/** A charge for being overdue is no part of the total that the bill was issued with. */
const ofTotal = ({ amount, to }: IssuedBill['credits'][number]): Fen => fen(amount - (to?.penalty ?? ZERO))

const repaymentsNaming = ({ entries }: Ledger, { account, month }: ShownBill): ReadonlySet<EntryId> =>
  new Set(
    entries.flatMap((entry) =>
      entry.kind === 'repayment' && entry.split?.some((part) => part.account === account && part.month === month)
        ? [entry.id]
        : [],
    ),
  )
