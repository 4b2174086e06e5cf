import { expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import type { ComparedFigures } from '#shared/ledger/case/case-fact.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { compareShown } from '#shared/outlook/case/compare.ts'
import { account, ledger, purchase, refund, yuan } from '../ledger/facts.ts'
import { quotaCopy } from './closing-stories.ts'

/** On 10 July: the bill of July holds June, what was posted from 1 July on is unbilled. */
const coat = purchase('2026-06-12', '300', { id: 'coat' })
const lunch = purchase('2026-06-20', '45', { id: 'lunch' })
const book = purchase('2026-07-03', '80', { id: 'book' })
const ticket = purchase('2026-07-09', '20', { id: 'ticket' })
const back = refund('2026-07-10', '15', book, { id: 'back' })
const waiting = purchase('2026-07-08', '60', { id: 'waiting', postedOn: null })
const facts = [coat, lunch, book, ticket, back, waiting]

const NONE: ComparedFigures = { billed: null, unbilled: null, installments: null, usedQuota: null }
function differences(shown: Partial<Record<keyof ComparedFigures, string>>, entries: Entry[] = facts): string[] {
  // Before the due day, so that what is billed bears nothing.
  const of = ledger('2026-07-10', [account('huabei'), account('credit-purchase', { id: 'js' })], entries)
  const copied = Object.fromEntries(Object.entries(shown).map(([figure, amount]) => [figure, yuan(amount)]))
  const { differences: found } = compareShown(of, owedOn(of).accounts[0]!, { ...NONE, ...copied })
  return found.map(({ figure, difference, rows }) => {
    const sign = difference < 0 ? '-' : '+'
    const sets = rows.map(({ take, entries: ids }) => `${take} ${ids.join('+')}`)
    return `${figure} ${sign}${yuanText(Math.abs(difference) as never)}: ${sets.join(' | ')}`
  })
}

it('what agrees, and what was not copied, is no difference', () => {
  expect(differences({ billed: '345', unbilled: '85', installments: '0', usedQuota: '490' })).toEqual([])
  expect(differences({})).toEqual([])
})

it('too little billed: a row that Alipay has not, or has elsewhere', () => {
  expect(differences({ billed: '300' })).toEqual(['billed -45.00: out lunch'])
  expect(differences({ billed: '0' })).toEqual(['billed -345.00: out coat+lunch'])
})

it('too much billed: a row from the other side of the statement', () => {
  expect(differences({ billed: '425' })).toEqual(['billed +80.00: in book'])
  expect(differences({ billed: '365' })).toEqual(['billed +20.00: in ticket'])
})

it('unbilled rows are those posted since the last statement; what waits for its receipt may be among them', () => {
  expect(differences({ unbilled: '65' })).toEqual(['unbilled -20.00: out ticket'])
  expect(differences({ unbilled: '100' })).toEqual(['unbilled +15.00: out back'])
  expect(differences({ unbilled: '145' })).toEqual(['unbilled +60.00: in waiting'])
})

it('a row on the one side of the statement is no row too many on the other, nor one too few on its own', () => {
  // The lunch of 45.00 is billed: taken out of what is unbilled it explains nothing. The book of 80.00 is there already.
  expect(differences({ unbilled: '40' })).toEqual(['unbilled -45.00: '])
  expect(differences({ unbilled: '165' })).toEqual(['unbilled +80.00: '])
})

it('a quota that was copied is no row', () => {
  expect(differences({ unbilled: '65' }, [...facts, quotaCopy('huabei', '20', day('2026-07-09'))])).toEqual([
    'unbilled -20.00: out ticket',
  ])
})

it('the used quota holds every row, so that only rows too many explain it', () => {
  expect(differences({ usedQuota: '430' })[0]).toBe('usedQuota -60.00: out waiting')
  expect(differences({ usedQuota: '491' })).toEqual(['usedQuota +1.00: '])
})

it('rows of another account, and rows of more than two months ago, explain nothing', () => {
  const foreign = purchase('2026-07-05', '33', { account: 'js', id: 'foreign' })
  const old = purchase('2026-05-05', '33', { id: 'old' })
  expect(differences({ unbilled: '118' }, [...facts, foreign, refund('2026-07-06', '0.01', foreign)])).toEqual([
    'unbilled +33.00: ',
  ])
  const found = differences({ unbilled: '118' }, [...facts, old])
  expect(found.some((one) => one.includes('old'))).toBe(false)
})

it.each<[string, string, Entry]>([
  ['a purchase of another account, billed', '118', purchase('2026-06-20', '33', { account: 'js', id: 'row' })],
  ['a refund of another account', '118', refund('2026-07-06', '33', null, { account: 'js', id: 'row' })],
  ['a purchase of 63 days ago', '118', purchase('2026-05-08', '33', { id: 'row' })],
  ['a refund of 63 days ago', '52', refund('2026-05-08', '33', null, { id: 'row' })],
])('%s, is no row to move', (_name, unbilled, row) => {
  expect(differences({ unbilled }, [...facts, row]).join()).not.toContain('row')
})

it.each<[string, string, Entry]>([
  ['a purchase', '118', purchase('2026-05-09', '33', { id: 'row' })],
  ['a refund', '52', refund('2026-05-09', '33', null, { id: 'row' })],
])('%s of 62 days ago still is', (_name, unbilled, row) => {
  expect(differences({ unbilled }, [...facts, row]).join()).toContain('in row')
})

it('before the first statement everything posted is unbilled', () => {
  const first = purchase('2026-07-03', '80', { id: 'first' })
  const of = ledger('2026-07-10', [account('huabei')], [first])
  expect(compareShown(of, owedOn(of).accounts[0]!, { ...NONE, unbilled: yuan('0') }).differences[0]?.rows).toEqual([
    { take: 'out', entries: ['first'] },
  ])
})

it('the statement day itself is unbilled; without any statement everything posted is', () => {
  const first = purchase('2026-07-01', '33', { id: 'first' })
  expect(differences({ unbilled: '85' }, [...facts, first])).toEqual(['unbilled -33.00: out first'])
  expect(differences({ billed: '300' }, [...facts, first])).toEqual(['billed -45.00: out lunch'])
  expect(differences({ unbilled: '0' }, [first, waiting])).toEqual(['unbilled -33.00: out first'])
})
