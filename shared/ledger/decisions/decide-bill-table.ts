import { type Day, dayText, type Month, monthText } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, ZERO } from '#shared/kernel/money.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { Account, AccountId } from '../account.ts'
import type { Entry, ShownBill } from '../entry.ts'
import type { Ledger } from '../ledger.ts'
import { findAccountOr } from './decide-account.ts'
import { type BillRefusal, decideBill } from './decide-bill.ts'
import { enteredAsPaid, paidBeside } from './entered-as-paid.ts'
import type { Refuses } from './refusal-figures.ts'

/** Bills given many at a time: each is a new one, replaces what was copied before, or says the same (engine.md 2, `shown`). */
export type GivenBill = {
  readonly account: AccountId
  readonly month: Month
  readonly shown: Fen
  readonly shownMinimum: Fen | null
  readonly paid: Fen | 'all' | null
  readonly paidOn: Day | null
}

export type BillFate = 'new' | 'replaces' | 'same'

/** `bill.id` is empty for a new one: it gets its id when it is written. */
export type DecidedBill = {
  readonly fate: BillFate
  readonly bill: ShownBill
  readonly before: ShownBill | null
  /** What the line says is paid and recorded repayments have paid already: it counts once. */
  readonly paidAlready: Fen
  /** What is left in `bill.paid` was paid on this day and is to be recorded as a repayment; null stays without a day. */
  readonly paidOn: Day | null
  /** That day settled it, with the charge that had run by then. */
  readonly inFull: boolean
}

export type BillTableRefusal =
  | BillRefusal
  | Refuses<'account-not-found', 'id'>
  | Refuses<'bill-line-twice', 'month'>
  | Refuses<'day-in-future', 'on'>

export type BillTableFacts = {
  readonly accounts: readonly Account[]
  /** Bills of any account that were copied before. */
  readonly bills: readonly ShownBill[]
  readonly today: Day
  readonly ledger: Ledger
}

/**
 * Each by itself, so that one that breaks a rule does not keep the others out; the second of two for one month does.
 * The oldest is decided first: a repayment that it does not need is there for the next.
 */
export function decideBillTable(
  facts: BillTableFacts,
  given: readonly GivenBill[],
): readonly Outcome<DecidedBill, BillTableRefusal>[] {
  const seen = new Set<string>()
  let { ledger } = facts
  const decided = new Map<GivenBill, Outcome<DecidedBill, BillTableRefusal>>()
  for (const one of [...given].sort((a, b) => a.month - b.month)) {
    const key = `${one.account}/${one.month}`
    const outcome = seen.has(key) ? twice(one) : decideOne({ ...facts, ledger }, one)
    seen.add(key)
    if (outcome.ok) ledger = { ...ledger, entries: put(ledger.entries, outcome.value.bill) }
    decided.set(one, outcome)
  }
  return given.map((one) => decided.get(one)!)
}

const twice = ({ month }: GivenBill): Outcome<never, BillTableRefusal> =>
  refused({ kind: 'bill-line-twice', values: { month: monthText(month) } })

/** A new bill has no id yet; in the ledger it is told apart by its account and month. */
const put = (entries: readonly Entry[], bill: ShownBill): readonly Entry[] => [
  ...entries.filter(({ id }) => id !== bill.id),
  bill.id === '' ? { ...bill, id: `${bill.account}/${bill.month}` } : bill,
]

function decideOne(
  { accounts, bills, today, ledger }: BillTableFacts,
  given: GivenBill,
): Outcome<DecidedBill, BillTableRefusal> {
  const account = findAccountOr(accounts, given.account)
  if (!account.ok) return account
  if (given.paidOn !== null && given.paidOn > today)
    return refused({ kind: 'day-in-future', values: { on: dayText(given.paidOn) } })
  const others = bills.filter((bill) => bill.account === given.account)
  const before = others.find((bill) => bill.month === given.month) ?? null
  const draft = before === null ? newBill(given) : replaced(before, given)
  const decided = decideBill(account.value, { others, today }, draft)
  if (!decided.ok) return decided
  const bill =
    given.paid === null || draft.paid === 0 ? draft : { ...draft, paid: besideRecorded(ledger, draft, given) }
  const paidOn = bill.paid === 0 ? null : given.paidOn
  const isSame = before !== null && paidOn === null && JSON.stringify(before) === JSON.stringify(bill)
  return done({
    fate: before === null ? 'new' : isSame ? 'same' : 'replaces',
    bill,
    before,
    paidAlready: fen(draft.paid - bill.paid),
    paidOn,
    inFull: paidOn !== null && given.paid === 'all',
  })
}

/** The very repayment that the line tells of may be recorded: part of it may have gone to a charge, and it counts whole. */
function besideRecorded(ledger: Ledger, draft: ShownBill, { paidOn }: GivenBill): Fen {
  const thatDay = ledger.entries.flatMap((entry) =>
    entry.kind === 'repayment' && entry.on === paidOn
      ? (entry.split ?? []).filter(({ account, month }) => account === draft.account && month === draft.month)
      : [],
  )
  const isRecorded = sumFen(thatDay.map(({ amount }) => amount)) >= draft.paid
  return isRecorded ? ZERO : enteredAsPaid(draft.paid, paidBeside(ledger, draft))
}

const newBill = (given: GivenBill): ShownBill => ({
  kind: 'bill',
  id: '',
  label: '',
  orderNo: null,
  note: '',
  account: given.account,
  month: given.month,
  shown: given.shown,
  shownMinimum: given.shownMinimum,
  parts: null,
  paid: paidOf(given, ZERO),
})

/** What belonged to the old total leaves with it: its minimum, and parts that no longer add up. */
function replaced(before: ShownBill, given: GivenBill): ShownBill {
  const keepsTotal = before.shown === given.shown
  const partsFit = before.parts !== null && sumFen(Object.values(before.parts)) === given.shown
  return {
    ...before,
    shown: given.shown,
    shownMinimum: given.shownMinimum ?? (keepsTotal ? before.shownMinimum : null),
    parts: partsFit ? before.parts : null,
    paid: paidOf(given, before.paid),
  }
}

const paidOf = ({ paid, shown }: GivenBill, otherwise: Fen): Fen => (paid === 'all' ? shown : (paid ?? otherwise))
