import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { fen, sumFen, yuanText, ZERO } from '#shared/kernel/money.ts'
import { booksOn } from '#shared/ledger/book/books-on.ts'
import { rowTotal } from '#shared/ledger/cells.ts'
import { cellsOfAccount, owedOn } from '#shared/ledger/owed-on.ts'
import type { Closure } from '#shared/outlook/answers.ts'
import { closureOf } from '#shared/outlook/closure/closure-of.ts'
import { planInFull } from '#shared/outlook/plan.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { account, bill, ledger, loan, purchase } from '../ledger/facts.ts'
import { anyLedger } from '../ledger/generate.ts'
import { runs } from '../runs.ts'
import { TARGETS } from './closing-stories.ts'
import { stepsTold } from './closing-told.ts'

/** What is overdue or due today stands before all other steps to closing: every day that it waits costs. */

const URGENT = ['step-pay-overdue', 'step-pay-due-today']
const told = (closure: Closure): string[] => stepsTold(closure).map((step) => step.replace(/ from-.*/, ''))

// Due on 10 July, 1,000.00: three days overdue at 0.50 a day; 600.00 are bought since and are in no bill.
const overdue = ledger(
  '2026-07-13',
  [account('huabei'), account('credit-purchase')],
  [bill('2026-07', '1000'), purchase('2026-07-05', '600'), bill('2026-07', '80', { account: 'credit-purchase' })],
)

test('what is overdue comes before the records are brought up to date; the rest of the account after it', () => {
  const steps = told(closureOf(overdue, 'huabei'))
  expect(steps.slice(0, 3)).toEqual([
    '1 2026-07-13 step-pay-overdue account=huabei amount=1001.50',
    '2 2026-07-13 step-pay-overdue account=credit-purchase amount=80.12',
    '3 2026-07-13 update-records',
  ])
  // Nothing else of Credit Purchase is owed: it has no second payment.
  expect(steps.filter((step) => step.includes('step-pay ')).map((step) => step.replace(/^\d+ /, ''))).toEqual([
    '2026-07-13 step-pay account=huabei amount=600.00 low=600.00 high=600.00',
  ])
})

test('what is due today comes before it as well; tomorrow it would be overdue', () => {
  const [first] = told(closureOf({ ...overdue, today: day('2026-07-10') }, 'huabei'))
  expect(first).toBe('1 2026-07-10 step-pay-due-today account=huabei amount=1000.00')
  const before = told(closureOf({ ...overdue, today: day('2026-07-09') }, 'huabei'))
  expect(before[0]).toBe('1 2026-07-09 update-records')
})

test('a plan pays the rest later, what is overdue is paid today all the same', () => {
  const today = day('2026-07-13')
  const steps = told(closureOf(overdue, 'huabei', { projection: project(overdue, planInFull(today)) }))
  expect(steps[0]).toBe('1 2026-07-13 step-pay-overdue account=huabei amount=1001.50')
  expect(steps).toEqual(expect.arrayContaining([expect.stringMatching(/step-pay-by-plan account=huabei$/)]))
})

test('Huabei from before its upgrade is settled in one payment: overdue, it comes first in one piece', () => {
  const accounts = [account('huabei', { upgradedOn: day('2026-07-05') }), account('credit-purchase')]
  const [first] = told(closureOf({ ...overdue, accounts }, 'credit-purchase'))
  expect(first).toBe('1 2026-07-13 step-pay-overdue account=credit-purchase amount=80.12')
  const second = told(closureOf({ ...overdue, accounts }, 'credit-purchase'))[1]
  expect(second).toMatch(/^2 2026-07-13 settle-pre-upgrade/)
})

test('an overdue part of a loan with its charge comes first; what is to come is paid with the rest', () => {
  const lent = ledger('2026-07-25', [account('borrow')], [loan('6000', '2026-01-10', { paidParts: 5 })])
  const closure = closureOf(lent, 'borrow')
  const due = owedOn(lent).nextDue[0]!
  expect(due.overdue).toBe(true)
  expect(closure.steps[0]).toMatchObject({ do: { code: 'step-pay-overdue' }, amount: due.amount })
})

test('law: nothing stands before what is urgent, it is all that is overdue, and the payments are what is to pay now', () => {
  fc.assert(
    fc.property(anyLedger, fc.constantFrom(...TARGETS), (facts, target) => {
      const { steps, payNow } = closureOf(facts, target)
      const codes = steps.map((step) => step.do.code).filter((code) => code !== 'add-the-account')
      const urgent = codes.filter((code) => URGENT.includes(code)).length
      expect(codes.slice(0, urgent).every((code) => URGENT.includes(code))).toBe(true)
      const paid = steps.filter((step) => step.do.code.startsWith('step-pay')).map(({ amount }) => amount ?? ZERO)
      expect(yuanText(sumFen(paid))).toBe(yuanText(payNow.total))
      const books = booksOn(facts, facts.today)
      const late = payNow.accounts.map(({ id }) => rowTotal(cellsOfAccount(books, id).cells, 'overdue'))
      const first = steps.filter((step) => step.do.code === 'step-pay-overdue').map(({ amount }) => amount ?? ZERO)
      expect(sumFen(first)).toBe(sumFen(late.map(fen)))
    }),
    runs(200),
  )
})
