import { expect, test } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { yuan } from '../ledger/facts.ts'
import oracles from '../oracles/payoff.json' with { type: 'json' }
import { balancesAfter, card, cards, clearedIn, monthly, rowsOf } from './oracle-plans.ts'

type Row = readonly (string | number | readonly string[])[]
const money = (text: unknown): string => {
  const [whole, decimals = ''] = String(text).split('.')
  return `${whole}.${decimals.padEnd(2, '0')}`
}
const expected = (rows: readonly Row[]) =>
  rows.map(([n, interest, paid, after]) => [n, money(interest), money(paid), money(after)])

const two = () => cards(card('A', '1000', '24%', '25'), card('B', '500', '12%', '25'))

test.each([
  ['O1', cards(card('A', '1000', '12%')), monthly('100'), oracles.one_1000_12_100],
  ['O2 avalanche', two(), monthly('200'), oracles.two_avalanche],
  ['O2 snowball', two(), monthly('200', 'snowball'), oracles.two_snowball],
  ['O5', cards(card('A', '10000', '20%')), monthly('500'), oracles.fire_10000_20_500],
  ['O16 a', cards(card('A', '2345.67', '18.99%')), monthly('75'), oracles.single_m2a],
  ['O16 b', cards(card('A', '500', '0.06%')), monthly('50'), oracles.single_m2b],
  ['O16 c', cards(card('A', '8000', '29.9%')), monthly('260.50'), oracles.single_m2c],
  ['O2 minimums rolled over', two(), monthly('50'), oracles.two_minonly],
  [
    'O2 with a lump in March',
    two(),
    monthly('200', 'avalanche', { lumps: [{ on: day('2026-03-10'), amount: yuan('200') }] }),
    oracles.two_avalanche_lump200_m3,
  ],
])('%s row by row, debt by debt', (_name, ledger, plan, oracle) => {
  const projection = project(ledger, plan)
  expect(rowsOf(projection)).toEqual(expected(oracle.rows))
  expect(balancesAfter(projection)).toEqual(oracle.rows.map((row) => (row.at(-1) as string[]).map(money)))
  expect(projection.accounts.map(({ id }) => clearedIn(projection, id))).toEqual(oracle.payoffMonth)
  expect(projection.months).toBe(oracle.months)
  expect(yuanText(projection.interest)).toBe(money(oracle.interest))
  expect(yuanText(projection.totalPaid)).toBe(money(oracle.paid))
})
