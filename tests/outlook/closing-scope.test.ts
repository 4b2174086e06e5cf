import { describe, expect, it } from 'vitest'
import { type Day, day, dayText } from '#shared/kernel/day.ts'
import { openBooks } from '#shared/ledger/book/ledger-book.ts'
import type { ClosureTarget, Ledger } from '#shared/ledger/ledger.ts'
import type { ClosureRequirement } from '#shared/outlook/answers.ts'
import {
  billedIn,
  cellsIn,
  figureOf,
  inScope,
  latestOf,
  lendingIn,
  mustBeZero,
  payableOn,
  requirement,
  type Scope,
  scopeOf,
} from '#shared/outlook/closure/scope.ts'
import { accountsOfTarget, ownersOf } from '#shared/outlook/closure/targets.ts'
import { account, ledger, loan, purchase, yuan } from '../ledger/facts.ts'

/** What is closed together: by target, and by person where there are two (domain.md 6.1, 6.11–6.13, 7.16). */

const whole: Ledger = {
  ...ledger(
    '2026-07-05',
    [
      account('huabei', { id: 'h-ann', owner: 'Ann' }),
      account('huabei', { id: 'h-bob', owner: 'Bob' }),
      account('credit-purchase', { id: 'c-ann', owner: 'Ann' }),
      account('credit-purchase', { id: 'c-any' }),
      account('borrow', { id: 'b-bob', owner: 'Bob' }),
      account('credit-loan', { id: 'l-bob', owner: 'Bob' }),
      account('other', { id: 'o-cat', owner: 'Cat' }),
    ],
    [purchase('2026-06-05', '30', { account: 'h-ann' }), loan('100', '2026-06-01', { account: 'b-bob' })],
  ),
  newestEntryOn: { 'h-ann': day('2026-06-05'), 'c-any': day('2026-06-20'), 'h-bob': day('2026-05-01') },
}
const scope = (target: ClosureTarget, owner: string | null = null, more: Partial<Scope> = {}): Scope => ({
  ...scopeOf(whole, openBooks(whole, whole.today), { target, owner, projection: null }),
  ...more,
})
const ids = (accounts: readonly { readonly id: string }[]): string => accounts.map(({ id }) => id).join(' ')

describe('the accounts', () => {
  it.each<[ClosureTarget, string | null, string, string, string]>([
    ['credit-purchase', null, 'c-ann c-any', 'Ann', '2026-06-20'],
    ['huabei', null, 'h-ann h-bob c-ann c-any', 'Ann Bob', '2026-06-20'],
    ['borrow', null, 'b-bob l-bob', 'Bob', 'none'],
    // What names nobody is anyone's.
    ['huabei', 'Ann', 'h-ann c-ann c-any', 'Ann Bob', '2026-06-20'],
    ['huabei', 'Bob', 'h-bob c-any', 'Ann Bob', '2026-06-20'],
    ['borrow', 'Ann', '', 'Bob', 'none'],
  ])('of %s of %s: %s', (target, owner, accounts, owners, newest) => {
    const { newestOn, ...of } = scope(target, owner)
    expect([ids(of.accounts), of.owners.join(' '), newestOn === null ? 'none' : dayText(newestOn)]).toEqual([
      ...[accounts, owners, newest],
    ])
    expect(ids(accountsOfTarget(whole.accounts, { target, owner }))).toBe(accounts)
    expect([of.target, of.owner, of.today]).toEqual([target, owner, whole.today])
  })
  it('nothing newer was entered than what the accounts themselves have', () => {
    expect(scope('huabei', 'Bob', {}).newestOn).toBe(day('2026-06-20'))
    const old = { ...whole, newestEntryOn: { 'h-bob': day('2026-05-01'), 'o-cat': day('2026-07-04') } }
    expect(scopeOf(old, openBooks(old, old.today), { target: 'huabei', owner: null, projection: null }).newestOn).toBe(
      day('2026-05-01'),
    )
  })
  it('one owner asked for leaves the ledger with theirs alone, of any kind; nobody asked for, with all', () => {
    expect(ids(scope('huabei', 'Ann').ledger.accounts)).toBe('h-ann c-ann c-any')
    expect(ids(scope('huabei', 'Cat').ledger.accounts)).toBe('c-any o-cat')
    expect(scope('huabei').ledger).toBe(whole)
  })
  it('each owner is named once, nobody not at all', () => {
    expect(ownersOf(whole.accounts)).toEqual(['Ann', 'Bob', 'Cat'])
  })
  it('their books and cells, and what is no part of it', () => {
    const huabei = scope('huabei', 'Ann')
    expect(billedIn(huabei).map((book) => book.account.id)).toEqual(['h-ann', 'c-ann', 'c-any'])
    expect([billedIn(scope('borrow')), lendingIn(huabei)]).toEqual([[], []])
    expect(lendingIn(scope('borrow')).map((book) => [book.account.id, book.loans.length])).toEqual([
      ['b-bob', 1],
      ['l-bob', 0],
    ])
    expect([inScope(huabei, 'c-any'), inScope(huabei, 'h-bob')]).toEqual([true, false])
    expect(cellsIn(huabei, 'h-ann').billed.principal).toBe(yuan('30'))
  })
})

describe('the day on which an amount can be zero', () => {
  const paidOn = (days: Readonly<Record<string, string | null>>) => ({
    projection: {
      accounts: Object.entries(days).map(([id, on]) => ({ id, freeOn: on === null ? null : day(on) })),
    } as unknown as Scope['projection'],
  })
  const text = (on: Day | null): string => (on === null ? 'unknown' : dayText(on))
  it.each<[string, Partial<Scope>, string[] | undefined, string]>([
    ['without a plan today: it can be paid', {}, undefined, '2026-07-05'],
    ['the latest of the plan', paidOn({ 'c-any': '2026-09-10', 'c-ann': '2026-08-10' }), undefined, '2026-09-10'],
    ['of those asked for only', paidOn({ 'c-any': '2026-09-10', 'c-ann': '2026-08-10' }), ['c-ann'], '2026-08-10'],
    ['others of the plan do not count', paidOn({ 'c-ann': '2026-08-10', 'h-bob': null }), undefined, '2026-08-10'],
    ['never before today', paidOn({ 'c-ann': '2026-07-01' }), undefined, '2026-07-05'],
    ['unknown, if one is never paid', paidOn({ 'c-ann': null, 'c-any': '2026-09-10' }), undefined, 'unknown'],
    ['unknown, if the last is never paid', paidOn({ 'c-any': '2026-09-10', 'c-ann': null }), undefined, 'unknown'],
    ['of none it is today', paidOn({ 'h-bob': '2026-09-10' }), undefined, '2026-07-05'],
  ])('%s', (_name, more, asked, expected) => {
    expect(text(payableOn(scope('credit-purchase', null, more), asked))).toBe(expected)
  })
  const on = (...days: (string | null)[]) =>
    text(latestOf(days.map((one) => ({ earliestOn: one && day(one) }) as ClosureRequirement)))
  it('of several rules it is the latest, and unknown as soon as one is', () => {
    expect(on()).toBe('unknown')
    expect(on('2026-07-05')).toBe('2026-07-05')
    expect(on('2026-07-05', '2026-08-10', '2026-07-20')).toBe('2026-08-10')
    expect([on(null, '2026-08-10'), on('2026-08-10', null), on('2026-08-10', null, '2026-08-11')]).toEqual([
      ...['unknown', 'unknown', 'unknown'],
    ])
  })
})

describe('a rule that amounts must be zero', () => {
  const action = { code: 'pay-it', earliestOn: day('2026-08-10') }
  const proof = (amount: string | null) => ({ code: 'x', amount: amount === null ? null : yuan(amount) }) as never
  it('without an account nobody knows; without proof of more it is met; else it names the sum, and what to do', () => {
    expect(mustBeZero(scope('borrow', 'Ann'), [proof('1')], action)).toEqual({
      ...{ status: 'unknown', earliestOn: null, action: { code: 'add-the-account', values: {} } },
    })
    expect(mustBeZero(scope('borrow'), [], action)).toEqual({ status: 'met' })
    const lines = [proof('1.50'), proof(null), proof('2')]
    expect(mustBeZero(scope('borrow'), lines, action)).toEqual({
      status: 'unmet',
      amount: yuan('3.50'),
      evidence: lines,
      action: { code: 'pay-it', values: {} },
      earliestOn: day('2026-08-10'),
    })
  })
  it.each(['met', 'confirmed', 'unmet', 'unknown'] as const)(
    'what is %s has its day: today where it is met or confirmed, else none is known',
    (status) => {
      const check = { code: 'billed-zero', kind: 'block', targets: ['huabei'], check: () => ({ status }) } as never
      expect(requirement(check, scope('huabei'))).toEqual({
        ...{ code: 'billed-zero', kind: 'block', status, amount: null, evidence: [], action: null, explain: null },
        earliestOn: status === 'met' || status === 'confirmed' ? whole.today : null,
      })
    },
  )
  it('an amount can be explained, by the name of its rule, its owner and its day', () => {
    const check = { code: 'billed-zero', kind: 'block', targets: ['huabei'] }
    const found = { status: 'unmet', amount: yuan('3'), earliestOn: day('2026-08-10') }
    const asked = requirement({ ...check, check: () => found } as never, scope('huabei', 'Ann'))
    expect([asked.explain, asked.amount, asked.earliestOn]).toEqual([
      ...['closure:huabei:billed-zero/Ann@2026-07-05', yuan('3'), day('2026-08-10')],
    ])
    expect([figureOf(scope('borrow'), ':x'), figureOf(scope('borrow'), '')]).toEqual([
      ...['closure:borrow:x@2026-07-05', 'closure:borrow@2026-07-05'],
    ])
  })
})
