import { expect, it } from 'vitest'
import { addMonths, day, dayText, month } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { isBilled, isLending } from '#shared/ledger/account.ts'
import { addCells, columnTotal, emptyCells, grid, ROWS, rowTotal, totalOf, weakest } from '#shared/ledger/cells.ts'
import { billTerms, cycleOfMonth } from '#shared/ledger/cycle.ts'
import { emptyLedger } from '#shared/ledger/ledger.ts'
import { type DatedTerms, isTermKnown, NO_TERMS, termsOn } from '#shared/ledger/terms.ts'

/** Terms that changed: which hold on a day, which for a bill, and whether anyone said so. */

const dated: readonly DatedTerms[] = [
  { from: day('2026-06-15'), source: 'user', set: { dueDay: 20 } },
  { from: day('2026-03-10'), source: 'import', set: { statementDay: 5, dueDay: 15 } },
  { from: day('2026-01-01'), source: 'default', set: { graceDays: 3 } },
]

it('on a day: what was said up to it, in the order of its days; before the first, the first', () => {
  const on = (text: string): string => {
    const { statementDay, dueDay, graceDays } = termsOn(dated, day(text))
    return `${statementDay} ${dueDay} ${graceDays}`
  }
  expect(['2025-12-31', '2026-03-09', '2026-03-10', '2026-06-14', '2026-06-15'].map(on)).toEqual([
    '1 10 3',
    '1 10 3',
    '5 15 3',
    '5 15 3',
    '5 20 3',
  ])
  expect(termsOn([dated[0]!], day('2020-01-01')).dueDay).toBe(20)
})

it('a statement day that is said alone moves the due day with it, as far as Alipay offers the pair', () => {
  const due = (...sets: DatedTerms['set'][]): string => {
    const said = sets.map((set, index): DatedTerms => ({ from: day(`2026-0${index + 1}-05`), source: 'user', set }))
    const { issuedOn, dueOn } = cycleOfMonth(said, month('2026-07'))
    return `${dayText(issuedOn)} ${dayText(dueOn)}`
  }
  expect(due({ statementDay: 15 })).toBe('2026-07-15 2026-07-25')
  expect(due({ statementDay: 5 }, { statementDay: 1 })).toBe('2026-07-01 2026-07-10')
  expect(due({ statementDay: 1, dueDay: 9 }, { statementDay: 10 })).toBe('2026-07-10 2026-07-20')
  expect(due({ statementDay: 15, dueDay: 20 }, { graceDays: 1 })).toBe('2026-07-15 2026-07-20')
  expect(due({ statementDay: 20 })).toBe('2026-07-20 2026-08-10')
  expect(
    termsOn([{ from: day('2026-01-05'), source: 'user', set: { statementDay: 15 } }], day('2026-02-01')).dueDay,
  ).toBe(25)
})

it('for a bill: what was said before its month', () => {
  const due = (of: string): string =>
    `${billTerms(dated, month(of)).statementDay} ${billTerms(dated, month(of)).dueDay}`
  expect(['2025-06', '2026-03', '2026-04', '2026-06', '2026-07'].map(due)).toEqual([
    '1 10',
    '1 10',
    '5 15',
    '5 15',
    '5 20',
  ])
  expect(billTerms([dated[1]!], addMonths(month('2026-01'), -24)).dueDay).toBe(15)
})

it('a due day that is the statement day is that same day; a smaller one is in the next month', () => {
  const due = (dueDay: number): string =>
    dayText(
      cycleOfMonth([{ from: day('2026-01-01'), source: 'user', set: { statementDay: 10, dueDay } }], month('2026-07'))
        .dueOn,
    )
  expect([due(9), due(10), due(11)]).toEqual(['2026-08-09', '2026-07-10', '2026-07-11'])
})

it('a term is known when a person or a file said it', () => {
  expect(isTermKnown(dated, 'dueDay')).toBe(true)
  expect(isTermKnown(dated, 'statementDay')).toBe(true)
  expect(isTermKnown(dated, 'graceDays')).toBe(false)
  expect(isTermKnown(dated, 'minRatio')).toBe(false)
  expect(isTermKnown(NO_TERMS, 'dueDay')).toBe(false)
})

it('kinds: billed month by month, lent in parts, or neither', () => {
  const kinds = ['huabei', 'credit-purchase', 'borrow', 'credit-loan', 'other'] as const
  expect(kinds.map((kind) => isBilled({ kind }))).toEqual([true, true, false, false, false])
  expect(kinds.map((kind) => isLending({ kind }))).toEqual([false, false, true, true, false])
})

it('the sixteen cells sum by row, by column and in all', () => {
  const columns = { principal: 1, interest: 2, fee: 3, penalty: 4 }
  const cells = grid((row, column) => fen(10 ** ROWS.indexOf(row) * columns[column]))
  expect(ROWS.map((row) => rowTotal(cells, row))).toEqual([10, 100, 1000, 10_000])
  expect([columnTotal(cells, 'principal'), columnTotal(cells, 'fee'), totalOf(cells)]).toEqual([1111, 3333, 11_110])
  expect(addCells(cells, cells)).toEqual(grid((row, column) => fen(2 * cells[row][column])))
  expect(addCells(cells, emptyCells())).toEqual(cells)
})

it('a sum is as certain as the weakest of its parts', () => {
  const all = ['shown', 'derived', 'assumed'] as const
  expect(all.map((a) => all.map((b) => weakest(a, b)))).toEqual([
    ['shown', 'derived', 'assumed'],
    ['derived', 'derived', 'assumed'],
    ['assumed', 'assumed', 'assumed'],
  ])
})

it('an empty ledger is empty', () => {
  const { today, ...lists } = emptyLedger(day('2026-07-05'))
  expect(dayText(today)).toBe('2026-07-05')
  expect(Object.values(lists).filter((value) => Array.isArray(value) && value.length > 0)).toEqual([])
})
