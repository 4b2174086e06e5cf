import type { EntryRow } from '#shared/contract/views.ts'
import { addDays, type Day, dayText, monthText } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { done, refused } from '#shared/kernel/outcome.ts'
import type { Bill } from '#shared/ledger/bill.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { type Cycle, cycleOfMonth, lastDayOf } from '#shared/ledger/cycle.ts'
import { explanationsOf, type ProofRow } from '#shared/ledger/proof.ts'
import { listPosted } from '../store/entry-facts.ts'
import type { Reader } from '../store/queries.ts'
import { readLedger } from '../store/read-ledger.ts'
import type { Handlers } from './handler.ts'

/** Bills as they stand, and one of them with the rows that prove it. */
export const billHandlers: Handlers<'listBills' | 'getBill'> = {
  listBills: ({ store, today }, { account, open, on }) => {
    const day = on !== undefined && on < today ? on : today
    const ledger = store.read((reader) => readLedger(reader, day))
    const names = new Map(ledger.accounts.map(({ id, name }) => [id, name]))
    const bills = billsOf(ledger)
      .filter((bill) => account === undefined || bill.account === account)
      .filter((bill) => open !== true || (bill.unpaid > 0 && bill.status !== 'upcoming'))
    return done(
      bills.map((bill) => ({
        ...bill,
        accountName: names.get(bill.account) ?? bill.account,
        explain: `bill:${bill.account}:${monthText(bill.month)}@${dayText(day)}`,
      })),
    )
  },

  getBill: ({ store, today }, { account: id, month }) =>
    store.read((reader) => {
      const ledger = readLedger(reader, today)
      const account = ledger.accounts.find((one) => one.id === id)
      const bill = billsOf(ledger).find((one) => one.account === id && one.month === month)
      if (!account || !bill) {
        return refused({ kind: 'bill-not-found', values: { account: id, month: monthText(month) } })
      }
      const cycle = cycleOfMonth(account.terms, month)
      const rows = listPosted(reader, { account: id, from: cycle.from, through: lastDayOf(cycle) })
      return done({ bill: withExplanations(reader, bill, { cycle, rows }), entries: { total: rows.length, rows } })
    }),
}

/** So many days on either side of a statement day a row may really belong to the neighbor (engine.md 7). */
const NEAR = 15

type Window = { readonly cycle: Cycle; readonly rows: readonly EntryRow[] }

function withExplanations(reader: Reader, bill: Bill, { cycle, rows }: Window): Bill {
  if (bill.proof.state !== 'differs') return bill
  const near = (from: Day, through: Day) => listPosted(reader, { account: bill.account, from, through }).map(proofRow)
  const before = near(addDays(cycle.from, -NEAR), addDays(cycle.from, -1))
  const after = near(cycle.issuedOn, addDays(cycle.issuedOn, NEAR))
  const explanations = explanationsOf(bill.proof.difference, {
    inside: rows.map(proofRow),
    outside: [...before, ...after],
  })
  return { ...bill, proof: { ...bill.proof, explanations } }
}

const proofRow = ({ id, kind, amount }: EntryRow): ProofRow => ({
  id,
  effect: kind === 'refund' || kind === 'deferral' ? fen(-amount) : amount,
})
