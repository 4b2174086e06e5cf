import { expect, it } from 'vitest'
import { day, dayText, month, monthText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import type { Account } from '#shared/ledger/account.ts'
import type { CaseFact, Contact } from '#shared/ledger/case/case-fact.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { isQuiet, remindersOf } from '#shared/outlook/reminders.ts'
import { account, ledger, loan, purchase, yuan } from '../ledger/facts.ts'

const told = (today: string, accounts: Account[], entries: Entry[], facts: CaseFact[] = []): string[] => {
  const of = ledger(today, accounts, entries)
  return remindersOf(of, owedOn(of), facts).map(({ what, on, from, account: id, month, amount, text }) =>
    [dayText(on), `${from / 60}h`, what, id, month && monthText(month), amount && yuanText(amount), text]
      .filter((part) => part !== null && part !== '')
      .join(' '),
  )
}
const contact = (id: string, values: Partial<Contact>): Contact => ({
  ...{ kind: 'contact', id, on: day('2026-07-01'), time: '', channel: '95188', agent: '', ticket: '', account: null },
  ...{ reason: '', said: 'said', promise: null, complaint: null, followUpOn: null },
  ...values,
})
const huabei = [account('huabei')]

it('a bill is told on the evening before and on its day, with month and amount', () => {
  expect(told('2026-07-05', huabei, [purchase('2026-06-05', '100')])).toEqual([
    '2026-07-09 19h prepare huabei 2026-07 100.00',
    '2026-07-10 9h due huabei 2026-07 100.00',
  ])
  // On its day the evening before is past.
  expect(told('2026-07-10', huabei, [purchase('2026-06-05', '100')])).toEqual([
    '2026-07-10 9h due huabei 2026-07 100.00',
  ])
})

it('what is overdue is told every day, what is overdue first; keys tell the days and accounts apart', () => {
  const facts = [purchase('2026-06-05', '100'), loan('600', '2026-06-28')]
  expect(told('2026-07-15', [...huabei, account('borrow')], facts)).toEqual([
    '2026-07-15 9h overdue huabei 2026-07 100.25',
    '2026-08-09 19h prepare borrow 105.32',
    '2026-08-10 9h due borrow 105.32',
  ])
  const keysOn = (today: string) => {
    const of = ledger(today, huabei, facts.slice(0, 1))
    return remindersOf(of, owedOn(of), []).map(({ key }) => key)
  }
  expect(keysOn('2026-07-15')).not.toEqual(keysOn('2026-07-16'))
})

it('at most a month ahead', () => {
  // Drawn on 28 June with 12 days to 10 July: first due on 10 August (domain.md 7.8), 31 days from 10 July.
  const one = [loan('600', '2026-06-28')]
  expect(told('2026-07-10', [account('borrow')], one).length).toBe(2)
  expect(told('2026-07-09', [account('borrow')], one).map((line) => line.slice(0, 10))).toEqual(['2026-08-09'])
})

it('nothing of facts that are no contact', () => {
  const at = { on: day('2026-07-05'), account: 'huabei' }
  const none = { billed: yuan('0'), unbilled: yuan('0'), installments: yuan('0'), usedQuota: yuan('0') }
  const shown = { billed: null, unbilled: null, installments: null, usedQuota: yuan('100') }
  expect(
    told(
      '2026-07-05',
      huabei,
      [],
      [{ ...at, kind: 'comparison', id: 'c', shown, derived: none, differences: [], note: '' }],
    ),
  ).toEqual([])
})

it('promises until they are settled, and when to ask again', () => {
  const open = contact('a', { account: 'huabei', promise: { what: 'call back', by: day('2026-07-08'), settled: null } })
  const kept = contact('b', {
    promise: { what: 'x', by: day('2026-07-08'), settled: { on: day('2026-07-02'), kept: true } },
  })
  const again = contact('c', { followUpOn: day('2026-07-07') })
  const notice = { kind: 'way-to-pay', id: 'w', on: day('2026-07-06'), label: '', use: '' } as const
  expect(told('2026-07-05', [], [], [open, kept, again, notice])).toEqual([
    '2026-07-07 9h ask-again said',
    '2026-07-08 9h promise huabei call back',
  ])
})

it('after a closing, the day on which something forgotten would show, once for targets that share it', () => {
  const closed = account('huabei', { status: 'closed', closedOn: day('2026-07-02') })
  const js = account('credit-purchase', { id: 'js', status: 'closed', closedOn: day('2026-07-03') })
  expect(told('2026-07-05', [closed, js], [])).toEqual(['2026-08-01 9h residue'])
  const borrow = account('borrow', { status: 'closed', closedOn: day('2026-07-03') })
  expect(told('2026-07-05', [closed, borrow], [])).toEqual(['2026-08-01 9h residue', '2026-08-03 9h residue'])
})

it('each has a key of its own: by account and bill, by promise and contact, by the day of the watch', () => {
  const of = ledger(
    '2026-07-05',
    [
      account('huabei'),
      account('borrow'),
      account('credit-purchase', { status: 'closed', closedOn: day('2026-07-02') }),
    ],
    [purchase('2026-06-05', '10'), loan('600', '2026-06-28')],
  )
  const promise = { what: 'call back', by: day('2026-07-08'), settled: null }
  const facts = [
    contact('a', { promise, followUpOn: day('2026-07-07') }),
    contact('b', { followUpOn: day('2026-07-07') }),
  ]
  expect(remindersOf(of, owedOn(of), facts).map(({ key, on }) => `${dayText(on)} ${key}`)).toEqual([
    '2026-07-07 ask-again a',
    '2026-07-07 ask-again b',
    '2026-07-08 promise a',
    `2026-07-09 prepare huabei@${month('2026-07')}`,
    `2026-07-10 due huabei@${month('2026-07')}`,
    '2026-08-01 residue 20666',
  ])
})

it('what comes at one hour stands in the order of its keys', () => {
  const both = [account('huabei'), account('credit-purchase', { id: 'js' })]
  const facts = [purchase('2026-06-05', '20', { account: 'js' }), purchase('2026-06-05', '10')]
  expect(told('2026-07-10', both, facts)).toEqual([
    '2026-07-10 9h due huabei 2026-07 10.00',
    '2026-07-10 9h due js 2026-07 20.00',
  ])
})

it.each([
  [22, 8, '22:00', true],
  [22, 8, '07:59', true],
  [22, 8, '08:00', false],
  [22, 8, '21:59', false],
  [1, 6, '01:00', true],
  [1, 6, '05:59', true],
  [1, 6, '06:00', false],
  [1, 6, '00:59', false],
  [8, 8, '08:00', false],
])('quiet from %i to %i: %s is %s', (from, until, time, quiet) => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  expect(isQuiet(hour * 60 + minute, { from, until })).toBe(quiet)
})
