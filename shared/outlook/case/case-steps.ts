import { type Day, dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { caseDue } from '#shared/ledger/case/case-due.ts'
import { type CaseFact, COMPARED_FIGURES, type Comparison } from '#shared/ledger/case/case-fact.ts'
import { changesTerms } from '#shared/ledger/decisions/decide-notice.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Owed } from '#shared/ledger/owed.ts'
import type { Warning } from '../answers.ts'
import type { RunResult } from '../projection/run.ts'
import { warning } from '../warning.ts'
import type { CheckedPayment } from './check-channels.ts'

/**
 * The six steps of what to do when credit is cut off (product.md G), each with its state by what the ledger holds.
 * `done` is never assumed: it stands on facts that are named, and falls back when they grow old.
 */
export const CASE_STEPS = ['amount', 'contact', 'plan', 'channels', 'policy', 'talk'] as const
export type CaseStepCode = (typeof CASE_STEPS)[number]

export type CaseStep = {
  readonly code: CaseStepCode
  readonly state: 'open' | 'under-way' | 'done'
  readonly evidence: readonly Warning[]
}

export type CaseSurroundings = {
  readonly ledger: Ledger
  readonly owed: Owed
  readonly facts: readonly CaseFact[]
  /** The saved plan with its course; null where none is saved. */
  readonly plan: { readonly name: string; readonly course: Pick<RunResult, 'freeOn' | 'shortfalls'> } | null
  readonly payments: readonly CheckedPayment[]
}

/** A comparison older than this says little of today; so does silence. */
const FRESH_DAYS = 30

export function caseSteps(around: CaseSurroundings): readonly CaseStep[] {
  return [
    amountStep(around),
    contactStep(around),
    planStep(around),
    channelStep(around),
    policyStep(around),
    talkStep(around),
  ]
}

const step = (code: CaseStepCode, state: CaseStep['state'], evidence: readonly Warning[]): CaseStep => ({
  code,
  state,
  evidence,
})

const ofKind = <K extends CaseFact['kind']>(facts: readonly CaseFact[], kind: K) =>
  facts.filter((fact): fact is Extract<CaseFact, { kind: K }> => fact.kind === kind)

const isFresh = (on: Day, today: Day): boolean => today - on <= FRESH_DAYS

function amountStep({ ledger, owed, facts }: CaseSurroundings): CaseStep {
  const comparisons = ofKind(facts, 'comparison')
  const owing = owed.accounts.filter(({ total, usedQuota }) => total > 0 || usedQuota > 0)
  const newest = owing.map(({ id }) => comparisons.filter(({ account }) => account === id).at(-1))
  const evidence = owing.flatMap(({ id }, index) => {
    const last = newest[index]
    if (!last) return []
    return [warning(comparedCode(last), { account: id, on: dayText(last.on), count: last.differences.length })]
  })
  const missing = newest.filter((last) => last === undefined).length
  if (missing > 0) evidence.push(warning('step-not-compared', { count: missing }))
  const isDone = newest.every(
    (last) => last && comparedCode(last) === 'step-compared' && isFresh(last.on, ledger.today),
  )
  return step('amount', owing.length > 0 && isDone ? 'done' : comparisons.length > 0 ? 'under-way' : 'open', evidence)
}

function comparedCode({ shown, differences }: Comparison): 'step-differs' | 'step-compared' | 'step-compared-in-part' {
  if (differences.length > 0) return 'step-differs'
  const rest = COMPARED_FIGURES.filter((figure) => figure !== 'usedQuota')
  // The used quota holds all principal; without it only the three others together leave nothing out.
  const isWhole = shown.usedQuota !== null || rest.every((figure) => shown[figure] !== null)
  return isWhole ? 'step-compared' : 'step-compared-in-part'
}

function contactStep({ ledger, facts }: CaseSurroundings): CaseStep {
  const contacts = ofKind(facts, 'contact')
  const due = caseDue(contacts, ledger.today)
  const lapsed = due.filter(({ lapsed }) => lapsed).length
  if (contacts.length === 0) return step('contact', 'open', [warning('step-no-contact')])
  const evidence = [warning('step-contacts', { count: contacts.length, on: dayText(contacts.at(-1)!.on) })]
  if (lapsed > 0) evidence.push(warning('step-lapsed', { count: lapsed }))
  else if (due[0]) evidence.push(warning('step-next-due', { on: dayText(due[0].on) }))
  return step('contact', lapsed > 0 ? 'under-way' : 'done', evidence)
}

function planStep({ plan, owed }: CaseSurroundings): CaseStep {
  if (plan === null) return step('plan', 'open', [warning('step-no-plan', { total: yuanText(owed.total) })])
  const { course } = plan
  // The first plan of a ledger may be saved without a name.
  const named = plan.name === '' ? {} : { plan: plan.name }
  const [short] = course.shortfalls
  if (short) return step('plan', 'under-way', [warning('step-plan-short', { ...named, on: dayText(short.on) })])
  if (course.freeOn === null) return step('plan', 'under-way', [warning('step-plan-never', named)])
  return step('plan', 'done', [warning('step-plan', { ...named, on: dayText(course.freeOn) })])
}

function channelStep({ facts, payments }: CaseSurroundings): CaseStep {
  const [channels, ways] = [ofKind(facts, 'channel').length, ofKind(facts, 'way-to-pay').length]
  const evidence = [warning('step-channels', { channels, ways })]
  const stopped = payments.find(({ channel }) => channel === null)
  if (channels === 0 && ways === 0) return step('channels', 'open', evidence)
  if (stopped) {
    evidence.push(warning('step-payment-stopped', { on: dayText(stopped.on), amount: yuanText(stopped.amount) }))
  }
  return step('channels', channels > 0 && ways > 0 && !stopped ? 'done' : 'under-way', evidence)
}

function policyStep({ facts }: CaseSurroundings): CaseStep {
  const notices = ofKind(facts, 'notice')
  if (notices.length === 0) return step('policy', 'open', [warning('step-no-notice')])
  const unread = notices.filter(({ reviewedOn }) => reviewedOn === null).length
  const evidence = [warning('step-notices', { count: notices.length, changing: notices.filter(changesTerms).length })]
  if (unread > 0) evidence.push(warning('step-unread', { count: unread }))
  return step('policy', unread > 0 ? 'under-way' : 'done', evidence)
}

function talkStep({ ledger, owed, facts }: CaseSurroundings): CaseStep {
  const contacts = ofKind(facts, 'contact')
  const last = contacts.at(-1)
  if (!last) return step('talk', 'open', [warning('step-no-contact')])
  const lapsed = caseDue(facts, ledger.today).filter((due) => due.lapsed).length
  const evidence = [warning('step-last-contact', { on: dayText(last.on) })]
  if (lapsed > 0) evidence.push(warning('step-lapsed', { count: lapsed }))
  const isQuiet = owed.total === 0 || isFresh(last.on, ledger.today)
  return step('talk', lapsed === 0 && isQuiet ? 'done' : 'under-way', evidence)
}
