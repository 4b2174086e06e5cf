import type { Day } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { AlipayColumns } from './alipay-columns.ts'
import type { Funding } from './alipay-funding.ts'
import { type StatusGroup, statusGroup } from './alipay-status.ts'
import { isCreditParty, readWording, type Wording } from './alipay-wording.ts'
import { type CivilTime, readAmount } from './cell-values.ts'
import { isDamagedOrderNo } from './dedupe-key.ts'
import type { RowFlaw } from './row-problem.ts'
import type { SplitRow } from './split-rows.ts'

/** One row of the app export with its cells read, before anyone judges what it is. */
export type AlipayRow = {
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
  readonly funding: Funding
  readonly status: string
  readonly group: StatusGroup
  /** Read only where the row is about credit; a shop may sell goods of any name. */
  readonly wording: Wording | null
  readonly orderNo: string | null
  readonly merchantOrderNo: string | null
  readonly note: string
  /** What a spreadsheet changed in this row. */
  readonly damage: { readonly orderNo: boolean; readonly time: boolean; readonly amount: boolean }
}

/** `不计收支`, `其他` (2021) and an empty cell are all `not-counted`. */
export type Direction = 'spent' | 'received' | 'not-counted'

const UNDAMAGED = { orderNo: false, time: false, amount: false }

export type RowTools = {
  readonly columns: AlipayColumns
  readonly readFunding: (method: string) => Funding
  readonly readTime: (text: string) => Outcome<CivilTime, RowFlaw>
}

/** Cells to a row. Refuses with the first flaw found: fields, damaged characters, time, amount. */
export function readAlipayRow(
  split: SplitRow,
  { columns, readFunding, readTime }: RowTools,
): Outcome<AlipayRow, RowFlaw> {
  const placed = columns.place(split.cells)
  if (!placed.ok) return placed
  if (split.raw.includes('\ufffd')) return refused({ kind: 'unreadable-characters' })
  const cells = placed.value
  const cell = (index: number): string => cells[index]?.trim() ?? ''
  const when = readTime(cell(columns.at.time))
  if (!when.ok) return when
  const money = readAmount(cell(columns.at.amount))
  if (!money.ok) return money
  const [status, category, method] = [cell(columns.at.status), cell(columns.at.category), cell(columns.at.method)]
  const [counterparty, description] = [cell(columns.at.counterparty), cell(columns.at.description)]
  const group = statusGroup(status)
  const orderNo = cell(columns.at.orderNo)
  const damaged = isDamagedOrderNo(orderNo)
  return done({
    line: split.line,
    raw: split.raw,
    on: when.value.on,
    time: when.value.time,
    amount: money.value.amount,
    direction: directionOf(cell(columns.at.direction)),
    category,
    counterparty,
    description,
    method,
    funding: readFunding(method),
    status,
    group,
    wording: isAboutCredit(group, category, counterparty) ? readWording({ description, counterparty }) : null,
    orderNo: orderNo === '' || damaged ? null : orderNo,
    merchantOrderNo: cell(columns.at.merchantOrderNo) || null,
    note: cell(columns.at.note),
    damage:
      damaged || !when.value.original || !money.value.original
        ? { orderNo: damaged, time: !when.value.original, amount: !money.value.original }
        : UNDAMAGED,
  })
}

/** The category alone is not enough: users may change it in the app before they export (formats.md 1.3, tip 5). */
function isAboutCredit(group: StatusGroup, category: string, counterparty: string): boolean {
  if (category === '信用借还') return true
  return group === 'repaid' || group === 'repayment-failed' || group === 'lent' || isCreditParty(counterparty)
}

function directionOf(text: string): Direction {
  if (text === '支出') return 'spent'
  return text === '收入' ? 'received' : 'not-counted'
}
