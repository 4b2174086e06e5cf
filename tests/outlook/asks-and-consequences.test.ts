import { describe, expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import type { Account } from '#shared/ledger/account.ts'
import type { Entry, Review } from '#shared/ledger/entry.ts'
import type { ClosureTarget } from '#shared/ledger/ledger.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { reliefOf } from '#shared/outlook/case/relief.ts'
import { closureOf } from '#shared/outlook/closure/closure-of.ts'
import { consequencesOf } from '#shared/outlook/closure/consequences.ts'
import { planInFull } from '#shared/outlook/plan.ts'
import { account, ledger, loan, purchase, yuan } from '../ledger/facts.ts'

/** What is said beside the figures: by code, each with its sentence in both languages elsewhere. */

describe('what a lender may be asked for when the money does not suffice', () => {
  const asks = (today: string, accounts: Account[], entries: Entry[], income = 100): string[] => {
    const of = ledger(today, accounts, entries)
    const money = {
      kind: 'income' as const,
      income: [{ day: 8, amount: fen(income) }],
      expenses: fen(0),
      cushion: fen(0),
    }
    return reliefOf(of, owedOn(of), { ...planInFull(of.today), money }).asks.map(({ code }) => code)
  }
  const js = account('credit-purchase', { id: 'js' })
  it('of bills: to defer and to pay in installments; of a credit purchase: its named lender', () => {
    expect(asks('2026-07-05', [account('huabei')], [purchase('2026-06-05', '1000')])).toEqual([
      'ask-deferral',
      'ask-bill-installments',
      'ask-longer-schedule',
      'ask-in-writing',
    ])
    expect(asks('2026-07-05', [account('huabei'), js], [purchase('2026-06-05', '1000', { account: 'js' })])).toEqual([
      'ask-deferral',
      'ask-bill-installments',
      'ask-named-lender',
      'ask-longer-schedule',
      'ask-in-writing',
    ])
  })
  it('of what is overdue: to waive its charges, even where another bill is not', () => {
    const both = [purchase('2026-05-05', '1000'), purchase('2026-06-05', '500')]
    expect(asks('2026-07-05', [account('huabei')], both)[0]).toBe('ask-waive-penalty')
  })
  it('of a loan: a longer schedule, in writing', () => {
    expect(asks('2026-07-05', [account('borrow'), account('huabei')], [loan('6000', '2026-06-10')])).toEqual([
      'ask-longer-schedule',
      'ask-in-writing',
    ])
  })
  it('nothing where it suffices', () => {
    expect(asks('2026-07-05', [account('huabei')], [purchase('2026-06-05', '1000')], 1_000_000)).toEqual([])
  })
})

it('what closing means, target by target', () => {
  const codes = (['credit-purchase', 'huabei', 'borrow', 'huabei-alone'] as const).map((target) =>
    consequencesOf(target).map(({ code }) => code),
  )
  expect(codes).toEqual([
    [
      'consequence-only-huabei-stays',
      'consequence-quota-does-not-return',
      'consequence-reopening-not-possible',
      'consequence-credit-report-stays',
      'consequence-bills-disappear',
    ],
    [
      'consequence-reopening-not-assured',
      'consequence-quota-does-not-return',
      'consequence-credit-report-stays',
      'consequence-bills-disappear',
      'consequence-cannot-keep-credit-purchase',
    ],
    [
      'consequence-reopening-not-assured',
      'consequence-rate-may-differ',
      'consequence-credit-report-stays',
      'consequence-takes-three-days',
      'consequence-unused-costs-nothing',
    ],
    ['consequence-reopening-not-assured', 'consequence-credit-report-stays', 'consequence-bills-disappear'],
  ])
})

describe('a requirement', () => {
  const of = ledger('2026-07-05', [account('huabei')], [purchase('2026-06-05', '1000')])
  const asked = () => closureOf({ ...of, recordsCurrentOn: day('2026-07-05') }, 'huabei')
  it('explains its amount, and nothing where it has none', () => {
    const { requirements } = asked()
    const explained = requirements.filter(({ amount }) => amount !== null)
    expect(explained.map(({ code }) => code)).toEqual(['billed-zero'])
    for (const { code, explain } of explained) expect(explain).toBe(`closure:huabei:${code}@2026-07-05`)
    for (const { amount, explain } of requirements) expect(explain === null).toBe(amount === null)
  })
  it('that is a block and unmet blocks; with everything paid, what is unanswered asks to be confirmed', () => {
    expect(asked().verdict).toBe('blocked')
    const paid = ledger('2026-07-05', [account('huabei', { upgradedOn: day('2025-01-01') })], [])
    expect(closureOf({ ...paid, recordsCurrentOn: day('2026-07-05') }, 'huabei').verdict).toBe('confirm')
  })
})

it('a row that waits for an answer keeps open what it may concern, and one that names nothing keeps all of it', () => {
  const review = (accounts: readonly string[]): Review => ({
    ...{ kind: 'review', id: 'r', label: '', orderNo: null, note: '', accounts, reason: 'unclear' },
    ...{ amount: yuan('1'), on: day('2026-07-01') },
  })
  const answered = (accounts: readonly string[], target: ClosureTarget) =>
    closureOf(
      ledger('2026-07-05', [account('huabei'), account('borrow')], [review(accounts)]),
      target,
    ).requirements.find(({ code }) => code === 'reviews-answered')?.status
  expect([answered(['borrow'], 'huabei'), answered(['borrow'], 'borrow')]).toEqual(['met', 'unmet'])
  expect([answered(['borrow', 'huabei'], 'huabei'), answered([], 'huabei'), answered([], 'borrow')]).toEqual([
    ...['unmet', 'unmet', 'unmet'],
  ])
})

it('records are current for three days, the third included', () => {
  const status = (on: string) =>
    closureOf(
      { ...ledger('2026-07-15', [account('huabei')], []), recordsCurrentOn: day(on) },
      'huabei',
    ).requirements.find(({ code }) => code === 'records-current')?.status
  expect([status('2026-07-15'), status('2026-07-12'), status('2026-07-11')]).toEqual(['met', 'met', 'unmet'])
})
