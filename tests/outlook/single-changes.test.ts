import { expect, test } from 'vitest'
import { day, dayText, month } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Sensitivity } from '#shared/outlook/answers.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { account, installments, ledger, yuan } from '../ledger/facts.ts'
import { card, cards, monthly, plan } from './oracle-plans.ts'

/** The single changes of a plan, in the order in which they are advised: an end before none, then days, then money (engine.md 9). */
const changed = (of: Ledger, by: Plan): string[] => project(of, by).sensitivity.map(told)
const told = ({ change, freeOn, days, cost }: Sensitivity): string =>
  [change.code, freeOn === null ? 'never' : dayText(freeOn), days, yuanText(cost)].join(' ')

// 600.00 without interest at 100.00 a month from 10 January on are free on 10 June; with 500.00 more at once on
// 10 January, 151 days before; with 200.00 a month on 10 March, 92 days before.
test('where nothing is saved the days decide', () => {
  expect(changed(cards(card('A', '600', '0%')), monthly('100'))).toEqual([
    'change-once 2026-01-10 151 0.00',
    'change-more-monthly 2026-03-10 92 0.00',
  ])
})

// 1 % a month of 8,000.00 are 80.00: 60.00 never end it, nor do they after 500.00 once (75.00); 160.00 do. A debt that
// never ends is followed for as long as it may grow, so that what leaves it endless can seem to save more.
test('what leaves a plan endless comes after what ends it, whatever it saves', () => {
  const changes = project(cards(card('A', '8000', '12%')), monthly('60')).sensitivity
  expect(changes.map(({ change, freeOn }) => [change.code, freeOn !== null])).toEqual([
    ['change-more-monthly', true],
    ['change-once', false],
  ])
  expect(changes[1]!.cost).toBeLessThan(changes[0]!.cost)
})

// Twelve periods with 6 % in all; settled, the next fee and one more are asked: 10 of 12 twelfths of 6.00 a hundred.
test('of many plans the six with the most fees are tried; one that is settled anyway takes no place', () => {
  const plans = [1, 2, 3, 4, 5, 6, 7].map((n) =>
    installments(`${n}00`, 12, '6%', { id: `plan${n}`, firstBill: month('2026-08') }),
  )
  const settled = (settleEarly: readonly string[]): Plan =>
    plan({ money: { kind: 'monthly', amount: yuan('3000'), payOn: 6 }, settleEarly }, day('2026-07-05'))
  const saved = (...early: readonly string[]): (readonly unknown[])[] =>
    project(ledger('2026-07-05', [account('huabei')], plans), settled(early))
      .sensitivity.filter(({ change }) => change.code === 'change-settle-early')
      .map(({ change, cost }) => [change.values.plan, yuanText(cost)])
  const rest = [
    ['plan6', '-30.00'],
    ['plan5', '-25.00'],
    ['plan4', '-20.00'],
    ['plan3', '-15.00'],
    ['plan2', '-10.00'],
  ]
  expect(saved()).toEqual([['plan7', '-35.00'], ...rest])
  expect(saved('plan7')).toEqual([...rest, ['plan1', '-5.00']])
})
