import { describe, expect, it } from 'vitest'
import { addDays, day } from '#shared/kernel/day.ts'
import type { CaseFact, Channel, Comparison, Contact, Notice } from '#shared/ledger/case/case-fact.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { CASE_STEPS, type CaseStepCode, type CaseSurroundings, caseSteps } from '#shared/outlook/case/case-steps.ts'
import { account, ledger, purchase, yuan } from '../ledger/facts.ts'

const today = day('2026-07-05')
const owing = ledger(
  today,
  [account('huabei'), account('credit-purchase', { id: 'js' })],
  [purchase('2026-06-05', '100')],
)
const free = ledger(today, [account('huabei')], [])

const said = (code: CaseStepCode, around: Partial<CaseSurroundings>): string => {
  const of = around.ledger ?? owing
  const steps = caseSteps({ ledger: of, owed: owedOn(of), facts: [], plan: null, payments: [], ...around })
  expect(steps.map((one) => one.code)).toEqual(CASE_STEPS)
  const { state, evidence } = steps.find((one) => one.code === code)!
  return `${state}: ${evidence.map(({ code: word, values }) => [word, ...Object.values(values)].join(' ')).join(', ')}`
}

const NONE = { billed: null, unbilled: null, installments: null, usedQuota: null }
const comparison = (on: string, differences = 0, of = 'huabei'): Comparison => ({
  ...{
    kind: 'comparison',
    id: `v${on}`,
    on: day(on),
    account: of,
    shown: { ...NONE, usedQuota: yuan('0') },
    derived: NONE,
    note: '',
  },
  differences: Array.from({ length: differences }, () => ({
    figure: 'billed' as const,
    difference: yuan('1'),
    rows: [],
  })),
})
const contact = (on: string, values: Partial<Contact> = {}): Contact => ({
  ...{ kind: 'contact', id: `c${on}`, on: day(on), time: '', channel: '95188', agent: '', ticket: '', account: null },
  ...{ reason: '', said: '', promise: null, complaint: null, followUpOn: null },
  ...values,
})
const notice = (id: string, values: Partial<Notice> = {}): Notice => ({
  ...{ kind: 'notice', id, on: today, source: '', link: '', text: '', account: null, from: null, set: {} },
  ...{ reviewOn: null, reviewedOn: null },
  ...values,
})
const channel: Channel = {
  ...{ kind: 'channel', id: 'k', on: today, way: 'debit-card', label: '', place: 1, available: null },
  ...{ perPayment: null, perYear: null, usedThisYear: yuan('0') },
}
const way: CaseFact = { kind: 'way-to-pay', id: 'w', on: today, label: '', use: '' }

describe('1, the amount', () => {
  it.each([
    ['nothing was compared', [], 'open: step-not-compared 1'],
    ['it agreed', [comparison('2026-07-01')], 'done: step-compared huabei 2026-07-01 0'],
    ['it agreed a month ago', [comparison('2026-06-05')], 'done: step-compared huabei 2026-06-05 0'],
    ['it agreed longer ago', [comparison('2026-06-04')], 'under-way: step-compared huabei 2026-06-04 0'],
    [
      'one figure agreed, and others were not looked at',
      [{ ...comparison('2026-07-01'), shown: { ...NONE, billed: yuan('0'), installments: yuan('0') } }],
      'under-way: step-compared-in-part huabei 2026-07-01 0',
    ],
    [
      'all but the used quota agreed',
      [
        {
          ...comparison('2026-07-01'),
          shown: { ...NONE, billed: yuan('0'), unbilled: yuan('0'), installments: yuan('0') },
        },
      ],
      'done: step-compared huabei 2026-07-01 0',
    ],
    ['it differs', [comparison('2026-07-01', 2)], 'under-way: step-differs huabei 2026-07-01 2'],
    [
      'it differed, and agrees now',
      [comparison('2026-07-01', 2), comparison('2026-07-02')],
      'done: step-compared huabei 2026-07-02 0',
    ],
    ['another account was compared', [comparison('2026-07-01', 0, 'js')], 'under-way: step-not-compared 1'],
  ])('%s', (_name, facts, expected) => {
    expect(said('amount', { facts })).toBe(expected)
  })
  it('where nothing is owed there is nothing to compare, and nothing is done', () => {
    expect(said('amount', { ledger: free })).toBe('open: ')
  })
  it('what only waits for its receipt is to be compared as well', () => {
    const waiting = ledger(today, [account('huabei')], [purchase('2026-07-01', '5', { postedOn: null })])
    expect(said('amount', { ledger: waiting })).toBe('open: step-not-compared 1')
  })
})

describe('2 and 6, talking', () => {
  const promise = (by: string) => ({ what: 'x', by: day(by), settled: null })
  it.each([
    ['nobody was asked', [], 'open: step-no-contact', 'open: step-no-contact'],
    ['asked', [contact('2026-07-01')], 'done: step-contacts 1 2026-07-01', 'done: step-last-contact 2026-07-01'],
    [
      'a promise runs',
      [contact('2026-07-01', { promise: promise('2026-07-05') })],
      'done: step-contacts 1 2026-07-01, step-next-due 2026-07-05',
      'done: step-last-contact 2026-07-01',
    ],
    [
      'a promise lapsed',
      [contact('2026-07-01', { promise: promise('2026-07-04') })],
      'under-way: step-contacts 1 2026-07-01, step-lapsed 1',
      'under-way: step-last-contact 2026-07-01, step-lapsed 1',
    ],
    [
      'a month of silence',
      [contact('2026-06-05')],
      'done: step-contacts 1 2026-06-05',
      'done: step-last-contact 2026-06-05',
    ],
    ['longer', [contact('2026-06-04')], 'done: step-contacts 1 2026-06-04', 'under-way: step-last-contact 2026-06-04'],
  ])('%s', (_name, facts, second, sixth) => {
    expect([said('contact', { facts }), said('talk', { facts })]).toEqual([second, sixth])
  })
  it('whoever owes nothing may be silent; a notice that was not read lapses the talk, not the contact', () => {
    expect(said('talk', { ledger: free, facts: [contact('2026-01-04')] })).toBe('done: step-last-contact 2026-01-04')
    const unread = [contact('2026-07-01'), notice('n', { on: addDays(today, -3) })]
    expect(said('talk', { facts: unread })).toBe('under-way: step-last-contact 2026-07-01, step-lapsed 1')
    expect(said('contact', { facts: unread })).toBe('done: step-contacts 1 2026-07-01')
  })
})

describe('3, the plan', () => {
  const shortfall = { on: day('2026-08-10'), required: yuan('2'), available: yuan('1'), debts: [] }
  it.each([
    ['none', null, 'open: step-no-plan 100.00'],
    ['it comes to an end', { freeOn: day('2026-12-10'), shortfalls: [] }, 'done: step-plan P 2026-12-10'],
    ['it never ends', { freeOn: null, shortfalls: [] }, 'under-way: step-plan-never P'],
    [
      'money is short',
      { freeOn: day('2026-12-10'), shortfalls: [shortfall] },
      'under-way: step-plan-short P 2026-08-10',
    ],
  ])('%s', (_name, course, expected) => {
    expect(said('plan', { plan: course && { name: 'P', course } })).toBe(expected)
  })
  it('one that was saved without a name is not told by it', () => {
    const course = { freeOn: day('2026-12-10'), shortfalls: [] }
    expect(said('plan', { plan: { name: '', course } })).toBe('done: step-plan 2026-12-10')
  })
})

describe('4, channels', () => {
  const payment = (of: Channel | null) => ({ on: day('2026-08-10'), amount: yuan('300'), channel: of }) as never
  it.each([
    ['none', [], [], 'open: step-channels 0 0'],
    ['a channel alone', [channel], [], 'under-way: step-channels 1 0'],
    ['a way to pay alone', [way], [], 'under-way: step-channels 0 1'],
    ['both', [channel, way], [payment(channel)], 'done: step-channels 1 1'],
    [
      'both, and a payment that nothing carries',
      [channel, way],
      [payment(channel), payment(null)],
      'under-way: step-channels 1 1, step-payment-stopped 2026-08-10 300.00',
    ],
  ] as const)('%s', (_name, facts, payments, expected) => {
    expect(said('channels', { facts, payments })).toBe(expected)
  })
})

describe('5, notices', () => {
  const read = { reviewedOn: today }
  it.each([
    ['none', [], 'open: step-no-notice'],
    ['one that was read', [notice('a', read)], 'done: step-notices 1 0'],
    ['one to read', [notice('a', read), notice('b')], 'under-way: step-notices 2 0, step-unread 1'],
    [
      'one that changes terms',
      [notice('a', { ...read, account: 'huabei', from: today, set: { dueDay: 20 } as never })],
      'done: step-notices 1 1',
    ],
  ])('%s', (_name, facts, expected) => {
    expect(said('policy', { facts })).toBe(expected)
  })
})
