import { type Day, dayText, monthText } from '#shared/kernel/day.ts'
import { type Fen, fen, yuanText } from '#shared/kernel/money.ts'
import type { Account } from '#shared/ledger/account.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import { runOverdue } from '#shared/ledger/book/lending-book.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import type { EntryId } from '#shared/ledger/entry.ts'
import { line } from '#shared/ledger/explain/line.ts'
import type { ProjectedEvent } from '../answers.ts'
import type { Plan } from '../plan.ts'
import {
  accruesDaily,
  advanceBilled,
  billedBalance,
  billedCharged,
  billedPrepaid,
  nextBilledDay,
  pruneBilled,
} from './billed-run.ts'
import { lendingBalance, lendingCharged, nextLendingDay } from './lending-run.ts'
import { advanceOther, endOtherDay, otherBalance, otherState } from './other-run.ts'
import { type AccountRun, NEVER, type Run } from './run.ts'
import { type Added, measured, type Why, whyCarried } from './why-carried.ts'
import { type PaidPart, paidLines, spendingLines } from './why-paid.ts'

/** The one place where an account's balance is measured and its interest, fees and charges are told apart. */

export function startAccount(
  account: Account,
  index: number,
  at: { books: LedgerBook; plan: Plan; start: Day },
): AccountRun {
  const run: AccountRun = {
    account,
    index,
    state: stateOf(account, at),
    balance: 0,
    charged: 0,
    prepaid: 0,
    returned: 0,
    interest: 0,
    fees: 0,
    penalties: 0,
    paid: 0,
    spending: 0,
    freeOn: null,
    touchedOn: at.start,
    nextDay: at.start,
  }
  if (run.state.kind === 'billed') pruneBilled(run.state.book)
  run.balance = balanceOf(run, at.start)
  run.charged = chargedOf(run, at.start)
  if (run.state.kind === 'billed') {
    run.prepaid = billedPrepaid(run.state.book)
    run.returned = run.state.book.returned
  }
  if (run.balance === 0) run.freeOn = at.start
  return run
}

function stateOf(
  account: Account,
  { books, plan, start }: { books: LedgerBook; plan: Plan; start: Day },
): AccountRun['state'] {
  const billed = books.billed.get(account.id)
  if (billed) return { kind: 'billed', book: billed }
  const lending = books.lending.get(account.id)
  if (lending) return { kind: 'lending', book: lending }
  return { kind: 'other', book: otherState(books.other.get(account.id)!, plan, start) }
}

function balanceOf({ state }: AccountRun, day: Day): number {
  if (state.kind === 'billed') return billedBalance(state.book)
  return state.kind === 'lending' ? lendingBalance(state.book, day) : otherBalance(state.book)
}

function chargedOf({ state }: AccountRun, day: Day): number {
  if (state.kind === 'billed') return billedCharged(state.book)
  return state.kind === 'lending' ? lendingCharged(state.book, day) : 0
}

/** Carries an account through a day and books what that added: fees posted, overdue charges, and the rest as interest. */
export function touch(run: Run, account: AccountRun, day: Day, withStatement = true): void {
  const { state } = account
  const before = run.lines && measured(account)
  account.touchedOn = day
  let fee = 0
  if (state.kind === 'billed') fee = advanceBilled(state.book, day, withStatement)
  else if (state.kind === 'lending') runOverdue(state.book, day)
  else fee = advanceOther(state.book, day)
  const charged = chargedOf(account, day)
  const balance = balanceOf(account, day)
  const penalty = charged - account.charged
  const absorbed = absorb(run, account, day)
  const interest = balance - account.balance - fee - penalty + absorbed
  account.charged = charged
  account.balance = balance
  const why = before && whyCarried(account, before, { day, interest, fee, penalty })
  addCost(run, account, { day, interest, fee, penalty, why })
}

/** Whether time alone changes its balance: then it is carried through the end of each month. */
export function changesDaily({ state, balance }: AccountRun): boolean {
  if (balance === 0) return false
  if (state.kind === 'billed') return accruesDaily(state.book)
  return state.kind === 'lending' || 'dailyRate' in state.book.interest
}

/** What money paid early took off new postings since the last measure; what was not needed is the user's own again. */
function absorb(run: Run, account: AccountRun, day: Day): number {
  if (account.state.kind !== 'billed') return 0
  const { book } = account.state
  const prepaid = billedPrepaid(book)
  const returned = book.returned - account.returned
  const absorbed = account.prepaid - prepaid - returned
  account.prepaid = prepaid
  account.returned = book.returned
  run.month.refunds += absorbed
  if (returned > 0) tell(run, account, { on: day, what: 'returned', amount: returned })
  return absorbed
}

/** Books a cost that stands in the balance already. */
export function addCost(
  run: Run,
  account: AccountRun,
  cost: Added & { readonly day: Day; readonly why: Partial<Why> | null },
): void {
  const { day, interest, fee, penalty, why } = cost
  account.interest += interest
  account.fees += fee
  account.penalties += penalty
  run.month.interest += interest
  run.month.fees += fee
  run.month.penalties += penalty
  if (run.events === null) return
  if (interest !== 0) tell(run, account, { on: day, what: 'interest', amount: interest, lines: why?.interest })
  if (fee !== 0) tell(run, account, { on: day, what: 'fee', amount: fee, lines: why?.fee })
  if (penalty !== 0) tell(run, account, { on: day, what: 'penalty', amount: penalty, lines: why?.penalty })
}

export type Payment = {
  readonly on: Day
  readonly amount: number
  readonly what: 'repayment' | 'early-settlement'
  readonly settles: EntryId | null
  /** Where the money went, and the rule of the line that says why just so much. */
  readonly parts: readonly PaidPart[]
  readonly why: string
}

/** Measures again after a payment and books it. */
export function paid(run: Run, account: AccountRun, payment: Payment): void {
  const { on, amount, what, settles, parts, why } = payment
  account.balance = balanceOf(account, on)
  if (account.state.kind === 'billed') pruneBilled(account.state.book)
  account.charged = chargedOf(account, on)
  account.paid += amount
  run.month.paid += amount
  if (account.balance === 0 && account.freeOn === null) account.freeOn = on
  account.nextDay = nextDayOf(account, on)
  tell(run, account, { on, what, amount, settles, why, lines: run.lines && paidLines(parts) })
  if (account.balance === 0) tell(run, account, { on, what: 'free', amount: 0 })
}

export function spent(
  run: Run,
  account: AccountRun,
  on: Day,
  { monthly: amount, through }: Plan['newSpending'][number],
): void {
  absorb(run, account, on)
  account.balance = balanceOf(account, on)
  account.freeOn = account.balance === 0 ? account.freeOn : null
  account.spending += amount
  run.month.spending += amount
  account.nextDay = nextDayOf(account, on)
  tell(run, account, { on, what: 'spending', amount, lines: run.lines && spendingLines(monthText(through), amount) })
}

type Told = {
  readonly on: Day
  readonly what: ProjectedEvent['what']
  readonly amount: number
  readonly settles?: EntryId | null
  readonly why?: string
  readonly lines?: readonly DerivationLine[] | null | undefined
}

const lineOf = ({ on, what, amount, why, lines }: Told, balance: number): DerivationLine =>
  line(why ?? `projected-${what}`, fen(amount), {
    values: { on: dayText(on), balance: yuanText(fen(balance)) },
    certainty: 'assumed',
    lines: lines ?? [],
  })

export function tell(run: Run, account: AccountRun, event: Told): void {
  if (run.events === null) return
  const explain = `projection:${account.account.id}:${event.what}@${dayText(event.on)}`
  if (run.lines) run.lines.set(explain, [...(run.lines.get(explain) ?? []), lineOf(event, account.balance)])
  run.events.push({
    on: event.on,
    account: account.account.id,
    what: event.what,
    amount: fen(event.amount),
    balance: fen(account.balance),
    settles: event.settles ?? null,
    explain,
  })
}

/** After everything of a day: when the account is looked at next. */
export function endDay(account: AccountRun, day: Day): void {
  if (account.state.kind === 'billed') pruneBilled(account.state.book)
  if (account.state.kind === 'other') endOtherDay(account.state.book, day)
  account.nextDay = nextDayOf(account, day)
}

function nextDayOf(account: AccountRun, day: Day): Day {
  const { state } = account
  if (state.kind === 'billed') return nextBilledDay(state.book, day)
  if (account.balance === 0) return NEVER
  return state.kind === 'lending' ? nextLendingDay(state.book, day) : state.book.dueOn > day ? state.book.dueOn : day
}

export const totalBalance = (run: Run): Fen => fen(run.active.reduce((sum, account) => sum + account.balance, 0))
