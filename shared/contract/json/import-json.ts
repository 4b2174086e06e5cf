import type { ImportProblem, ImportRow, ImportSummary } from '../views.ts'
import { date, dateOrNull, monthOrNull, yuan } from './leaves.ts'
import { warningJson } from './quote-json.ts'

/** `huaqing/import@1` (cli.md). `message` of a problem is its sentence, made by the caller. */
export type ImportAnswer = {
  readonly summary: ImportSummary
  readonly rows: readonly ImportRow[]
  readonly problems: readonly ImportProblem[]
  /** null with --dry-run: nothing was written. */
  readonly batch: string | null
  readonly backup: string | null
}

export const importJson = (answer: ImportAnswer, message: (problem: ImportProblem) => string) => ({
  schema: 'huaqing/import@1',
  format: answer.summary.format,
  encoding: answer.summary.encoding,
  fileName: answer.summary.fileName,
  owner: answer.summary.owner,
  fileRows: answer.summary.fileRows,
  announcedRows: answer.summary.announcedRows,
  from: dateOrNull(answer.summary.from),
  to: dateOrNull(answer.summary.to),
  exportedOn: dateOrNull(answer.summary.exportedOn),
  counts: countsJson(answer.summary.counts),
  newAccounts: answer.summary.newAccounts.map(({ id }) => id),
  warnings: answer.summary.warnings.map(warningJson),
  rows: answer.rows.map(importRowJson),
  problems: answer.problems.map((problem) => ({ ...problem, message: message(problem) })),
  batch: answer.batch,
  backup: answer.backup,
  balances: answer.batch === null ? 'unchanged' : 'changed',
})

const countsJson = (counts: ImportSummary['counts']) => ({
  purchase: counts.purchase,
  refund: counts.refund,
  repayment: counts.repayment,
  'repayment-failed': counts['repayment-failed'],
  disbursement: counts.disbursement,
  'installment-fee': counts['installment-fee'],
  interest: counts.interest,
  closed: counts.closed,
  unrelated: counts.unrelated,
  kept: counts.kept,
  added: counts.added,
  review: counts.review,
  duplicate: counts.duplicate,
  updated: counts.updated,
  rejected: counts.rejected,
})

const importRowJson = (row: ImportRow) => ({
  line: row.line,
  kind: row.kind,
  account: row.account,
  amount: yuan(row.amount),
  on: date(row.on),
  time: row.time,
  orderNo: row.orderNo,
  refundOf: row.refundOf,
  billMonth: monthOrNull(row.billMonth),
  label: row.label,
  fate: row.fate,
  recorded: row.recorded,
  review: row.review,
  reviewReason: row.reviewReason,
  why: row.why,
})
