import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day, month, monthText } from '#shared/kernel/day.ts'
import { fen, yuanText } from '#shared/kernel/money.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { COLUMNS, ROWS } from '#shared/ledger/cells.ts'
import type { Entry, Purchase } from '#shared/ledger/entry.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { account, combined, installments, ledger, purchase, refund, repay, yuan } from './facts.ts'

/** Four months of a real kind of statement, from the rows that a perfect reader makes of it to the bills that Alipay would show. */

type ExpectedRow = {
  readonly kind: string
  readonly account: string | null
  readonly amount_fen: number
  readonly date: string
  readonly order_no: string
  readonly refund_of: string | null
  readonly bill_month?: string
  readonly instalments?: number
  readonly suggested_allocation?: Record<string, number>
  readonly note: string
}

const read = (name: string): ExpectedRow[] =>
  (
    JSON.parse(readFileSync(new URL(`../fixtures/${name}.expected.json`, import.meta.url), 'utf8')) as {
      rows: ExpectedRow[]
    }
  ).rows
const rows = read('alipay-app-2026-gb18030.csv')
const newer = read('alipay-app-2026-overlap-gb18030.csv').filter(
  (row) => !rows.some((known) => known.order_no === row.order_no),
)
const LENDERS = ['江苏银行', '平安银行', '招联消金']
const idOf = (text: string): string => text.replace('credit_purchase:', '')

function entriesOf(all: readonly ExpectedRow[]): Entry[] {
  const purchases = new Map<string, Purchase>()
  const entries: Entry[] = []
  for (const row of [...all].sort((a, b) => a.date.localeCompare(b.date) || (a.kind === 'purchase' ? -1 : 1))) {
    if (row.account === 'jiebei') continue
    const amount = fen(row.amount_fen)
    if (row.kind === 'purchase') entries.push(...buy(row, purchases))
    if (row.kind === 'refund' && row.account) {
      const of = row.refund_of === null ? undefined : purchases.get(row.refund_of)
      entries.push({ ...refund(row.date, '1', of ?? null), account: idOf(row.account), amount })
    }
    if (row.kind === 'repayment' && row.account)
      entries.push(
        repay(row.date, yuanText(amount), { account: 'huabei', ...(row.bill_month ? { month: row.bill_month } : {}) }),
      )
    if (row.kind === 'repayment' && row.suggested_allocation)
      entries.push(combined(row.date, yuanText(amount), ['huabei', ...LENDERS], row.bill_month ?? null))
  }
  return entries
}

function buy(row: ExpectedRow, purchases: Map<string, Purchase>): Entry[] {
  const waits = row.note.startsWith('paid, goods not confirmed')
  // The two funding legs of line 49: the user says that 900.00 of it went to Huabei.
  const amount = row.amount_fen === 120_000 ? yuan('900') : fen(row.amount_fen)
  const made = purchase(row.date, '1', { account: idOf(row.account!), amount, postedOn: waits ? null : day(row.date) })
  purchases.set(row.order_no, made)
  if (!row.instalments) return [made]
  const first = month(row.date.startsWith('2026-06') ? '2026-07' : '2026-09')
  return [made, installments(yuanText(amount), row.instalments, '0%', { of: made.id, firstBill: first })]
}

const accounts = [account('huabei'), ...LENDERS.map((lender) => account('credit-purchase', { id: lender, lender }))]

describe('the statement of May to August 2026', () => {
  const facts = ledger('2026-09-01', accounts, entriesOf(rows))
  const totals = billsOf(facts)
    .filter((bill) => bill.status !== 'upcoming')
    .map((bill) => `${monthText(bill.month)} ${bill.account} ${yuanText(bill.total)}`)
    .sort()

  it('makes the bills that were repaid', () => {
    expect(totals).toEqual([
      '2026-06 huabei 479.19',
      '2026-07 huabei 477.82',
      '2026-07 江苏银行 204.00',
      '2026-08 huabei 402.65',
      '2026-08 平安银行 249.30',
      '2026-08 江苏银行 43.90',
      '2026-09 huabei 770.41',
      '2026-09 招联消金 25.40',
      '2026-09 江苏银行 66.60',
    ])
  })
  it('places each combined repayment on the bills that it matches', () => {
    const open = owedOn(facts, day('2026-08-31')).accounts.filter(
      (owed) => owed.cells.billed.principal + owed.cells.overdue.principal > 0,
    )
    expect(open).toEqual([])
  })
  it('with the newer statement, September is paid to the fen and two refunds come back', () => {
    const later = ledger('2026-09-16', accounts, entriesOf([...rows, ...newer]))
    const owed = owedOn(later)
    const cells = owed.accounts.flatMap((one) =>
      ROWS.flatMap((row) =>
        COLUMNS.flatMap((column) =>
          one.cells[row][column] === 0 ? [] : [`${one.id} ${row}.${column} ${yuanText(one.cells[row][column])}`],
        ),
      ),
    )
    // 41.00 bought on 2 September less the refund of 79.90; 128.00 still awaits receipt; one of three installments of 900.00 is billed.
    expect(cells).toEqual(['huabei next.principal 300.00', 'huabei future.principal 300.00'])
    expect(yuanText(owed.accounts[0]!.awaitingReceipt)).toBe('128.00')
  })
})
