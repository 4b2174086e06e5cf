import { readFileSync } from 'node:fs'
import { dayText, monthText } from '#shared/kernel/day.ts'
import { accountRefText } from '#shared/statement-files/account-ref.ts'
import type { StatementDraft } from '#shared/statement-files/statement-row.ts'

/** A row as the `.expected.json` beside a fixture states it. */
type ExpectedRow = {
  line: number
  kind: string
  account: string | null
  amount_fen: number
  date: string
  time: string
  order_no: string
  refund_of?: string | null
  bill_month?: string
  review?: boolean
  instalments?: number
  candidate_refund_of?: string
}

export const fixtureBytes = (name: string): Uint8Array => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))

export const fixtureText = (name: string): string =>
  new TextDecoder('gb18030', { fatal: true }).decode(fixtureBytes(name))

type ExpectedFile = {
  readonly format: string
  readonly row_count: number
  readonly kinds: Readonly<Record<string, number>>
  readonly rows: readonly ExpectedRow[]
}

export const expectedFile = (name: string): ExpectedFile =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}.expected.json`, import.meta.url), 'utf8')) as ExpectedFile

/** The expected rows in the words of the product. A combined repayment asks the user, flagged there or not. */
export function expectedRows(name: string) {
  return expectedFile(name).rows.map((row) => ({
    line: row.line,
    kind: row.kind.replace('instalment', 'installment'),
    account: row.account?.replace('credit_purchase', 'credit-purchase').replace('jiebei', 'borrow') ?? null,
    amount: row.amount_fen,
    on: row.date,
    time: row.time,
    orderNo: row.order_no,
    refundOf: row.refund_of ?? null,
    billMonth: row.bill_month ?? null,
    review: row.review === true || (row.kind === 'repayment' && row.account === null && row.bill_month !== undefined),
    installments: row.instalments ?? null,
  }))
}

export const candidatesExpected = (name: string): string[] =>
  expectedFile(name).rows.flatMap((row) => row.candidate_refund_of ?? [])

/** A draft in the same form. */
export const asExpected = (draft: StatementDraft): ReturnType<typeof expectedRows>[number] => ({
  line: draft.line,
  kind: draft.kind,
  account: draft.account ? accountRefText(draft.account) : null,
  amount: draft.amount,
  on: dayText(draft.on),
  time: draft.time,
  orderNo: draft.orderNo ?? '',
  refundOf: draft.refundOf,
  billMonth: draft.billMonth === null ? null : monthText(draft.billMonth),
  review: draft.review !== null,
  installments: draft.installments,
})
