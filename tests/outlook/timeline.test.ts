import { describe, expect, it } from 'vitest'
import { day, dayText, month } from '#shared/kernel/day.ts'
import { fen, yuanText } from '#shared/kernel/money.ts'
import type { Account } from '#shared/ledger/account.ts'
import type { CaseFact, Contact } from '#shared/ledger/case/case-fact.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { timelineOf } from '#shared/outlook/case/timeline.ts'
import { account, combined, ledger, purchase, repay, yuan } from '../ledger/facts.ts'

/** What happened, the newest first: day, group, code, the user's words, the amount, the account. */
const told = (of: Ledger, facts: readonly CaseFact[] = []): string[] =>
  timelineOf(of, facts).map(({ on, time, group, what, text, amount, account: id }) =>
    [dayText(on), time, group, what.code, text, amount === null ? '' : yuanText(amount), id ?? '']
      .filter((part) => part !== '')
      .join(' '),
  )
const at = (today: string, accounts: Account[] = [], entries: Entry[] = []): Ledger => ledger(today, accounts, entries)
const contact = (values: Partial<Contact>): Contact => ({
  ...{
    kind: 'contact',
    id: 'c',
    on: day('2026-07-01'),
    time: '',
    channel: '95188',
    agent: '',
    ticket: 'T',
    account: null,
  },
  ...{ reason: '', said: '', promise: null, complaint: null, followUpOn: null },
  ...values,
})

describe('contacts', () => {
  it('with their time, their words, and a day each for what followed', () => {
    const talk = contact({ time: '10:30', account: 'huabei', reason: 'why', said: 'what' })
    const promise = { what: 'they call', by: day('2026-07-05'), settled: null }
    expect(told(at('2026-07-09'), [talk])).toEqual(['2026-07-01 10:30 talk event-contact-95188 why · what huabei'])
    // A promise that still runs is ahead, not behind.
    expect(told(at('2026-07-05'), [{ ...talk, promise }]).length).toBe(1)
    expect(told(at('2026-07-06'), [{ ...talk, promise }])[0]).toBe(
      '2026-07-05 talk event-promise-lapsed they call huabei',
    )
    const settled = (kept: boolean) =>
      told(at('2026-07-09'), [{ ...talk, promise: { ...promise, settled: { on: day('2026-07-04'), kept } } }])[0]
    expect([settled(true), settled(false)]).toEqual([
      '2026-07-04 talk event-promise-kept they call huabei',
      '2026-07-04 talk event-promise-broken they call huabei',
    ])
  })
  it('a complaint has its three days as they pass, or its answer', () => {
    const complaint = contact({ channel: '12378', complaint: { answeredOn: null } })
    expect(told(at('2026-08-01'), [complaint])).toEqual([
      '2026-07-31 talk event-complaint-day',
      '2026-07-16 talk event-complaint-day',
      '2026-07-01 talk event-complaint-12378',
    ])
    expect(told(at('2026-08-01'), [{ ...complaint, complaint: { answeredOn: day('2026-07-20') } }])).toEqual([
      '2026-07-20 talk event-answered',
      '2026-07-01 talk event-complaint-12378',
    ])
  })
})

it('every other kind of fact', () => {
  const on = day('2026-07-01')
  const none = { billed: null, unbilled: null, installments: null, usedQuota: null }
  const facts: CaseFact[] = [
    {
      ...{ kind: 'notice', id: 'n', on, source: 'app', link: '', text: 'new terms', account: 'huabei' },
      ...{ from: day('2026-07-03'), set: {}, reviewOn: null, reviewedOn: null },
    },
    {
      ...{ kind: 'comparison', id: 'v', on, account: 'huabei', shown: none, derived: none },
      ...{ differences: [], note: 'seen' },
    },
    { kind: 'system-closing', id: 's', on, account: 'huabei', state: 'frozen', reason: 'unused', said: 'they say' },
    { kind: 'system-closing', id: 't', on, account: 'js', state: 'closed', reason: 'unused', said: '' },
    { kind: 'attachment', id: 'a', on, of: null, name: 'x.png', mime: 'image/png', bytes: 1, sha256: '' },
    {
      ...{ kind: 'channel', id: 'k', on, way: 'friend', label: 'A', place: null },
      ...{ available: null, perPayment: null, perYear: null, usedThisYear: fen(0) },
    },
    { kind: 'way-to-pay', id: 'w', on, label: 'card', use: 'bus' },
  ]
  expect(told(at('2026-07-09'), facts)).toEqual([
    '2026-07-03 notice event-terms huabei',
    '2026-07-01 money event-way-to-pay',
    '2026-07-01 money event-comparison-same seen huabei',
    '2026-07-01 closing event-system-closed js',
    '2026-07-01 closing event-system-frozen they say huabei',
    '2026-07-01 notice event-notice app · new terms huabei',
    '2026-07-01 money event-channel-friend',
    '2026-07-01 talk event-attachment',
  ])
})

describe('money', () => {
  it('bills when they are issued and when they become overdue, repayments on their day', () => {
    // 5.00 are less than the minimum of 10.00: 95.00 are overdue, 2 days × 0.05 since.
    const facts = [purchase('2026-06-05', '100'), { ...repay('2026-07-02', '5'), label: 'by hand' }]
    expect(told(at('2026-07-12', [account('huabei')], facts))).toEqual([
      '2026-07-10 money event-bill-overdue 95.10 huabei',
      '2026-07-02 money event-repayment by hand 5.00 huabei',
      '2026-07-01 money event-bill 100.00 huabei',
    ])
  })
  it('a repayment of several accounts names none of them, one whose split is open names its only candidate', () => {
    const two = [account('huabei'), account('credit-purchase', { id: 'js' })]
    const repayments = told(
      at('2026-07-12', two, [
        combined('2026-07-02', '30', ['huabei', 'js'], null),
        combined('2026-07-03', '5', ['js'], null),
      ]),
    )
    expect(repayments).toEqual(['2026-07-03 money event-repayment 5.00 js', '2026-07-02 money event-repayment 30.00'])
  })
})

describe('after a closing', () => {
  const closed = account('huabei', { status: 'closed', closedOn: day('2026-07-05') })
  const bought = [
    purchase('2026-07-05', '1'),
    purchase('2026-07-06', '2'),
    purchase('2026-07-06', '3'),
    purchase('2026-07-08', '4'),
  ]
  const alarms = (one: Account, of: Ledger = at('2026-07-09', [one], bought)) =>
    told(of).filter((line) => line.includes('alarm'))
  it('what is bought on the closed credit is an alarm a day, with its sum', () => {
    expect(alarms(closed)).toEqual([
      '2026-07-08 alarm event-relapse 4.00 huabei',
      '2026-07-06 alarm event-relapse 5.00 huabei',
    ])
    expect(told(at('2026-07-09', [closed], []))).toEqual(['2026-07-05 closing event-closed huabei'])
  })
  it('also where closing was asked for on that day, never on an open account', () => {
    expect(alarms({ ...closed, status: 'closing-requested' }).length).toBe(2)
    expect(alarms({ ...closed, status: 'open' })).toEqual([])
    expect(alarms({ ...closed, closedOn: null })).toEqual([])
    expect(told(at('2026-07-09', [{ ...closed, closedOn: null }], []))).toEqual([])
  })
  it('purchases kept as one sum of a day count, refunds and other accounts do not', () => {
    const posting = {
      account: 'huabei',
      what: 'purchase' as const,
      on: day('2026-07-07'),
      purchasePostedOn: null,
      amount: yuan('9'),
      count: 2,
      assumed: 0,
    }
    const postings = [
      posting,
      { ...posting, what: 'refund' as const },
      { ...posting, account: 'js' },
      { ...posting, on: day('2026-07-05') },
    ]
    expect(alarms(closed, { ...at('2026-07-09', [closed], []), postings })).toEqual([
      '2026-07-07 alarm event-relapse 9.00 huabei',
    ])
  })
})

it('nothing of the future, and of one day the later hour first', () => {
  const facts = [
    contact({ id: 'a', time: '09:00' }),
    contact({ id: 'b', time: '17:00' }),
    contact({ id: 'x', on: day('2026-07-10') }),
  ]
  expect(timelineOf(at('2026-07-09'), facts).map(({ key }) => key)).toEqual(['b', 'a'])
})

it('is put together once of the same ledger and the same facts', () => {
  const [of, facts] = [at('2026-07-09'), [contact({})]]
  const first = timelineOf(of, facts)
  expect(timelineOf(of, facts)).toBe(first)
  expect(timelineOf(of, [...facts])).not.toBe(first)
})

describe('each event has a name of its own and its figures', () => {
  const named = (facts: readonly CaseFact[]): string[] =>
    timelineOf(at('2026-09-30'), facts).map(({ key: id, what, account: of }) =>
      [id, what.code, ...Object.entries(what.values).map(([name, value]) => `${name}=${value}`), of ?? '-'].join(' '),
    )
  const promise = { what: 'they call', by: day('2026-07-05'), settled: null }
  it('of a contact: the promise, the answer, the days of a complaint, by its ticket', () => {
    const talk = contact({ account: 'huabei', promise, complaint: { answeredOn: day('2026-07-20') } })
    expect(named([talk])).toEqual([
      'c#answer event-answered ticket=T huabei',
      'c#promise event-promise-lapsed ticket=T huabei',
      'c event-complaint-95188 ticket=T huabei',
    ])
    const kept = { ...talk, complaint: null, promise: { ...promise, settled: { on: day('2026-07-04'), kept: true } } }
    expect(named([kept])[0]).toBe('c#promise event-promise-kept ticket=T huabei')
    expect(named([contact({ complaint: { answeredOn: null } })])).toEqual([
      'c#60 event-complaint-day days=60 ticket=T -',
      'c#30 event-complaint-day days=30 ticket=T -',
      'c#15 event-complaint-day days=15 ticket=T -',
      'c event-complaint-95188 ticket=T -',
    ])
  })
  it('of a notice: the day from which its terms hold, if it names one', () => {
    const notice = (from: string | null, source: string): CaseFact => ({
      ...{ kind: 'notice', id: 'n', on: day('2026-07-01'), source, link: '', text: 'new terms', account: 'huabei' },
      ...{ from: from === null ? null : day(from), set: {}, reviewOn: null, reviewedOn: null },
    })
    expect(named([notice('2026-07-03', 'app')])).toEqual([
      'n#from event-terms on=2026-07-01 huabei',
      'n event-notice huabei',
    ])
    expect(named([notice(null, 'app')])).toEqual(['n event-notice huabei'])
    expect(timelineOf(at('2026-09-30'), [notice(null, '')])[0]?.text).toBe('new terms')
  })
  it('of money and closings: bills and what is overdue of them, repayments, what was bought after', () => {
    const closed = account('huabei', { status: 'closed', closedOn: day('2026-07-11') })
    const facts = [
      purchase('2026-06-05', '100'),
      { ...repay('2026-07-02', '5'), id: 'paid' },
      purchase('2026-07-12', '1.50', { id: 'bus' }),
      purchase('2026-07-12', '2', { id: 'tea' }),
    ]
    const events = timelineOf(at('2026-07-13', [closed], facts), [])
    expect(events.map(({ key, what }) => [key, what.code, ...Object.values(what.values)].join(' '))).toEqual([
      `relapse huabei ${day('2026-07-12')} event-relapse huabei 2 3.50`,
      'closed huabei event-closed huabei',
      `bill huabei ${month('2026-07')}#due event-bill-overdue huabei 2026-07`,
      'paid event-repayment',
      `bill huabei ${month('2026-07')} event-bill huabei 2026-07`,
    ])
  })
  it('of what was compared: how much differs, or that nothing does', () => {
    const none = { billed: null, unbilled: null, installments: null, usedQuota: null }
    const compared = (count: number): CaseFact => ({
      ...{
        kind: 'comparison',
        id: 'v',
        on: day('2026-07-01'),
        account: 'huabei',
        shown: none,
        derived: none,
        note: '',
      },
      differences: Array.from({ length: count }, () => ({ figure: 'billed', difference: yuan('1'), rows: [] })),
    })
    expect([...named([compared(2)]), ...named([compared(0)])]).toEqual([
      'v event-comparison account=huabei count=2 huabei',
      'v event-comparison-same account=huabei count=0 huabei',
    ])
  })
  it('of files, channels and ways to pay by what they are called, of a closing by the lender with its account', () => {
    const on = day('2026-07-01')
    const facts: CaseFact[] = [
      { kind: 'attachment', id: 'a', on, of: null, name: 'x.png', mime: 'image/png', bytes: 1, sha256: '' },
      {
        ...{ kind: 'channel', id: 'k', on, way: 'friend', label: 'A', place: null },
        ...{ available: null, perPayment: null, perYear: null, usedThisYear: fen(0) },
      },
      { kind: 'system-closing', id: 's', on, account: 'huabei', state: 'frozen', reason: 'unused', said: '' },
      { kind: 'way-to-pay', id: 'w', on, label: 'card', use: 'bus' },
    ]
    expect(named(facts)).toEqual([
      'w event-way-to-pay label=card use=bus -',
      's event-system-frozen account=huabei huabei',
      'k event-channel-friend label=A -',
      'a event-attachment file=x.png -',
    ])
  })
})

describe('a credit that was closed', () => {
  const asked = account('credit-purchase', { id: 'js', status: 'closing-requested', closedOn: day('2026-06-20') })
  const closed = account('credit-purchase', { id: 'js', status: 'closed', closedOn: day('2026-06-20') })
  const kinds = (accounts: Account[], entries: Entry[]): string[] =>
    told(at('2026-07-05', accounts, entries)).filter((line) => !line.includes('event-bill'))

  it('is closed once it is, not when its closing was asked for', () => {
    expect(kinds([closed], [])).toEqual(['2026-06-20 closing event-closed js'])
    expect(kinds([asked], [])).toEqual([])
  })
  it('is alarmed by what is bought on it from the day after, not by what is bought on another', () => {
    const later = purchase('2026-06-21', '25', { account: 'js' })
    const elsewhere = purchase('2026-06-21', '40')
    const before = purchase('2026-06-20', '9', { account: 'js' })
    expect(kinds([account('huabei'), closed], [later, elsewhere, before])).toEqual([
      '2026-06-21 alarm event-relapse 25.00 js',
      '2026-06-20 closing event-closed js',
    ])
    expect(kinds([account('huabei'), asked], [later, elsewhere])).toEqual(['2026-06-21 alarm event-relapse 25.00 js'])
    expect(kinds([account('huabei'), closed], [elsewhere])).toEqual(['2026-06-20 closing event-closed js'])
  })
})

it('within a day the hour counts, whatever the facts are called', () => {
  const facts = [contact({ id: 'z', time: '09:00' }), contact({ id: 'a', time: '17:00' })]
  expect(timelineOf(at('2026-07-09'), facts).map(({ key }) => key)).toEqual(['a', 'z'])
})
