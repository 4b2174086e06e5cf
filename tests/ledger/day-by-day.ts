/**
 * One Huabei account told day by day, from the rules alone (engine.md 1–3, 6): no books, no segments, no dates of the
 * kernel, nothing that the product is made of. Slow and plain, so that a reader can check it, and the product against it.
 * Days are numbered from 1970-01-01, months as year × 12 + month; amounts are fen.
 */
export type Happening =
  | { readonly what: 'purchase'; readonly on: number; readonly amount: number }
  /** `of` is the place of its purchase among the purchases; null where nobody knows. */
  | { readonly what: 'refund'; readonly on: number; readonly amount: number; readonly of: number | null }
  | { readonly what: 'repayment'; readonly on: number; readonly amount: number; readonly month: number | null }

export type PlainTerms = {
  readonly statementDay: number
  readonly dueDay: number
  /** Per cent. */
  readonly minRatio: number
  readonly minFloor: number
  readonly rolledInFull: boolean
}

export type PlainCells = Readonly<
  Record<'overdue' | 'billed' | 'next', { principal: number; interest: number; penalty: number }>
>

type Bill = {
  readonly month: number
  readonly dueOn: number
  fresh: number
  rolled: number
  interest: number
  penalty: number
  paid: number
  readonly minimum: number
  readonly holdsRolled: boolean
  state: 'issued' | 'rolled' | 'overdue'
}

const halfUp = (numerator: number, denominator: number): number =>
  Math.floor((2 * numerator + denominator) / (2 * denominator))
/** 0.05 % of an amount, or of an amount times days. */
const daily = (amount: number): number => halfUp(amount * 5, 10_000)

export function dayNumber(month: number, day: number): number {
  const year = Math.floor(month / 12)
  const last = new Date(Date.UTC(year, (month % 12) + 1, 0)).getUTCDate()
  return Date.UTC(year, month % 12, Math.min(day, last)) / 86_400_000
}
const monthAt = (on: number): number => {
  const date = new Date(on * 86_400_000)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

export class DayByDay {
  readonly bills: Bill[] = []
  /** Posted and in no bill; what is posted on a statement day comes after that bill. */
  private unbilled = 0
  private postedToday = 0
  /** Paid ahead for the bill to come. */
  private ahead = 0
  /** Rolled principal in no bill yet. */
  private rolled = 0
  /** Interest beside the bills: what is rounded already, and fen × days that are not. */
  private accrued = 0
  private fenDays = 0
  private readonly purchases: { readonly on: number }[] = []
  private readonly terms: PlainTerms
  private day: number

  constructor(terms: PlainTerms, firstDay: number) {
    this.terms = terms
    this.day = firstDay - 1
  }

  /** Lives through the days up to and with this one; happenings are those of these days, in their order. */
  liveThrough(last: number, happenings: readonly Happening[]): void {
    while (this.day < last) {
      this.day += 1
      const today = happenings.filter(({ on }) => on === this.day)
      this.liveDay(today)
    }
  }

  cells(): PlainCells {
    const row = (state: Bill['state']) => {
      const bills = this.bills.filter((bill) => bill.state === state)
      const sum = (of: (bill: Bill) => number) => bills.reduce((total, bill) => total + of(bill), 0)
      return {
        principal: sum((one) => one.fresh + one.rolled),
        interest: sum((one) => one.interest),
        penalty: sum((one) => one.penalty),
      }
    }
    const beyond = Math.max(this.ahead - this.unbilled, 0)
    const next = {
      principal: Math.max(this.unbilled - this.ahead, 0) + this.rolled,
      interest: Math.max(this.accrued + daily(this.fenDays) - beyond, 0),
      penalty: 0,
    }
    return { overdue: row('overdue'), billed: row('issued'), next }
  }

  /** The first bill that is issued after this day. */
  monthToCome(on: number): number {
    const month = monthAt(on)
    return this.statementOf(month) > on ? month : month + 1
  }

  private liveDay(today: readonly Happening[]): void {
    this.endDueDays()
    const isStatementDay = this.statementOf(monthAt(this.day)) === this.day
    const bearing = this.bearing()
    this.chargeOverdue()
    this.postedToday = 0
    for (const one of today) {
      if (one.what !== 'purchase') continue
      this.purchases.push({ on: one.on })
      this.postedToday += one.amount
    }
    for (const one of today) if (one.what === 'refund') this.refund(one.amount, one.of, isStatementDay)
    if (isStatementDay) this.issue()
    // A day's interest is on what stood there in the morning; on a statement day on what the refunds left.
    this.fenDays += isStatementDay ? this.bearing() : bearing
    this.unbilled += this.postedToday
    this.postedToday = 0
    for (const one of today) if (one.what === 'repayment') this.repay(one.amount, one.month)
  }

  private statementOf(month: number): number {
    return dayNumber(month, this.terms.statementDay)
  }

  private bearing(): number {
    return this.bills.reduce((sum, bill) => sum + (bill.state === 'issued' ? bill.rolled : 0), this.rolled)
  }

  private chargeOverdue(): void {
    for (const bill of this.bills) if (bill.state === 'overdue') bill.penalty += daily(bill.fresh + bill.rolled)
  }

  private endDueDays(): void {
    for (const bill of this.bills) {
      if (bill.state !== 'issued' || bill.dueOn >= this.day) continue
      if (bill.paid < bill.minimum) {
        bill.state = 'overdue'
        continue
      }
      bill.state = 'rolled'
      this.rolled += bill.fresh + bill.rolled
      // Refunds may have met the minimum, and left the interest.
      this.accrued += bill.interest
      Object.assign(bill, { fresh: 0, rolled: 0, interest: 0 })
    }
  }

  private issue(): void {
    const month = monthAt(this.day)
    const { statementDay, dueDay, minRatio, minFloor, rolledInFull } = this.terms
    const interest = this.accrued + daily(this.fenDays)
    const [fresh, rolled, ahead] = [this.unbilled, this.rolled, this.ahead]
    const total = fresh + rolled + interest
    const inFull = interest + (rolledInFull ? rolled : 0)
    const minimum = halfUp((fresh + (rolledInFull ? 0 : rolled)) * minRatio, 100) + inFull
    Object.assign(this, { unbilled: 0, rolled: 0, ahead: 0, accrued: 0, fenDays: 0 })
    if (total === 0) return
    const bill: Bill = {
      month,
      dueOn: dayNumber(dueDay < statementDay ? month + 1 : month, dueDay),
      ...{ fresh, rolled, interest, penalty: 0, paid: 0 },
      minimum: Math.min(total, Math.max(minFloor, minimum)),
      holdsRolled: rolled > 0,
      state: 'issued',
    }
    this.bills.push(bill)
    pay(bill, ahead, ['interest', 'rolled', 'fresh'])
  }

  private refund(amount: number, of: number | null, isStatementDay: boolean): void {
    const boughtOn = of === null ? this.day : (this.purchases[of]?.on ?? this.day)
    const own = this.bills.find(
      ({ month }) => boughtOn < this.statementOf(month) && boughtOn >= this.statementOf(month - 1),
    )
    let left = amount
    if (own) left = own.state === 'rolled' ? left : pay(own, left, ['fresh', 'rolled'])
    else if (isStatementDay && boughtOn === this.day) left = this.takePosted(left)
    else left = this.takeUnbilled(left)
    const fromRolled = Math.min(left, this.rolled)
    this.rolled -= fromRolled
    left -= fromRolled
    for (const bill of this.bills) if (bill.state === 'issued') left = pay(bill, left, ['rolled'])
    for (const bill of this.bills) if (bill.state !== 'rolled') left = pay(bill, left, ['fresh', 'rolled'])
    this.takePosted(this.takeUnbilled(left))
  }

  private takeUnbilled(amount: number): number {
    const taken = Math.min(amount, this.unbilled)
    this.unbilled -= taken
    const isStatementDay = this.statementOf(monthAt(this.day)) === this.day
    return isStatementDay ? amount - taken : this.takePosted(amount - taken)
  }

  private takePosted(amount: number): number {
    const taken = Math.min(amount, this.postedToday)
    this.postedToday -= taken
    return amount - taken
  }

  private repay(amount: number, month: number | null): void {
    let left = month === null ? amount : this.repayNamed(amount, month)
    const overdue = this.bills.filter(({ state }) => state === 'overdue')
    for (const bill of overdue) left = pay(bill, left, ['penalty'])
    for (const bill of this.bills)
      if (bill.state !== 'rolled') left = pay(bill, left, ['penalty', 'interest', 'rolled', 'fresh'])
    if (left > 0 && !this.isRolledBilled()) left = this.repayRolled(left)
    if (month === null || this.isWhole(month)) this.ahead += left
  }

  /** Only of a bill that comes after another one is it known that all its purchases were told. */
  private isWhole(month: number): boolean {
    return [month, month - 1].every((one) => this.bills.some((bill) => bill.month === one))
  }

  private repayNamed(amount: number, month: number): number {
    const bill = this.bills.find((one) => one.month === month)
    if (!bill) {
      const isToCome = this.statementOf(month) > this.day
      if (isToCome) this.ahead += amount
      return isToCome ? 0 : amount
    }
    if (bill.state !== 'rolled') return pay(bill, amount, ['penalty', 'interest', 'rolled', 'fresh'])
    return this.isRolledBilled() ? amount : this.repayRolled(amount)
  }

  private isRolledBilled(): boolean {
    return this.bills.some(({ state, holdsRolled }) => state === 'issued' && holdsRolled)
  }

  private repayRolled(amount: number): number {
    this.accrued += daily(this.fenDays)
    this.fenDays = 0
    const interest = Math.min(amount, this.accrued)
    const principal = Math.min(amount - interest, this.rolled)
    this.accrued -= interest
    this.rolled -= principal
    return amount - interest - principal
  }
}

/** Pays parts of a bill in their order; what is left. */
function pay(bill: Bill, amount: number, parts: readonly ('penalty' | 'interest' | 'rolled' | 'fresh')[]): number {
  let left = amount
  for (const part of parts) {
    const taken = Math.min(left, bill[part])
    bill[part] -= taken
    bill.paid += taken
    left -= taken
  }
  return left
}
