import type { AlipayColumns } from './alipay-columns.ts'
import { decide } from './alipay-decisions.ts'
import { type Funding, readFunding } from './alipay-funding.ts'
import { type AlipayRow, readAlipayRow } from './alipay-row.ts'
import { refundParent } from './alipay-verdicts.ts'
import { createTimeReader } from './cell-values.ts'
import { createFallbackKeys, primaryKey } from './dedupe-key.ts'
import type { RowProblem } from './row-problem.ts'
import type { SplitRow } from './split-rows.ts'
import type { StatementDraft } from './statement-row.ts'

/** Rows of one file to drafts. Keeps what spans rows: known methods, counts, and the places of identical rows. */
export type DraftMaker = {
  /** Appends the row to the drafts, or to the problems. */
  readonly take: (row: SplitRow, drafts: StatementDraft[], problems: RowProblem[]) => void
  readonly counts: () => {
    readonly fileRows: number
    /** Rows in which a spreadsheet changed the order number, the time, the amount. */
    readonly damage: { readonly orderNo: number; readonly time: number; readonly amount: number }
  }
}

const PLATFORM = 'alipay'
/** A file names a few dozen methods; a broken one must not fill the memory. */
const METHODS_KEPT = 5000

export function createAlipayDrafts(columns: AlipayColumns, owner: string): DraftMaker {
  const parts = { platform: PLATFORM, owner }
  const fallbackKey = createFallbackKeys(parts)
  const tools = { columns, readFunding: rememberedFunding(), readTime: createTimeReader() }
  const damage = { orderNo: 0, time: 0, amount: 0 }
  let fileRows = 0

  const take: DraftMaker['take'] = (split, drafts, problems) => {
    fileRows += 1
    const outcome = readAlipayRow(split, tools)
    if (!outcome.ok) {
      problems.push({ ...outcome.refusal, line: split.line, text: split.raw })
      return
    }
    const row = outcome.value
    if (row.damage.orderNo) damage.orderNo += 1
    if (row.damage.time) damage.time += 1
    if (row.damage.amount) damage.amount += 1
    drafts.push(draftOf(row, row.orderNo === null ? fallbackKey(row) : primaryKey(parts, row.orderNo)))
  }

  return { take, counts: () => ({ fileRows, damage }) }
}

function draftOf(row: AlipayRow, key: string): StatementDraft {
  const { why, verdict } = decide(row)
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
    refundOf: row.group === 'refunded' ? refundParent(row.orderNo) : null,
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

function rememberedFunding(): (method: string) => Funding {
  const known = new Map<string, Funding>()
  return (method) => {
    const before = known.get(method)
    if (before) return before
    const funding = readFunding(method)
    if (known.size < METHODS_KEPT) known.set(method, funding)
    return funding
  }
}
