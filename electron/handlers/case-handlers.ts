import { planFields } from '#shared/contract/account-fields.ts'
import { planFrom } from '#shared/contract/plan-from-fields.ts'
import { done } from '#shared/kernel/outcome.ts'
import { caseDue } from '#shared/ledger/case/case-due.ts'
import type { CaseFact } from '#shared/ledger/case/case-fact.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { caseSteps } from '#shared/outlook/case/case-steps.ts'
import { checkChannels } from '#shared/outlook/case/check-channels.ts'
import { noticeEffect } from '#shared/outlook/case/notice-effect.ts'
import { reliefOf } from '#shared/outlook/case/relief.ts'
import { timelineOf } from '#shared/outlook/case/timeline.ts'
import { planInFull } from '#shared/outlook/plan.ts'
import { startOf } from '#shared/outlook/projection/project.ts'
import { simulate } from '#shared/outlook/projection/simulate.ts'
import { readCaseFacts } from '../store/case-facts.ts'
import { readPlan } from '../store/notes.ts'
import type { Reader } from '../store/queries.ts'
import { readLedger } from '../store/read-ledger.ts'
import type { Handlers } from './handler.ts'
import { noticeChange } from './notice-change.ts'

/** Contacts in one answer; all of them are in the timeline, page by page. */
const CONTACTS_SHOWN = 50

/** The case file as it stands: steps, what is due, and what each step rests on. */
export const caseHandlers: Handlers<'getCase' | 'listCaseEvents' | 'getNoticeEffect' | 'getRelief'> = {
  getCase: ({ store, today }) => store.read((reader) => done(caseView(readLedger(reader, today), reader))),

  listCaseEvents: ({ store, today }, { offset, limit }) =>
    store.read((reader) => {
      const events = timelineOf(readLedger(reader, today), readCaseFacts(reader))
      return done({ total: events.length, rows: events.slice(offset, offset + limit) })
    }),

  getNoticeEffect: ({ store, today }, asked) =>
    store.read((reader) => {
      const ledger = readLedger(reader, today)
      const change = noticeChange(reader, ledger, asked)
      if (!change.ok) return change
      const plan = readPlan(reader)
      const effect = noticeEffect(ledger, plan ?? planInFull(today), change.value)
      return done({ ...effect, plan: plan?.name ?? null })
    }),

  getRelief: ({ store, today }, budget) =>
    store.read((reader) => {
      const ledger = readLedger(reader, today)
      const plan = planFrom({ ...BUDGET_PLAN, ...budget }, today)
      if (!plan.ok) return plan
      const { money } = plan.value
      if (money.kind !== 'income') throw new Error('a budget without an income')
      return done(reliefOf(ledger, owedOn(ledger), { ...plan.value, money }))
    }),
}

/** What a plan has where the wizard does not ask for it. */
const BUDGET_PLAN = planFields.parse({})

function caseView(ledger: Ledger, reader: Reader) {
  const facts = readCaseFacts(reader)
  const owed = owedOn(ledger)
  const saved = readPlan(reader)
  const course = simulate({ ...startOf(ledger, saved ?? planInFull(ledger.today)), withEvents: true })
  const channels = ofKind(facts, 'channel')
  const payments = checkChannels(course, channels, ledger.today)
  const contacts = ofKind(facts, 'contact').reverse()
  const comparisons = new Map(ofKind(facts, 'comparison').map((one) => [one.account, one]))
  return {
    steps: caseSteps({ ledger, owed, facts, payments, plan: saved && { name: saved.name, course } }),
    due: caseDue(facts, ledger.today),
    owed,
    contacts: contacts.slice(0, CONTACTS_SHOWN),
    contactCount: contacts.length,
    notices: ofKind(facts, 'notice').reverse(),
    channels: channels.sort((a, b) => (a.place ?? 99) - (b.place ?? 99)),
    waysToPay: ofKind(facts, 'way-to-pay'),
    comparisons: [...comparisons.values()],
    systemClosings: ofKind(facts, 'system-closing').reverse(),
    attachments: ofKind(facts, 'attachment').reverse(),
    payments,
    plan: saved,
  }
}

const ofKind = <K extends CaseFact['kind']>(facts: readonly CaseFact[], kind: K) =>
  facts.filter((fact): fact is Extract<CaseFact, { kind: K }> => fact.kind === kind)
