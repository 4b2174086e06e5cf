import { type ReadStatement, readStatement } from '#shared/statement-files/read-statement.ts'
import type { StatementDraft } from '#shared/statement-files/statement-row.ts'
import { fixtureText } from './fixture-rows.ts'

/** The 24 lines before the first row of a real layout; their literals live in the fixture file alone. */
export const PREAMBLE: readonly string[] = fixtureText('alipay-app-2026-gb18030.csv').split('\r\n').slice(0, 24)

export type Cells = Partial<
  Record<
    | 'time'
    | 'category'
    | 'counterparty'
    | 'description'
    | 'direction'
    | 'amount'
    | 'method'
    | 'status'
    | 'orderNo'
    | 'merchantOrderNo',
    string
  >
>

/** One row in the layout of the fixture: a Huabei purchase of 10.00, but for what is given. */
export function row(cells: Cells = {}): string {
  const c = {
    time: '2026-08-01 12:00:00',
    category: '日用百货',
    counterparty: '某店',
    description: '商品',
    direction: '支出',
    amount: '10.00',
    method: '花呗',
    status: '交易成功',
    orderNo: '2026080122001474514000000001',
    merchantOrderNo: '',
    ...cells,
  }
  return `${c.time},${c.category},${c.counterparty},/,${c.description},${c.direction},${c.amount},${c.method},${c.status},${c.orderNo}\t,${c.merchantOrderNo}\t,,`
}

/** A row of the category 信用借还, as repayments are. */
export const creditRow = (cells: Cells): string =>
  row({
    category: '信用借还',
    counterparty: '花呗',
    direction: '不计收支',
    method: '余额宝',
    status: '还款成功',
    ...cells,
  })

/** A whole file with the given rows and a true row count. */
export const file = (rows: readonly string[], eol = '\n'): string =>
  [...PREAMBLE.map((line) => line.replace(/^共\d+笔记录/, `共${rows.length}笔记录`)), ...rows, ''].join(eol)

export function read(text: string): ReadStatement {
  const outcome = readStatement(text)
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.kind}`)
  return outcome.value
}

/** The only draft of a file with one row. */
export function only(line: string): StatementDraft {
  const { drafts, problems } = read(file([line]))
  if (drafts.length !== 1) throw new Error(`not one draft: ${JSON.stringify(problems)}`)
  return drafts[0]!
}

export const kinds = (text: string): string[] => read(text).drafts.map((draft) => draft.kind)
