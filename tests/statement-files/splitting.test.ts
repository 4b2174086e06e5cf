import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStatement } from '#shared/statement-files/read-statement.ts'
import { splitCells } from '#shared/statement-files/split-cells.ts'
import { createRowSplitter, type SplitRow } from '#shared/statement-files/split-rows.ts'
import { createStatementReader } from '#shared/statement-files/text-reader.ts'
import { runs } from '../runs.ts'
import { fixtureText } from './fixture-rows.ts'
import { creditRow, file, row } from './statement-text.ts'

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
const needsQuotes = (cell: string): boolean => /[",\r\n]/.test(cell)

function splitAll(text: string, cuts: readonly number[] = []): { line: number; cells: readonly string[] }[] {
  const splitter = createRowSplitter({ maxLines: Number.MAX_SAFE_INTEGER })
  const points = [0, ...[...cuts].map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length]
  const rows: { line: number; cells: readonly string[] }[] = []
  const take = ({ line, cells }: SplitRow) => void rows.push({ line, cells })
  points.slice(1).forEach((end, index) => {
    splitter.push(text.slice(points[index], end), take)
  })
  splitter.finish(take)
  return rows
}

/** Cells made of what makes trouble. */
const cell = fc.string({ unit: fc.constantFrom('a', '1', '花', '😀', ' ', ',', '"', '\t', '\n', '\r\n', '-') })
const table = fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 2, maxLength: 6 }), { maxLength: 8 })
const eol = fc.constantFrom('\n', '\r\n')

describe('splitting', () => {
  it('gives back any cells, quoted where they must be or where somebody liked to', () => {
    fc.assert(
      fc.property(table, eol, fc.array(fc.nat()), (rows, end, cuts) => {
        const text = rows
          .map(
            (cells) =>
              cells.map(([value, always]) => (always || needsQuotes(value) ? quoted(value) : value)).join(',') + end,
          )
          .join('')
        expect(splitAll(text, cuts).map(({ cells }) => cells)).toEqual(
          rows.map((cells) => cells.map(([value]) => value)),
        )
      }),
      runs(100),
    )
  })

  it('loses no line of any text, wherever it is cut', () => {
    fc.assert(
      fc.property(cell, fc.array(fc.nat()), (text, cuts) => {
        expect(splitAll(text, cuts)).toEqual(splitAll(text))
      }),
      runs(100),
    )
  })

  it('counts lines as an editor does', () => {
    const text = 'a,b\r\n\r\n"c\nd",e\nf,g'
    expect(splitAll(text)).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: [''] },
      { line: 3, cells: ['c\nd', 'e'] },
      { line: 5, cells: ['f', 'g'] },
    ])
  })

  it('takes an unclosed quote as text after so many lines, and every line once', () => {
    const splitter = createRowSplitter({ maxLines: 3 })
    const rows: unknown[] = []
    const take = ({ line, cells }: SplitRow) => void rows.push([line, cells])
    splitter.push('a,"b\nc,d\ne,f\ng,h\ni,j\n', take)
    splitter.finish(take)
    expect(rows).toEqual([
      [1, ['a', '"b']],
      [2, ['c', 'd']],
      [3, ['e', 'f']],
      [4, ['g', 'h']],
      [5, ['i', 'j']],
    ])
  })

  it('keeps quotes that quote nothing, and allows a tab behind those that do', () => {
    expect(splitCells('打开拼多多，点击底部"多多视频",1').cells).toEqual(['打开拼多多，点击底部"多多视频"', '1'])
    expect(splitCells('"3985734"\t,"/"\t,x').cells).toEqual(['3985734', '/', 'x'])
    expect(splitCells('"a"b,"c",d', 3).cells).toEqual(['"a"b', 'c', 'd'])
    expect(splitCells('"a"b,c",d', 2).cells).toEqual(['a"b,c', 'd'])
  })
})

describe('reading piece by piece', () => {
  const whole = fixtureText('alipay-app-2026-gb18030.csv')
  const direct = (text: string) => {
    const reader = createStatementReader()
    const rows = reader.push(text)
    return { drafts: [...rows.drafts], problems: [...rows.problems], end: reader.finish() }
  }

  it('gives the same drafts wherever the text is cut', () => {
    const expected = direct(whole)
    expect(expected.drafts).toHaveLength(79)
    fc.assert(
      fc.property(fc.array(fc.nat({ max: whole.length }), { maxLength: 30 }), (cuts) => {
        const reader = createStatementReader()
        const points = [0, ...cuts.sort((a, b) => a - b), whole.length]
        const rows = points.slice(1).map((end, index) => reader.push(whole.slice(points[index], end)))
        const end = reader.finish()
        expect([...rows, end.rows].flatMap(({ drafts }) => drafts)).toEqual(expected.drafts)
        expect(end.outcome).toEqual(expected.end.outcome)
      }),
      runs(30),
    )
  })

  it('gives the same drafts one character at a time, and without a line end at the end', () => {
    const reader = createStatementReader()
    const drafts = [...whole.trimEnd()].flatMap((character) => reader.push(character).drafts)
    expect([...drafts, ...reader.finish().rows.drafts]).toEqual(direct(whole).drafts)
  })

  it('reads CRLF, LF and any mix alike', () => {
    const lines = file([
      row({ orderNo: 'A1' }),
      creditRow({ description: '花呗主动还款', orderNo: 'A2' }),
      row({ orderNo: 'A3' }),
    ]).split('\n')
    const expected = direct(lines.join('\n')).drafts
    fc.assert(
      fc.property(fc.array(eol, { minLength: lines.length, maxLength: lines.length }), (ends) => {
        expect(direct(lines.map((line, index) => line + ends[index]).join('')).drafts).toEqual(expected)
      }),
      runs(100),
    )
  })

  it('brings out every row once, whatever stands in some of them', () => {
    const good = row({ orderNo: 'GOOD1' })
    const noise = fc
      .string({
        unit: fc.constantFrom('花', '1', ',', '.', '-', ' ', '\t', '"', '支出', '2026-08-01 12:00:00'),
        minLength: 1,
      })
      .filter((line) => line.replace(/[\s,"]/g, '') !== '' && !/^"?-{20}/.test(line))
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 5 }), fc.array(noise, { maxLength: 5 }), (before, after) => {
        const outcome = readStatement(file([...before, good, ...after]))
        if (!outcome.ok) throw new Error(outcome.refusal.kind)
        const { drafts, problems, fileRows } = outcome.value
        expect(drafts.some((draft) => draft.orderNo === 'GOOD1')).toBe(true)
        expect(drafts.length + problems.length).toBe(fileRows)
        const spoken = [...drafts.map((draft) => draft.raw), ...problems.map((problem) => problem.text)]
          .join('\n')
          .split('\n')
        expect(spoken.sort()).toEqual([...before, good, ...after].sort())
      }),
      runs(100),
    )
  })
})
