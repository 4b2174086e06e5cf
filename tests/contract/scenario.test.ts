import { describe, expect, it } from 'vitest'
import { ledgerToScenario } from '#shared/contract/scenario-export.ts'
import { readScenario, type ScenarioLedger } from '#shared/contract/scenario-ledger.ts'
import { refusalSentence } from '#shared/contract/texts/refusal-sentence.ts'
import { day, month } from '#shared/kernel/day.ts'
import { ofAccount } from '#shared/ledger/ledger.ts'
import { storyScenario } from './story-scenario.ts'

/** Reads a scenario that must be readable. */
function read(json: unknown): ScenarioLedger {
  const outcome = readScenario(json)
  if (!outcome.ok) throw new Error(refusalSentence(outcome.refusal, 'en'))
  return outcome.value
}

const minimal = (more: object) => ({
  schema: 'huaqing/scenario@1',
  today: '2026-07-05',
  accounts: [{ id: 'huabei', kind: 'huabei' }],
  ...more,
})

describe('a scenario', () => {
  it('comes back from its ledger unchanged, every kind of fact and setting in it', () => {
    const first = read(storyScenario)
    const file = JSON.parse(JSON.stringify(ledgerToScenario(first.ledger, first.plan, storyScenario.ask)))
    expect(read(file)).toEqual(first)
  })

  it('is written the same way again once it was written', () => {
    const first = read(storyScenario)
    const once = JSON.stringify(ledgerToScenario(first.ledger, first.plan))
    const again = read(JSON.parse(once))
    expect(JSON.stringify(ledgerToScenario(again.ledger, again.plan))).toBe(once)
  })

  it('takes the newest day of its entries as the last change, up to today and without copied quotas', () => {
    const { ledger } = read(
      minimal({
        entries: [
          { kind: 'purchase', account: 'huabei', postedOn: '2026-06-03', amount: '120.00', label: '超市' },
          { kind: 'purchase', account: 'huabei', postedOn: '2026-08-03', amount: '1.00' },
          { kind: 'quota', account: 'huabei', used: '120.00', on: '2026-07-05' },
        ],
      }),
    )
    expect(ledger.newestEntryOn).toEqual({ huabei: day('2026-06-03') })
    expect(ledger.recentShops).toEqual({ huabei: ['超市'] })
  })

  it('keeps what a ledger has of a purchase though it does not fit it, and marks it', () => {
    const beyond = {
      accounts: [
        { id: 'huabei', kind: 'huabei' },
        { id: 'js', kind: 'credit-purchase' },
      ],
      entries: [
        { ...purchase, id: 'p1' },
        { ...planOf('p1'), id: 'plan', principal: '3', asRecorded: true },
        { ...refundOf('p1'), id: 'elsewhere', account: 'js', amount: '0.50', asRecorded: true },
        { ...refundOf('p1'), id: 'half', amount: '0.50' },
        { ...refundOf('p1'), id: 'beyond', amount: '0.01', asRecorded: true },
      ],
    }
    const first = read(minimal(beyond))
    const file = ledgerToScenario(first.ledger, first.plan, ['owed'])
    expect(read(JSON.parse(JSON.stringify(file)))).toEqual(first)
    expect(file.entries?.filter((one) => 'asRecorded' in one).map(({ id }) => id)).toEqual([
      'plan',
      'elsewhere',
      'beyond',
    ])
  })

  it('expects no refund that has arrived', () => {
    const { ledger } = read(
      minimal({
        entries: [
          {
            id: 'p',
            kind: 'purchase',
            account: 'huabei',
            postedOn: '2026-06-03',
            amount: '5.00',
            refundExpected: true,
          },
          {
            id: 'q',
            kind: 'purchase',
            account: 'huabei',
            postedOn: '2026-06-03',
            amount: '5.00',
            refundExpected: true,
          },
          { kind: 'refund', account: 'huabei', on: '2026-06-09', amount: '5.00', of: 'p' },
          { kind: 'refund', account: 'huabei', on: '2026-06-09', amount: '5.00', of: 'q', inFlight: true },
        ],
      }),
    )
    const expecting = ledger.entries.filter((entry) => entry.kind === 'purchase' && entry.refundExpected)
    expect(expecting.map(({ id }) => id)).toEqual(['q'])
  })

  it('answers what is owed where it asks nothing', () => {
    expect(read(minimal({})).asks).toEqual([{ kind: 'owed', on: day('2026-07-05') }])
  })

  it('reads ten thousand entries', () => {
    const entry = { kind: 'purchase', account: 'huabei', postedOn: '2026-06-03', amount: '0.01' }
    expect(read(minimal({ entries: new Array(10_000).fill(entry) })).ledger.entries).toHaveLength(10_000)
  })
})

const purchase = { kind: 'purchase', account: 'huabei', postedOn: '2026-06-03', amount: '1.00' }
const entries = (...list: object[]) => minimal({ entries: list })
const refundOf = (of: string) => ({ kind: 'refund', account: 'huabei', on: '2026-06-04', of })
const planOf = (of: string) => ({
  ...{ kind: 'installments', account: 'huabei', origin: 'trade', count: 3, feeRate: '0%', firstBill: '2026-08', of },
})

describe('what a scenario refuses, with the path of the field', () => {
  it.each<[string, unknown, string]>([
    ['no object', [], '(file): must be a set of fields {…}'],
    ['no schema', { today: '2026-07-05' }, 'schema: must be one of: huaqing/scenario@1'],
    [
      'an unknown field',
      minimal({ colour: 'red' }),
      'colour: no such field; there are: schema, today, accounts, entries, confirmations, recordsCurrentOn, plan, ask',
    ],
    [
      'an unknown field of an entry',
      entries({ ...purchase, sum: '1' }),
      'entries[0].sum: no such field; there are: id, label, orderNo, note, account, amount, orderedOn, postedOn, returnUntil, refundExpected, kind, postingAssumed',
    ],
    [
      'an unknown kind',
      entries(purchase, { kind: 'gift' }),
      'entries[1].kind: must be one of: purchase, refund, bill, repayment, installments, loan, deferral, quota, review',
    ],
    [
      'a negative amount',
      entries(purchase, { ...purchase, amount: '-5.00' }),
      'entries[1].amount: an amount cannot be negative',
    ],
    [
      'a purchase of nothing',
      entries({ ...purchase, amount: '0' }),
      'entries[0].amount: the amount must be above zero',
    ],
    [
      'ten million yuan',
      entries({ ...purchase, amount: '10000000.00' }),
      'entries[0].amount: an amount must be below 10,000,000 yuan; please check it',
    ],
    [
      'three decimals',
      entries({ ...purchase, amount: '1.234' }),
      'entries[0].amount: “1.234” has more than two decimals',
    ],
    ['an amount that is a number', entries({ ...purchase, amount: 5 }), 'entries[0].amount: must be text (in quotes)'],
    ['an amount that is not there', entries({ ...purchase, amount: undefined }), 'entries[0].amount: is missing'],
    ['entries that are no list', minimal({ entries: {} }), 'entries: must be a list […]'],
    [
      'a date that does not exist',
      entries({ ...purchase, postedOn: '2026-02-30' }),
      'entries[0].postedOn: 2026-02-30 does not exist',
    ],
    [
      'no date',
      entries({ ...purchase, postedOn: 'soon' }),
      'entries[0].postedOn: “soon” is not a date; write it like 2026-07-05',
    ],
    ['an empty list of questions', minimal({ ask: [] }), 'ask: must have at least 1 item'],
    [
      'an empty split',
      entries({ kind: 'repayment', on: '2026-06-10', amount: '5', split: [] }),
      'entries[0].split: must have at least 1 item',
    ],
    [
      'an account that is not there',
      entries({ ...purchase, account: 'js' }),
      'entries[0].account: there is no account “js”',
    ],
    [
      'installments of nobody knows when',
      entries({ kind: 'installments', account: 'huabei', origin: 'trade', principal: '5', count: 3 }),
      'entries[0].firstBill: is missing',
    ],
    [
      'a loan whose parts fall short of it',
      minimal({
        accounts: [{ id: 'jb', kind: 'borrow' }],
        entries: [
          {
            ...{ kind: 'loan', account: 'jb', principal: '100', drawnOn: '2026-01-10', dailyRate: '0.05%' },
            ...{ method: 'interest-only', count: 1, repayDay: 10 },
            shownParts: [{ number: 1, dueOn: '2026-02-10', principal: '99', interest: '1' }],
          },
        ],
      }),
      'entries[0].shownParts: the parts do not sum to the principal: 99.00 ≠ 100.00',
    ],
    [
      'a second plan of one purchase',
      entries({ ...purchase, id: 'p1' }, ...['a', 'b'].map((id) => ({ ...planOf('p1'), id, principal: '1' }))),
      'entries[2].of: the purchase “p1” is in another installment plan already',
    ],
    [
      'a plan of more than its purchase',
      entries({ ...purchase, id: 'p1' }, { ...planOf('p1'), principal: '1.01' }),
      'entries[1].principal: the plan’s principal is above its purchase: 1.01 > 1.00',
    ],
    [
      'refunds of more than their purchase, together',
      entries(
        { ...purchase, id: 'p1' },
        { ...refundOf('p1'), amount: '0.60', inFlight: true },
        { ...refundOf('p1'), amount: '0.41' },
      ),
      'entries[2].amount: more is refunded than is left of the purchase: 0.41 > 0.40',
    ],
    [
      'a refund on another account than its purchase',
      minimal({
        accounts: [
          { id: 'huabei', kind: 'huabei' },
          { id: 'js', kind: 'credit-purchase' },
        ],
        entries: [
          { ...purchase, id: 'p1' },
          { ...refundOf('p1'), account: 'js', amount: '1' },
        ],
      }),
      'entries[1].account: the purchase it belongs to is on “huabei”; its refund must be on the same account',
    ],
    [
      'installments of somebody else’s purchase',
      minimal({
        accounts: [
          { id: 'huabei', kind: 'huabei' },
          { id: 'js', kind: 'credit-purchase' },
        ],
        entries: [
          { ...purchase, id: 'p' },
          {
            ...{ kind: 'installments', account: 'js', origin: 'trade', principal: '1', count: 3 },
            ...{ firstBill: '2026-07', of: 'p' },
          },
        ],
      }),
      'entries[1].of: there is no fitting entry “p”',
    ],
    [
      'a purchase on Borrow',
      minimal({ accounts: [{ id: 'jb', kind: 'borrow' }], entries: [{ ...purchase, account: 'jb' }] }),
      'entries[0].account: “jb” has no monthly bills; only Huabei and Credit Purchase have',
    ],
    [
      'a loan of Huabei',
      entries({
        ...{ kind: 'loan', account: 'huabei', principal: '6000', drawnOn: '2026-01-10', dailyRate: '0.05%' },
        ...{ method: 'interest-only', count: 6, repayDay: 10 },
      }),
      'entries[0].account: “huabei” has no loans; only Borrow and Credit Loan have',
    ],
    [
      'a bill of Borrow that was repaid',
      minimal({
        accounts: [{ id: 'jb', kind: 'borrow' }],
        entries: [
          {
            kind: 'repayment',
            on: '2026-06-10',
            amount: '5',
            split: [{ account: 'jb', month: '2026-06', amount: '5' }],
          },
        ],
      }),
      'entries[0].split[0].month: “jb” has no monthly bills; only Huabei and Credit Purchase have',
    ],
    [
      'an account twice',
      minimal({
        accounts: [
          { id: 'a', kind: 'huabei' },
          { id: 'a', kind: 'borrow' },
        ],
      }),
      'accounts[1].id: “a” is used twice',
    ],
    ['an entry twice', entries({ ...purchase, id: 'p' }, { ...purchase, id: 'p' }), 'entries[1].id: “p” is used twice'],
    [
      'a refund of nothing',
      entries({ kind: 'refund', account: 'huabei', on: '2026-06-04', amount: '1', of: 'p9' }),
      'entries[0].of: there is no fitting entry “p9”',
    ],
    [
      'a split that does not sum',
      entries({ kind: 'repayment', on: '2026-06-10', amount: '5', split: [{ account: 'huabei', amount: '4' }] }),
      'entries[0].split: the parts do not sum to the amount: 4.00 ≠ 5.00',
    ],
    [
      'a balance of Huabei',
      minimal({ accounts: [{ id: 'h', kind: 'huabei', balance: '5' }] }),
      'accounts[0].balance: is only allowed for accounts of kind other',
    ],
    ['an unknown question', minimal({ ask: ['owed', 'weather'] }), 'ask[1]: unknown question “weather”'],
    ['a quote of a stranger', minimal({ ask: ['quote:js@2026-07-10'] }), 'ask[0]: there is no account “js”'],
    ['a projection without a plan', minimal({ ask: ['projection'] }), 'A projection needs a plan (ask[0])'],
    [
      'a custom plan without an order',
      minimal({ plan: { strategy: 'custom' } }),
      'plan.order: the custom strategy needs an order',
    ],
    [
      'money twice',
      minimal({ plan: { monthly: '5', income: [{ day: 1, amount: '5' }] } }),
      'plan.monthly: give a monthly amount or an income, not both',
    ],
  ])('%s', (_name, json, said) => {
    const outcome = readScenario(json)
    expect(outcome.ok ? 'read' : refusalSentence(outcome.refusal, 'en')).toBe(said)
  })
})

it('an account may have any id, also one that every object has', () => {
  const asked = (id: string) => {
    const outcome = readScenario({
      ...{ schema: 'huaqing/scenario@1', today: '2026-07-05', ask: ['owed', 'closure:huabei'] },
      accounts: [{ id, kind: 'huabei' }],
      entries: [{ kind: 'purchase', account: id, postedOn: '2026-06-03', amount: '120', label: 'shop' }],
    })
    if (!outcome.ok) throw new Error(refusalSentence(outcome.refusal, 'en'))
    const { newestEntryOn, recentShops } = outcome.value.ledger
    return [ofAccount(newestEntryOn, id), ofAccount(recentShops, id), ofAccount(newestEntryOn, 'valueOf')]
  }
  for (const id of ['huabei', 'constructor', '__proto__', 'toString']) {
    expect([id, ...asked(id)]).toEqual([id, day('2026-06-03'), ['shop'], undefined])
  }
})

it('the first installment of a bill stands in that bill, or in the next one, as the terms of the account say', () => {
  const first = (terms: object) => {
    const outcome = readScenario({
      ...{ schema: 'huaqing/scenario@1', today: '2026-07-05' },
      accounts: [{ id: 'huabei', kind: 'huabei', terms: [{ from: '2026-01-01', ...terms }] }],
      entries: [
        { kind: 'installments', account: 'huabei', origin: 'bill', principal: '5', count: 3, fromBill: '2026-07' },
      ],
    })
    const entry = outcome.ok ? outcome.value.ledger.entries[0] : undefined
    return entry?.kind === 'installments' ? entry.firstBill : null
  }
  expect(first({})).toBe(month('2026-07'))
  expect(first({ billInstallmentFirstDue: 'nextBill' })).toBe(month('2026-08'))
})
