import type { Day } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { type CivilTime, readAmount } from './cell-values.ts'
import type { Columns } from './columns.ts'
import { isDamagedOrderNo } from './dedupe-key.ts'
import type { RowFlaw } from './row-problem.ts'
import type { SplitRow } from './split-rows.ts'

/** One row of a statement with its cells read, before anyone judges what it is. */
export type RowCells = {
  readonly line: number
  readonly raw: string
  readonly on: Day
  readonly time: string
  readonly amount: Fen
  readonly direction: Direction
  readonly category: string
  readonly counterparty: string
  readonly description: string
  readonly method: string
  readonly status: string
  /** What happened to the money (资金状态): only Alipay's web site says it. */
  readonly fundStatus: string
  readonly orderNo: string | null
  readonly merchantOrderNo: string | null
  readonly note: string
  /** What a spreadsheet changed in this row. */
  readonly damage: { readonly orderNo: boolean; readonly time: boolean; readonly amount: boolean }
}

/** `不计收支`, `其他` (2021), `/` and an empty cell are all `not-counted`. */
export type Direction = 'spent' | 'received' | 'not-counted'

const UNDAMAGED = { orderNo: false, time: false, amount: false }

export type CellTools = {
  readonly columns: Columns
  readonly readTime: (text: string) => Outcome<CivilTime, RowFlaw>
  /** Takes away what a platform writes around an amount. */
  readonly amountText: (text: string) => string
}

/** Refuses with the first flaw found: fields, damaged characters, time, amount. */
export function readCells(split: SplitRow, { columns, readTime, amountText }: CellTools): Outcome<RowCells, RowFlaw> {
  const placed = columns.place(split.cells)
  if (!placed.ok) return placed
  if (split.raw.includes('\ufffd')) return refused({ kind: 'unreadable-characters' })
  const { at } = columns
  const cells = placed.value
  const cell = (index: number): string => cells[index]?.trim() ?? ''
  const when = readTime(cell(at.time))
  if (!when.ok) return when
  const money = readAmount(amountText(cell(at.amount)))
  if (!money.ok) return money
  const orderNo = bareNumber(cell(at.orderNo))
  const damaged = isDamagedOrderNo(orderNo)
  return done({
    line: split.line,
    raw: split.raw,
    on: when.value.on,
    time: when.value.time,
    amount: money.value.amount,
    direction: directionOf(cell(at.direction)),
    category: cell(at.category),
    counterparty: plainText(cell(at.counterparty)),
    description: plainText(cell(at.description)),
    method: cell(at.method),
    status: cell(at.status),
    fundStatus: cell(at.fundStatus),
    orderNo: orderNo === '' || damaged ? null : orderNo,
    merchantOrderNo: numberOrNull(bareNumber(cell(at.merchantOrderNo))),
    note: plainText(cell(at.note)),
    damage:
      damaged || !when.value.original || !money.value.original
        ? { orderNo: damaged, time: !when.value.original, amount: !money.value.original }
        : UNDAMAGED,
  })
}

/** Signs that no eye sees but that turn the reading direction, or that a terminal obeys; the line itself is kept whole. */
const UNSEEN = /[\p{Cc}\p{Bidi_Control}]+/gu

const plainText = (text: string): string => text.replace(UNSEEN, ' ')

/** What people put before a number so that a spreadsheet leaves it alone: an apostrophe, a backtick, `="…"`. */
function bareNumber(text: string): string {
  if (!MARKED.test(text)) return text
  // Not by `+$`: that begins anew at each sign of a run that ends elsewhere, which a million of them make an hour.
  let end = text.length
  while (end > 0 && QUOTES.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end).replace(/^[='"`’]+/, '')
}
const QUOTES = `"'\`’`
const MARKED = /^[='"`’]/

const numberOrNull = (text: string): string | null => (text === '' || text === '/' ? null : text)

function directionOf(text: string): Direction {
  if (text === '支出') return 'spent'
  return text === '收入' ? 'received' : 'not-counted'
}
