import { createTimeReader } from './cell-values.ts'
import type { Columns } from './columns.ts'
import { type Decided, type Decision, firstFit } from './decision.ts'
import { createFallbackKeys, primaryKey } from './dedupe-key.ts'
import type { Rule } from './reasons.ts'
import { type RowCells, readCells } from './row-cells.ts'
import type { RowFlaw, RowProblem } from './row-problem.ts'
import type { SplitRow } from './split-rows.ts'
import type { StatementDraft } from './statement-row.ts'

/** Rows of one file to drafts. Keeps what spans rows: counts, and the places of identical rows. */
export type DraftMaker = {
  /** Appends the row to the drafts, or to the problems. */
  readonly take: (row: SplitRow, drafts: StatementDraft[], problems: RowProblem[]) => void
  /** Appends what waited for later rows. */
  readonly finish: (drafts: StatementDraft[]) => void
  readonly counts: () => DraftCounts
}

export type DraftCounts = {
  readonly fileRows: number
  /** Rows in which a spreadsheet changed the order number, the time, the amount. */
  readonly damage: { readonly orderNo: number; readonly time: number; readonly amount: number }
  /** How many rows each rule fitted. */
  readonly fitted: ReadonlyMap<Rule, number>
  /** The rules that unreadable rows broke. */
  readonly flaws: ReadonlySet<RowFlaw['kind']>
}

/** How the rows of one platform are read and judged. */
export type RowJudge<Row extends RowCells> = {
  readonly platform: string
  readonly understand: (cells: RowCells) => Row
  readonly table: readonly Decision<Row>[]
  /** The order number of the purchase that a refund belongs to, where the row itself says it. */
  readonly refundOf: (row: Row) => string | null
  /** What the order number needs beside it to be the row's own. */
  readonly keyEnd?: (row: Row) => string
  readonly amountText?: (text: string) => string
}

const asWritten = (text: string): string => text

export type DraftFile = { readonly columns: Columns; readonly owner: string }

export function createDrafts<Row extends RowCells>(judge: RowJudge<Row>, { columns, owner }: DraftFile): DraftMaker {
  const parts = { platform: judge.platform, owner }
  const fallbackKeys = createFallbackKeys(parts)
  const tools = { columns, readTime: createTimeReader(), amountText: judge.amountText ?? asWritten }
  const damage = { orderNo: 0, time: 0, amount: 0 }
  const fitted = new Map<Rule, number>()
  const flaws = new Set<RowFlaw['kind']>()
  let fileRows = 0

  const keyOf = (row: Row): string =>
    row.orderNo === null ? fallbackKeys.ofRow(row) : primaryKey(parts, row.orderNo + (judge.keyEnd?.(row) ?? ''))

  return {
    take: (split, drafts, problems) => {
      fileRows += 1
      const cells = readCells(split, tools)
      if (!cells.ok) {
        flaws.add(cells.refusal.kind)
        problems.push({ ...cells.refusal, line: split.line, text: split.raw, key: fallbackKeys.ofText(split.raw) })
        return
      }
      if (cells.value.damage.orderNo) damage.orderNo += 1
      if (cells.value.damage.time) damage.time += 1
      if (cells.value.damage.amount) damage.amount += 1
      const row = judge.understand(cells.value)
      const decided = firstFit(judge.table, row)
      fitted.set(decided.why, (fitted.get(decided.why) ?? 0) + 1)
      drafts.push(draftOf(row, { decided, refundOf: judge.refundOf(row), key: keyOf(row) }))
    },
    finish: () => undefined,
    counts: () => ({ fileRows, damage, fitted, flaws }),
  }
}

type Found = { readonly decided: Decided; readonly refundOf: string | null; readonly key: string }

function draftOf(row: RowCells, { decided: { why, verdict }, refundOf, key }: Found): StatementDraft {
  return {
    line: row.line,
    kind: verdict.kind,
    account: verdict.account,
    billMonth: verdict.billMonth,
    awaitingReceipt: verdict.awaitingReceipt,
    refundExpected: verdict.refundExpected,
    installments: verdict.installments,
    combined: verdict.combined,
    outside: verdict.outside,
    review: verdict.review,
    why,
    amount: row.amount,
    on: row.on,
    time: row.time,
    orderNo: row.orderNo,
    refundOf,
    counterparty: row.counterparty,
    description: row.description,
    method: row.method,
    status: row.status,
    category: row.category,
    merchantOrderNo: row.merchantOrderNo,
    note: row.note,
    raw: row.raw,
    key,
  }
}
