import { APP_COLUMNS } from './alipay-columns.ts'
import type { FileRefusal } from './file-refusal.ts'
import { SEPARATORS, splitCells } from './split-cells.ts'

/**
 * Files that are no Alipay app export, by the names in their header or their first lines (formats.md 1.1, 1.4, 1.6, 4).
 * `lines` are those that were read in search of a header.
 */
export function recognizeForeign(lines: readonly string[]): FileRefusal {
  for (const { refusal, marks } of FOREIGN) {
    if (lines.some((line) => marks.every((mark) => line.includes(mark)))) return refusal
  }
  const columns = lines.map(missingColumns).find((missing) => missing !== null)
  if (columns !== undefined && columns !== null) return { kind: 'columns-missing', columns: columns.join(', ') }
  const firstLine = lines.find((line) => line.trim() !== '')
  if (firstLine === undefined) return { kind: 'file-empty' }
  return { kind: 'statement-not-recognized', firstLine: firstLine.trim().slice(0, 80) }
}

const LONGEST_HEADER = 2000

/** A header of which someone deleted columns names most of them still. */
function missingColumns(line: string): readonly string[] | null {
  if (line.length > LONGEST_HEADER) return null
  const names = new Set(SEPARATORS.flatMap((one) => splitCells(line, 0, one).cells.map((cell) => cell.trim())))
  const required = APP_COLUMNS.required.map((column) => APP_COLUMNS.names[column] ?? [])
  const missing = required.filter((known) => !known.some((name) => names.has(name)))
  return missing.length * 2 < required.length ? missing.map(([name = '']) => name) : null
}

type Foreign = { readonly refusal: FileRefusal; readonly marks: readonly string[] }

const FOREIGN: readonly Foreign[] = [
  { refusal: { kind: 'huaqing-csv' }, marks: ['huaqing-ledger'] },
  { refusal: { kind: 'wechat-statement' }, marks: ['微信支付账单'] },
  { refusal: { kind: 'wechat-statement' }, marks: ['交易时间', '交易类型', '当前状态', '交易单号'] },
  { refusal: { kind: 'meituan-statement' }, marks: ['美团交易账单明细'] },
  { refusal: { kind: 'meituan-statement' }, marks: ['交易创建时间', '订单标题', '实付金额'] },
  { refusal: { kind: 'jd-statement' }, marks: ['京东账号名'] },
  { refusal: { kind: 'jd-statement' }, marks: ['交易时间', '商户名称', '交易说明'] },
  { refusal: { kind: 'alipay-cash-book' }, marks: ['记录时间', '收支类型', '金额'] },
  { refusal: { kind: 'alipay-cash-book' }, marks: ['本记账单内容'] },
  { refusal: { kind: 'alipay-merchant-bill' }, marks: ['账务流水号', '收入金额', '支出金额'] },
  { refusal: { kind: 'alipay-merchant-bill' }, marks: ['支付宝账务明细查询'] },
  { refusal: { kind: 'pdf-document' }, marks: ['%PDF-'] },
]
