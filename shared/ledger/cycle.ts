import { addDays, addMonths, type Day, dayInMonth, type Month, monthOf } from '#shared/kernel/day.ts'
import { type DatedTerms, type TermValues, valuesOf } from './terms.ts'

/**
 * A cycle runs from one statement day to the day before the next; what is posted on the statement day itself belongs
 * to the next bill (domain.md 1.7, 1.8). A bill bears the name of the month in which it is issued (domain.md 1.11).
 */
export type Cycle = {
  readonly month: Month
  /** First day whose postings the bill holds: the statement day of the month before. */
  readonly from: Day
  /** The statement day; its own postings are not in the bill. */
  readonly issuedOn: Day
  /** The last day that is in time. Weekends and holidays do not move it (domain.md 1.14). */
  readonly dueOn: Day
}

/** The bill of a month under the terms that were requested in an earlier month (domain.md 1.5, oracle B10). */
export function cycleOfMonth(dated: readonly DatedTerms[], month: Month): Cycle {
  return remembered(dated).cycles.get(month) ?? remember(dated, month)
}

function remember(dated: readonly DatedTerms[], month: Month): Cycle {
  const terms = billTerms(dated, month)
  const issuedOn = issueDay(dated, month)
  const cycle = { month, from: issueDay(dated, addMonths(month, -1)), issuedOn, dueOn: dueDay(terms, month) }
  remembered(dated).cycles.set(month, cycle)
  return cycle
}

/** Terms never change in place, so that what follows from them is worked out once: projections ask thousands of times. */
type Remembered = { readonly cycles: Map<Month, Cycle>; readonly terms: Map<Month, TermValues> }
const known = new WeakMap<readonly DatedTerms[], Remembered>()

function remembered(dated: readonly DatedTerms[]): Remembered {
  let one = known.get(dated)
  if (!one) {
    one = { cycles: new Map(), terms: new Map() }
    known.set(dated, one)
  }
  return one
}

/** The bill that a posting of this day enters: the first one issued after it. */
export function cycleOfPosting(dated: readonly DatedTerms[], postedOn: Day): Cycle {
  return cycleOfMonth(dated, billMonthOf(dated, postedOn))
}

export function billMonthOf(dated: readonly DatedTerms[], postedOn: Day): Month {
  const month = monthOf(postedOn)
  return issueDay(dated, month) > postedOn ? month : addMonths(month, 1)
}

/** Last day whose postings a bill holds. */
export const lastDayOf = (cycle: Cycle): Day => addDays(cycle.issuedOn, -1)

const issueDay = (dated: readonly DatedTerms[], month: Month): Day =>
  dayInMonth(month, billTerms(dated, month).statementDay)

/** A due day smaller than the statement day falls in the next month; compared before both are clamped (engine.md 2). */
const dueDay = (terms: TermValues, month: Month): Day =>
  dayInMonth(addMonths(month, terms.dueDay < terms.statementDay ? 1 : 0), terms.dueDay)

/** A change requested in a month takes effect with the next month's bill; the earliest terms hold for all before (domain.md 1.5). */
export function billTerms(dated: readonly DatedTerms[], month: Month): TermValues {
  const { terms } = remembered(dated)
  let values = terms.get(month)
  if (!values) {
    values = termsFor(dated, month)
    terms.set(month, values)
  }
  return values
}

function termsFor(dated: readonly DatedTerms[], month: Month): TermValues {
  const sorted = [...dated].sort((a, b) => a.from - b.from)
  const inForce = sorted.filter((terms, index) => index === 0 || monthOf(terms.from) < month)
  return valuesOf(inForce)
}
