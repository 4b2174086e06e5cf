import { expect, it } from 'vitest'
import { fill } from '#shared/contract/texts/text.ts'
import { facts, grouped, table, widthOf } from '../../electron/cli/table.ts'

it('counts a Chinese character as two columns', () => {
  expect(['a', '花呗', '￥1', '（）', ''].map(widthOf)).toEqual([1, 4, 3, 4, 0])
})

it('keeps columns in line, amounts to the right', () => {
  const columns = [{ title: '账户' }, { title: 'Total', align: 'right' as const }]
  expect(
    table(columns, [
      ['花呗', '1,200.00'],
      ['js', '5.00'],
    ]),
  ).toBe(['账户     Total', '────  ────────', '花呗  1,200.00', 'js        5.00'].join('\n'))
})

it('groups thousands before the decimals only', () => {
  expect(['0.00', '1200.00', '-1234567.89'].map(grouped)).toEqual(['0.00', '1,200.00', '-1,234,567.89'])
})

it('puts names and values one a line', () => {
  expect(
    facts([
      ['金额', '1.00'],
      ['day', ''],
    ]),
  ).toBe('金额  1.00\nday')
})

it('shows marks that turn text round or steer a terminal, and does not obey them', () => {
  expect(
    table([{ title: 'file' }], [['a\u202evsc.exe']])
      .split('\n')
      .at(-1),
  ).toBe('a\\u202evsc.exe')
  expect(facts([['shop', '\u001b[2Jgone\nnext']])).toBe('shop  \\u001b[2Jgone\\u000anext')
  expect(fill('{file} written', { file: '\u2067x\u202e' })).toBe('\\u2067x\\u202e written')
})
