import type { ImportProblem, ImportRow, ImportSummary } from '../views.ts'
import { date, dateOrNull, monthOrNull, yuan } from './leaves.ts'
import { warningJson } from './quote-json.ts'

/** `huaqing/import@1` (cli.md), without its rows. `message` of a problem is its sentence, made by the caller. */
export type ImportAnswer = {
  readonly summary: ImportSummary
  readonly problems: readonly ImportProblem[]
  /** null with --dry-run: nothing was written. */
  readonly batch: string | null
  readonly backup: string | null
}

/** The document in pieces: a file of a million rows has one of hundreds of megabytes. */
export async function* importJsonPieces(
  answer: ImportAnswer,
  rows: AsyncIterable<string>,
  message: (problem: ImportProblem) => string,
): AsyncGenerator<string> {
  yield `${JSON.stringify(headJson(answer)).slice(0, -1)},"rows":[`
  yield* rows
  yield `],${JSON.stringify(tailJson(answer, message)).slice(1)}`
}

const headJson = ({ summary }: ImportAnswer) => ({
  schema: 'huaqing/import@1',
  format: summary.format,
  encoding: summary.encoding,
  fileName: summary.fileName,
  owner: summary.owner,
  fileRows: summary.fileRows,
  announcedRows: summary.announcedRows,
  from: dateOrNull(summary.from),
  to: dateOrNull(summary.to),
  exportedOn: dateOrNull(summary.exportedOn),
  counts: countsJson(summary.counts),
  newAccounts: summary.newAccounts.map(({ id }) => id),
  claims: summary.claims.map(({ id }) => id),
  warnings: summary.warnings.map(warningJson),
})

const tailJson = ({ problems, batch, backup }: ImportAnswer, message: (problem: ImportProblem) => string) => ({
  problems: problems.map((problem) => ({ ...problem, message: message(problem) })),
  batch,
  backup,
  balances: batch === null ? 'unchanged' : 'changed',
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

export const importRowJson = (row: ImportRow) => ({
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
