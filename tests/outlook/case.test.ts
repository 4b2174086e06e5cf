import { describe, expect, it } from 'vitest'
import { caseTexts } from '#shared/contract/texts/case-texts.ts'
import { sentence } from '#shared/contract/texts/refusal-sentence.ts'
import { holesOf } from '#shared/contract/texts/text.ts'
import { day, dayText } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import { caseDue } from '#shared/ledger/case/case-due.ts'
import type { Channel, Contact } from '#shared/ledger/case/case-fact.ts'
import { checkChannels } from '#shared/outlook/case/check-channels.ts'
import { explainNotice, noticeEffect } from '#shared/outlook/case/notice-effect.ts'
import { timelineOf } from '#shared/outlook/case/timeline.ts'
import { planInFull } from '#shared/outlook/plan.ts'
import { account, ledger, purchase } from '../ledger/facts.ts'
import { sumsUp } from './trees.ts'

const contact = (changes: Partial<Contact>): Contact => ({
  kind: 'contact',
  id: 'c1',
  on: day('2026-07-01'),
  time: '',
  channel: '95188',
  agent: '',
  ticket: 'T1',
  account: null,
  reason: '',
  said: '…',
  promise: null,
  complaint: null,
  followUpOn: null,
  ...changes,
})

describe('what is due', () => {
  const dueOn = (contacts: readonly Contact[], today: string) =>
    caseDue(contacts, day(today)).map(({ what, on, days, lapsed }) => [what, dayText(on), days, lapsed])

  it.each([
    ['2026-07-10', [['complaint', '2026-07-16', 15, false]]],
    ['2026-07-16', [['complaint', '2026-07-16', 15, false]]],
    [
      '2026-07-17',
      [
        ['complaint', '2026-07-16', 15, true],
        ['complaint', '2026-07-31', 30, false],
      ],
    ],
    [
      '2026-08-01',
      [
        ['complaint', '2026-07-31', 30, true],
        ['complaint', '2026-08-30', 60, false],
      ],
    ],
    ['2026-08-31', [['complaint', '2026-08-30', 60, true]]],
  ])('a complaint of 1 July is decided within 15, 30 or 60 days: on %s', (today, expected) => {
    expect(dueOn([contact({ complaint: { answeredOn: null } })], today)).toEqual(expected)
  })

  it('an answer ends the deadlines, a later contact ends a follow-up, an outcome ends a promise', () => {
    const open = contact({
      promise: { what: 'x', by: day('2026-07-05'), settled: null },
      followUpOn: day('2026-07-04'),
    })
    const settled = { on: day('2026-07-05'), kept: true }
    expect([
      dueOn([open], '2026-07-06'),
      dueOn([open, contact({ id: 'c2', on: day('2026-07-04') })], '2026-07-06'),
      dueOn([contact({ promise: { what: 'x', by: day('2026-07-05'), settled } })], '2026-07-06'),
      dueOn([contact({ complaint: { answeredOn: day('2026-07-02') } })], '2026-07-06'),
    ]).toEqual([
      [
        ['follow-up', '2026-07-04', null, true],
        ['promise', '2026-07-05', null, true],
      ],
      [['promise', '2026-07-05', null, true]],
      [],
      [],
    ])
  })
})

describe('the channels against the plan', () => {
  const channel = (changes: Partial<Channel>): Channel => ({
    kind: 'channel',
    id: 'card',
    on: day('2026-07-01'),
    way: 'debit-card',
    label: '',
    place: 1,
    available: null,
    perPayment: null,
    perYear: null,
    usedThisYear: fen(0),
    ...changes,
  })
  const pay = (on: string, amount: number) => ({
    on: day(on),
    account: 'huabei',
    what: 'repayment' as const,
    amount: fen(amount),
    balance: fen(0),
    settles: null,
    explain: '',
  })
  const balance = channel({ id: 'balance', way: 'balance', perYear: fen(1_000_000), usedThisYear: fen(700_000) })

  it('the balance cap of the year stops what a card then carries, and a new year begins anew', () => {
    const events = [
      pay('2026-12-10', 348_217),
      pay('2026-12-20', 300_000),
      pay('2026-12-21', 1),
      pay('2027-01-10', 348_217),
    ]
    const checked = checkChannels({ events }, [balance, channel({ place: 2 })], day('2026-07-01'))
    expect(
      checked.map(({ on, channel: taker, stops }) => [
        dayText(on),
        taker,
        stops.map(({ code, values }) => [code, values.left]),
      ]),
    ).toEqual([
      ['2026-12-10', 'card', [['channel-year-cap', '3000.00']]],
      ['2026-12-20', 'balance', []],
      ['2026-12-21', 'card', [['channel-year-cap', '0.00']]],
      ['2027-01-10', 'balance', []],
    ])
  })

  it('channels are taken by their place, whatever the order in which they were entered, and only payments need one', () => {
    const events = [
      { ...pay('2026-07-10', 100), what: 'interest' as const },
      pay('2026-07-10', 0),
      { ...pay('2026-07-11', 100), what: 'early-settlement' as const },
      pay('2027-07-02', 100),
      pay('2027-07-03', 100),
    ]
    const channels = [
      channel({ id: 'third', place: 3 }),
      channel({ id: 'first', place: 1 }),
      channel({ id: 'second', place: 2 }),
    ]
    const checked = checkChannels({ events }, channels, day('2026-07-01'))
    // 366 days from 1 July 2026 are through 2 July 2027.
    expect(checked.map(({ on, channel: taker }) => [dayText(on), taker])).toEqual([
      ['2026-07-11', 'first'],
      ['2027-07-02', 'first'],
    ])
  })

  it('what lies there counts for a month, a limit per payment always; a friend is not automatic', () => {
    const events = [pay('2026-07-10', 5_000), pay('2026-07-20', 5_000), pay('2026-09-10', 5_000)]
    const channels = [
      channel({ id: 'friend', way: 'friend', place: null }),
      channel({ id: 'small', place: 1, perPayment: fen(4_999) }),
      channel({ id: 'card', place: 2, available: fen(9_999) }),
    ]
    const checked = checkChannels({ events }, channels, day('2026-07-01'))
    expect(checked.map(({ channel: taker, stops }) => [taker, stops.map(({ code }) => code)])).toEqual([
      ['card', ['channel-per-payment']],
      [null, ['channel-per-payment', 'channel-not-enough']],
      ['card', ['channel-per-payment']],
    ])
  })
})

describe('a notice', () => {
  const book = ledger(
    '2026-07-05',
    [account('huabei')],
    [purchase('2026-06-10', '1000.00'), purchase('2026-05-10', '200.00', { id: 'late' })],
  )

  it('under which it never ends has no number of days', () => {
    const money = { kind: 'monthly', amount: fen(15_000), payOn: 10 } as const
    const plan = { ...planInFull(day('2026-07-05')), money }
    const change = {
      account: 'huabei',
      from: day('2026-01-01'),
      set: { revolvingDailyRate: rate('0.5%'), overdueDailyRate: rate('0.5%') },
    }
    const { days, freeOn } = noticeEffect(book, plan, change)
    expect([days, freeOn.without === null, freeOn.with]).toEqual([null, false, null])
  })

  it('that changes a rate costs what two projections differ by, however it is asked', () => {
    const plan = { ...planInFull(day('2026-07-05')), strategy: { kind: 'minimum-only' } as const }
    const change = { account: 'huabei', from: day('2026-08-01'), set: { revolvingDailyRate: rate('0.06%') } }
    const asked = noticeEffect(book, plan, change)
    expect(asked.cost).toBeGreaterThan(0)
    const recorded = {
      ...book,
      accounts: book.accounts.map((one) => ({
        ...one,
        terms: [...one.terms, { from: change.from, source: 'user' as const, set: change.set }],
      })),
    }
    expect(noticeEffect(recorded, plan, change)).toEqual(asked)
    for (const one of [book, recorded]) {
      const told = explainNotice(one, plan, { change, figure: 'notice@2026-07-05' })
      expect([told.amount, told.lines.map(({ rule }) => rule)]).toEqual([asked.cost, ['change-then', 'change-now']])
      expect(told.lines.every(sumsUp)).toBe(true)
    }
    const stranger = { ...change, account: 'js' }
    expect(
      noticeEffect({ ...book, accounts: [...book.accounts, account('credit-purchase', { id: 'js' })] }, plan, stranger),
    ).toMatchObject({ cost: 0, days: 0 })
    expect(noticeEffect(book, plan, { ...change, set: { graceDays: 3 } })).toMatchObject({ cost: 0, days: 0 })
  })
})

describe('the timeline', () => {
  it('has everything once, the newest first, and what was bought on closed credit as an alarm', () => {
    const closed = account('credit-purchase', { id: 'js', status: 'closed', closedOn: day('2026-06-20') })
    const book = ledger(
      '2026-07-05',
      [closed],
      [
        purchase('2026-06-20', '1.00', { id: 'before', account: 'js' }),
        purchase('2026-07-02', '25.00', { account: 'js' }),
      ],
    )
    const facts = [
      contact({ complaint: { answeredOn: null }, promise: { what: 'x', by: day('2026-07-03'), settled: null } }),
    ]
    const told = timelineOf(book, facts).map(
      ({ on, what, group }) => `${dayText(on)} ${group} ${sentence(caseTexts, what, 'en').trim()}`,
    )
    expect(told).toEqual([
      '2026-07-03 talk Promise lapsed without a result T1',
      '2026-07-02 alarm js is closed, yet 1 purchase of 25.00 came: find what still pays with it',
      '2026-07-01 talk Complaint: phone 95188 T1',
      '2026-07-01 money js: bill of 2026-07 issued',
      '2026-06-20 closing js closed by yourself',
    ])
  })

  it('of 5,000 contacts is made within the time of a click', () => {
    const facts = Array.from({ length: 5_000 }, (_, index) => contact({ id: `c${index}`, on: day('2026-07-01') }))
    const start = performance.now()
    expect(timelineOf(ledger('2026-07-05', [], []), facts)).toHaveLength(5_000)
    expect(performance.now() - start).toBeLessThan(250)
  })
})

it.each(Object.entries(caseTexts))('%s says the same figures in both languages', (_code, text) => {
  expect([...holesOf(text.en)].sort()).toEqual([...holesOf(text['zh-CN'])].sort())
})
