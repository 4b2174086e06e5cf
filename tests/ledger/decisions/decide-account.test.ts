import { describe, expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import type { Account } from '#shared/ledger/account.ts'
import {
  decideAccount,
  decideAccountChange,
  decideTerms,
  findAccountOr,
} from '#shared/ledger/decisions/decide-account.ts'
import { account } from '../facts.ts'
import { breaks, taken } from './verdict.ts'

const mine = account('huabei', { owner: 'me' })
const credit = account('credit-purchase', { id: 'js', name: '江苏', lender: '江苏银行', owner: 'me' })
const card = account('other', { id: 'card', name: 'Card' })
const known = [mine, credit, card]
const asked = { isBalanceStated: false, today: day('2025-03-01') }

describe('which accounts there can be beside each other', () => {
  it.each<[says: string, draft: Account, verdict: object]>([
    ['the first Borrow', account('borrow', { owner: 'me' }), { ok: true }],
    ['the Huabei of another person', account('huabei', { id: 'hers', owner: 'her' }), { ok: true }],
    [
      'the Credit Purchase of another bank',
      account('credit-purchase', { id: 'bj', lender: '北京银行', owner: 'me' }),
      { ok: true },
    ],
    ['another debt that has everything in common with one but its id', { ...card, id: 'card-2' }, { ok: true }],
    ['an id that is taken', account('borrow', { id: 'huabei' }), breaks('account-id-taken', { id: 'huabei' })],
    [
      'a second Huabei of one person',
      account('huabei', { id: 'again', owner: 'me' }),
      breaks('account-exists', { name: 'huabei', id: 'huabei' }),
    ],
    [
      'a second Credit Purchase of one person at one bank',
      account('credit-purchase', { id: 'js-2', lender: '江苏银行', owner: 'me' }),
      breaks('account-exists', { name: '江苏', id: 'js' }),
    ],
  ])('%s', (_, draft, verdict) => {
    expect(decideAccount(known, draft, asked)).toMatchObject(verdict)
  })

  it('an account that changes is not in its own way', () => {
    const changed = { ...mine, limit: null, name: 'renamed' }
    expect(decideAccountChange(known, changed, asked)).toEqual(taken(changed))
    expect(decideAccountChange(known, { ...credit, kind: 'huabei', lender: null }, asked)).toEqual(
      breaks('account-exists', { name: 'huabei', id: 'huabei' }),
    )
  })
})

describe('what an account may say of itself', () => {
  const opened = day('2025-03-01')
  it.each<[says: string, draft: Account, isBalanceStated: boolean, verdict: object]>([
    ['a balance of another debt', account('other'), true, { ok: true }],
    ['no balance of another debt', account('other'), false, { ok: true }],
    ['a balance of a Huabei', account('huabei'), true, breaks('balance-only-for-other')],
    ['closed, and when', account('huabei', { status: 'closed', closedOn: opened }), false, { ok: true }],
    ['closed, and not when', account('huabei', { status: 'closed' }), false, breaks('closed-without-day')],
    ['frozen has no day', account('huabei', { status: 'frozen' }), false, { ok: true }],
    ['closed on the day it was opened', account('huabei', { openedOn: opened, closedOn: opened }), false, { ok: true }],
    [
      'closed the day before it was opened',
      account('huabei', { openedOn: opened, closedOn: day('2025-02-28') }),
      false,
      breaks('closed-before-opened', { closedOn: '2025-02-28', openedOn: '2025-03-01' }),
    ],
    [
      'opened tomorrow',
      account('huabei', { openedOn: day('2025-03-02') }),
      false,
      breaks('day-in-future', { on: '2025-03-02' }),
    ],
    [
      'upgraded tomorrow',
      account('huabei', { upgradedOn: day('2025-03-02') }),
      false,
      breaks('day-in-future', { on: '2025-03-02' }),
    ],
    [
      'closed tomorrow',
      account('huabei', { closedOn: day('2025-03-02') }),
      false,
      breaks('day-in-future', { on: '2025-03-02' }),
    ],
    ['opened, and still open', account('huabei', { openedOn: opened }), false, { ok: true }],
    ['closed, whenever it was opened', account('huabei', { closedOn: opened }), false, { ok: true }],
  ])('%s', (_, draft, isBalanceStated, verdict) => {
    expect(decideAccount([], draft, { ...asked, isBalanceStated })).toMatchObject(verdict)
  })
})

it('an account is found by its id', () => {
  expect(findAccountOr(known, 'js')).toEqual(taken(credit))
  expect(findAccountOr(known, 'nobody')).toEqual(breaks('account-not-found', { id: 'nobody' }))
})

it('terms that set nothing are none', () => {
  const terms = { from: day('2026-01-01'), source: 'user', set: { dueDay: 20 } } as const
  expect(decideTerms(terms)).toEqual(taken(terms))
  expect(decideTerms({ ...terms, set: {} })).toEqual(breaks('terms-empty'))
})
