import { type Day, FIRST_DAY } from '#shared/kernel/day.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import { type Rate, rate } from '#shared/kernel/rate.ts'

/**
 * The terms of an account are dated by the day they were requested; the earliest ones hold for all earlier dates
 * (domain.md 1.5, engine.md 2). What is not set has the default of domain.md 11, and is then `assumed`.
 */
export type TermValues = {
  /** Day of the month on which the bill is issued (1–31; clamped to the month's end). domain.md 1.1 */
  readonly statementDay: number
  /** Day of the month until which it is in time (1–31). domain.md 1.1–1.3 */
  readonly dueDay: number
  /** Share of new and rolled principal in the minimum. domain.md 2.1 */
  readonly minRatio: Rate
  /** The least minimum. domain.md 2.4 */
  readonly minFloor: Fen
  /** Whether rolled principal enters the ratio again or is due in full with the next bill. domain.md 2.8 */
  readonly minRolledPrincipal: 'inRatioBase' | 'dueInFullNext'
  /** A day's interest on rolled principal. domain.md 2.5 */
  readonly revolvingDailyRate: Rate
  /** A day's charge on what is overdue. domain.md 3.1 */
  readonly overdueDailyRate: Rate
  /** Whether a day's charge is rounded before it is multiplied. domain.md 3.2 */
  readonly overdueRounding: 'dailyHalfUpThenMultiply' | 'multiplyThenRound'
  /** Shown only; never moves the due day. domain.md 3.6 */
  readonly graceDays: number
  /** What settling an installment plan early costs. domain.md 4.13–4.18 */
  readonly earlySettlementMode: EarlySettlementMode
  /** Which installment carries the remainder of the division. domain.md 4.3 */
  readonly remainderPeriod: 'first' | 'last'
  /** Where the first installment of a bill moved into installments falls due. domain.md 4.9 */
  readonly billInstallmentFirstDue: 'sameBill' | 'nextBill'
  /** Fee of deferring part of a bill by a month. domain.md 9.4 */
  readonly deferralFeeRate: Rate
  /** Day of the month on which loan parts fall due; 0 means: as each loan says. domain.md 7.7 */
  readonly repayDay: number
  /** Overdue loan principal bears the loan's rate times this, in tenths (15 = 1.5). domain.md 7.11 */
  readonly penaltyTenths: number
  /** What happens to the remaining parts after a partial prepayment of a loan. engine.md 5 */
  readonly afterPartialPrepay: 'keepCount' | 'keepPart'
}

export type EarlySettlementMode = 'official2019' | 'nextFeeOnly' | 'waiveUnbilled' | 'chargeAll'

export type TermsSource = 'user' | 'import' | 'default'

/** Terms as they were set on a day: only what was said, with who said it. */
export type DatedTerms = { readonly from: Day; readonly source: TermsSource; readonly set: Partial<TermValues> }

export const DEFAULT_TERMS: TermValues = {
  statementDay: 1,
  dueDay: 10,
  minRatio: rate('10%'),
  minFloor: fen(1000),
  minRolledPrincipal: 'inRatioBase',
  revolvingDailyRate: rate('0.05%'),
  overdueDailyRate: rate('0.05%'),
  overdueRounding: 'dailyHalfUpThenMultiply',
  graceDays: 0,
  earlySettlementMode: 'official2019',
  remainderPeriod: 'first',
  billInstallmentFirstDue: 'sameBill',
  deferralFeeRate: rate('1.5%'),
  repayDay: 0,
  penaltyTenths: 15,
  afterPartialPrepay: 'keepCount',
}

/** The ratio of the safe reading of the minimum: the upper end of 1–20 %. domain.md 2.1, engine.md 3 */
export const SAFE_MIN_RATIO = rate('20%')

/** Statement and due days that Huabei and Credit Purchase offer, offered first in forms. domain.md 1.2 */
export const OFFERED_DAY_PAIRS: readonly { readonly statementDay: number; readonly dueDay: number }[] = [
  { statementDay: 1, dueDay: 8 },
  { statementDay: 1, dueDay: 9 },
  { statementDay: 1, dueDay: 10 },
  { statementDay: 5, dueDay: 15 },
  { statementDay: 10, dueDay: 20 },
  { statementDay: 15, dueDay: 25 },
]

/** The values in force on a day: each later setting replaces what it names; before the first one, the first one holds. */
export function termsOn(dated: readonly DatedTerms[], on: Day): TermValues {
  const only = dated.length === 1 ? dated[0] : undefined
  if (only) return onlyTerms(only)
  const sorted = [...dated].sort((a, b) => a.from - b.from)
  const inForce = sorted.filter((terms, index) => index === 0 || terms.from <= on)
  return valuesOf(inForce)
}

/** What a row of settings comes to: a later one replaces what it names, and what none names has its default. */
export const valuesOf = (inForce: readonly DatedTerms[]): TermValues =>
  Object.assign({}, DEFAULT_TERMS, ...inForce.map(({ set }) => withDueDay(set)))

/** The due day moves with the statement day (domain.md 1.3): said alone, it has the one that is offered with it. */
function withDueDay(set: DatedTerms['set']): DatedTerms['set'] {
  const { statementDay, dueDay } = set
  if (statementDay === undefined || dueDay !== undefined) return set
  const pair = OFFERED_DAY_PAIRS.findLast((offered) => offered.statementDay === statementDay)
  return pair ? { ...set, dueDay: pair.dueDay } : set
}

/** Terms that were never changed hold for all days; worked out once. */
function onlyTerms(only: DatedTerms): TermValues {
  let values = known.get(only)
  if (!values) {
    values = valuesOf([only])
    known.set(only, values)
  }
  return values
}

const known = new WeakMap<DatedTerms, TermValues>()

/** Whether anyone said the value that is in force, or it is only the default. */
export function isTermKnown(dated: readonly DatedTerms[], key: keyof TermValues): boolean {
  return dated.some((terms) => terms.source !== 'default' && terms.set[key] !== undefined)
}

export const NO_TERMS: readonly DatedTerms[] = [{ from: FIRST_DAY, source: 'default', set: {} }]
