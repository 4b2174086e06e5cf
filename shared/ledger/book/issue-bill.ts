import { addDays, type Day } from '#shared/kernel/day.ts'
import { type Fen, fen, maxFen, minFen, sumFen, ZERO } from '#shared/kernel/money.ts'
import { billTerms, type Cycle } from '../cycle.ts'
import type { ShownBill } from '../entry.ts'
import { type MinimumParts, minimumOf } from '../minimum.ts'
import type { TermValues } from '../terms.ts'
import {
  accrueRolled,
  type BilledBook,
  beginNextMonth,
  fixInterest,
  type IssuedBill,
  type IssuedParts,
  looseInterest,
  type Upcoming,
  upcomingOfMonth,
} from './billed-book.ts'
import { creditBill } from './pay-billed.ts'
import { billNext } from './plan-book.ts'

/**
 * A bill is issued at the start of its statement day and holds what was posted in its cycle, the installments of its
 * month, the rolled principal, and the interest on it up to the day before (engine.md 2, 3). A total that the user
 * copied is the total before any repayment; the entries explain it and are not added again.
 */
export function issueNextBill(book: BilledBook): IssuedBill | null {
  const cycle = book.nextCycle
  const terms = billTerms(book.account.terms, cycle.month)
  const upcoming = upcomingOfMonth(book, cycle.month)
  accrueRolled(book.rolled, addDays(cycle.issuedOn, -1))
  const shown = book.shownBills.get(cycle.month) ?? null
  const bill = composeBill(book, { cycle, terms, upcoming, shown })
  book.upcoming.delete(cycle.month)
  beginNextMonth(book)
  if (bill.total === 0 && bill.derived === 0 && !shown) {
    book.returned = fen(book.returned + upcoming.credited)
    return null
  }
  takeOverPool(book, bill, terms)
  book.bills.push(bill)
  settleEarlyCredits(book, bill, upcoming)
  return bill
}

type Making = {
  readonly cycle: Cycle
  readonly terms: TermValues
  readonly upcoming: Upcoming
  readonly shown: ShownBill | null
}

function composeBill(book: BilledBook, making: Making): IssuedBill {
  const { cycle, terms, upcoming, shown } = making
  const posted = postInstallments(book, cycle)
  const interest = looseInterest(book, terms)
  const fees = fen(posted.fee + upcoming.deferralFee + book.carriedFee)
  const before = upcoming.purchases - upcoming.refunds + posted.others + interest + book.rolled.principal
  const derivedBase = fen(before + upcoming.deferredIn + fees - posted.sameBillFee)
  const base = shown?.shown ?? derivedBase
  const moved = minFen(posted.moved, maxFen(base, ZERO))
  const total = totalAfterMove(base, posted)
  const left = columnsWithin(total, {
    penalty: shown?.parts?.penalty ?? ZERO,
    interest: shown?.parts?.interest ?? interest,
    fee: shown?.parts?.fee ?? fees,
    rolled: book.rolled.principal,
  })
  const parts: IssuedParts = {
    newPurchases: upcoming.purchases,
    refunds: upcoming.refunds,
    installmentPrincipal: fen(posted.others + posted.sameBill),
    installmentFees: posted.fee,
    rolledPrincipal: left.rolled,
    revolvingInterest: left.interest,
    deferredIn: upcoming.deferredIn,
    deferralFees: upcoming.deferralFee,
    deferredOut: ZERO,
    movedToInstallments: moved,
    unexplained: fen(base - derivedBase),
    interestSegments: [...book.rolled.segments],
  }
  const minimumParts = partsForMinimum(parts, { left, total, fees, sameBill: posted.sameBill })
  return {
    cycle,
    terms,
    shown,
    total,
    derived: totalAfterMove(derivedBase, posted),
    parts,
    principal: left.principal,
    interest: left.interest,
    fee: left.fee,
    penalty: left.penalty,
    issued: {
      principal: fen(left.principal + left.rolled),
      interest: left.interest,
      fee: left.fee,
      penalty: left.penalty,
    },
    minimum: shown?.shownMinimum ?? minimumOf(minimumParts, terms),
    minimumParts,
    credited: ZERO,
    credits: [],
    state: 'open',
    overdue: { segments: [], since: null, paid: ZERO, ended: ZERO },
    assumed: shown?.shown == null && (upcoming.assumed || (left.rolled + left.interest > 0 && book.rolled.byEstimate)),
    entryCount: upcoming.count,
  }
}

/** A plan can move no more out of a bill than the ledger knows to be in it; what it posts back is owed in any case. */
const totalAfterMove = (base: Fen, { moved, sameBill, sameBillFee }: Posted): Fen =>
  fen(Math.max(base - moved, 0) + sameBill + sameBillFee)

type Left = { readonly penalty: Fen; readonly interest: Fen; readonly fee: Fen; readonly rolled: Fen }

/** The columns of a bill sum to its total: what is known keeps its column, the rest is principal; a smaller total cuts from the right. */
function columnsWithin(total: Fen, known: Left): Left & { readonly principal: Fen } {
  let room: number = total
  const take = (amount: Fen): Fen => {
    const taken = Math.min(amount, room)
    room -= taken
    return fen(taken)
  }
  const interest = take(known.interest)
  const fee = take(known.fee)
  const penalty = take(known.penalty)
  const rolled = take(known.rolled)
  return { penalty, interest, fee, rolled, principal: fen(room) }
}

type Posted = { moved: Fen; others: Fen; sameBill: Fen; sameBillFee: Fen; fee: Fen }

/** Takes this month's installment of every open plan, and the principal that plans moved out of this very bill. */
function postInstallments(book: BilledBook, cycle: Cycle): Posted {
  const posted: Posted = { moved: ZERO, others: ZERO, sameBill: ZERO, sameBillFee: ZERO, fee: ZERO }
  for (const plan of book.plans) {
    const fromThis = plan.plan.fromBill === cycle.month
    if (fromThis) posted.moved = fen(posted.moved + sumFen(plan.installments.map((period) => period.principal)))
    if (plan.settledOn !== null) continue
    for (
      let period = plan.installments[plan.next];
      period && period.billMonth <= cycle.month;
      period = plan.installments[plan.next]
    ) {
      billNext(plan, period)
      posted.fee = fen(posted.fee + period.fee)
      if (fromThis) posted.sameBillFee = fen(posted.sameBillFee + period.fee)
      if (fromThis) posted.sameBill = fen(posted.sameBill + period.principal)
      else posted.others = fen(posted.others + period.principal)
    }
  }
  return posted
}

function partsForMinimum(
  parts: IssuedParts,
  bill: { left: Left & { principal: Fen }; total: Fen; fees: Fen; sameBill: Fen },
): MinimumParts {
  const installments = parts.installmentPrincipal
  const inFull = installments + parts.deferredIn + bill.left.fee + bill.left.interest + bill.left.penalty
  return {
    newPrincipal: fen(Math.max(bill.total - inFull - bill.left.rolled, 0) + parts.refunds + parts.movedToInstallments),
    rolledPrincipal: bill.left.rolled,
    refunds: parts.refunds,
    movedToInstallments: fen(Math.max(parts.movedToInstallments - bill.sameBill, 0)),
    installmentsPosted: installments,
    deferralPosted: parts.deferredIn,
    fees: bill.left.fee,
    interestAndPenalty: fen(bill.left.interest + bill.left.penalty),
    overdueHistory: ZERO,
    total: bill.total,
  }
}

/** The bill takes the pool's interest; the pool's principal stands in the bill and goes on bearing interest beside it. */
function takeOverPool(book: BilledBook, bill: IssuedBill, terms: TermValues): void {
  fixInterest(book, terms)
  book.rolled.fixed = ZERO
  book.rolled.principal = bill.parts.rolledPrincipal
  book.rolled.bill = book.rolled.principal > 0 ? bill.cycle.month : null
  book.carriedFee = ZERO
}

/** What was paid before the bill was issued counts first; what it does not need is the user's own money again. */
function settleEarlyCredits(book: BilledBook, bill: IssuedBill, upcoming: Upcoming): void {
  const on: Day = bill.cycle.issuedOn
  for (const credit of upcoming.credits) {
    // The money was there before the statement: what it takes off what rolled bears no interest on that day any more.
    const rest = creditBill(book, bill, { ...credit, on: credit.on < on ? credit.on : on }, { on: addDays(on, -1) })
    book.returned = fen(book.returned + rest)
  }
  creditUndated(book, bill)
}

/**
 * What was entered as paid without a day was paid in time, by the due day at the latest: nobody says that it was
 * earlier, so what it takes off what rolled bears interest until then, and that interest is an estimate.
 */
function creditUndated(book: BilledBook, bill: IssuedBill): void {
  const { issuedOn: on, dueOn } = bill.cycle
  const amount = bill.shown?.paid ?? ZERO
  if (amount === 0) return
  const { rolled } = book
  const before = rolled.principal
  creditBill(
    book,
    bill,
    { what: 'entered-as-paid', on, amount, entry: bill.shown?.id ?? null, estimated: false },
    { on },
  )
  const balance = fen(before - rolled.principal)
  if (balance === 0 || dueOn <= on) return
  rolled.weight += BigInt(balance) * BigInt(dueOn - on)
  rolled.segments.push({ after: on, through: dueOn, balance, paidUndated: true })
  rolled.byEstimate = true
}
