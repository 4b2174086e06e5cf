import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { RowFlaw } from './row-problem.ts'

/**
 * Where each cell stands, found by the names in the header line and never by position or by the line's number
 * (formats.md 5.1, 1–3; 1.3 "Other column orders").
 */
const NAMES = {
  time: ['交易时间'],
  category: ['交易分类'],
  counterparty: ['交易对方'],
  description: ['商品说明', '商品名称'],
  direction: ['收/支'],
  amount: ['金额', '金额(元)', '金额（元）'],
  method: ['收/付款方式', '付款方式', '资金渠道'],
  status: ['交易状态'],
  orderNo: ['交易订单号', '支付宝交易号', '交易号'],
  merchantOrderNo: ['商家订单号', '商户订单号'],
  note: ['备注'],
} as const

export type ColumnName = keyof typeof NAMES

const REQUIRED: readonly ColumnName[] = [
  'time',
  'counterparty',
  'description',
  'direction',
  'amount',
  'method',
  'status',
  'orderNo',
]
const FREE_TEXTS: readonly ColumnName[] = ['description', 'note', 'counterparty', 'method']

export type AlipayColumns = {
  /** Index of each column; −1 for an optional one that the file lacks. */
  readonly at: Readonly<Record<ColumnName, number>>
  /** Number of named columns; rows have one more, empty field after a trailing comma. */
  readonly count: number
  /** Puts the cells of a row under the header's columns, joining texts that held commas; refuses what cannot fit. */
  readonly place: (cells: readonly string[]) => Outcome<readonly string[], RowFlaw>
}

/** The columns that a line names, or null when it is not the header of an app export. */
export function alipayColumns(cells: readonly string[]): AlipayColumns | null {
  const names = cells.map((cell) => cell.trim())
  const at = Object.fromEntries(
    Object.entries(NAMES).map(([column, known]) => [
      column,
      names.findIndex((name) => (known as readonly string[]).includes(name)),
    ]),
  ) as Record<ColumnName, number>
  if (REQUIRED.some((column) => at[column] < 0)) return null
  const count = names.findLastIndex((name) => name !== '') + 1
  return { at, count, place: (row) => (row.length === names.length ? done(row) : place(row, at, count)) }
}

function place(
  cells: readonly string[],
  at: Readonly<Record<ColumnName, number>>,
  count: number,
): Outcome<readonly string[], RowFlaw> {
  if (cells.length === count) return done(cells)
  if (cells.length < count) return refused({ kind: 'too-few-fields', fields: cells.length, expected: count })
  if (cells.slice(count).every((cell) => cell.trim() === '') && fits(cells, at)) return done(cells)
  for (const extra of [cells.length - count - 1, cells.length - count]) {
    for (const column of FREE_TEXTS) {
      const joined = extra > 0 && at[column] >= 0 ? joinAt(cells, at[column], extra) : null
      if (joined && fits(joined, at)) return done(joined)
    }
  }
  if (cells.length === count + 1) return done(cells)
  return refused({ kind: 'too-many-fields', fields: cells.length, expected: count })
}

const joinAt = (cells: readonly string[], index: number, extra: number): readonly string[] => [
  ...cells.slice(0, index),
  cells.slice(index, index + extra + 1).join(','),
  ...cells.slice(index + extra + 1),
]

/** The cells whose form is known stand where they should. */
function fits(cells: readonly string[], at: Readonly<Record<ColumnName, number>>): boolean {
  const cell = (column: ColumnName): string => cells[at[column]]?.trim() ?? ''
  return (
    /^\d/.test(cell('time')) &&
    /^[¥￥]?\d[\d,，]*(\.\d+)?$/.test(cell('amount')) &&
    /^(支出|收入|不计收支|其他|\/)?$/.test(cell('direction')) &&
    /^([0-9A-Za-z][^,\s]*)?$/.test(cell('orderNo')) &&
    !/^\d/.test(cell('status'))
  )
}
