import { ALIPAY_APP, ALIPAY_WEB } from './alipay-layouts.ts'
import { type Columns, columnsOf } from './columns.ts'
import { JD } from './jd.ts'
import type { Layout } from './layout.ts'
import { MEITUAN } from './meituan.ts'
import { WECHAT } from './wechat.ts'

/** Every kind of statement that is read; a file is of the first whose columns its header line names. */
const LAYOUTS: readonly Layout[] = [ALIPAY_APP, ALIPAY_WEB, WECHAT, JD, MEITUAN]

export type FoundLayout = { readonly layout: Layout; readonly columns: Columns }

/** What a header line says the file is; null for a line that is no header. */
export function findLayout(cells: readonly string[]): FoundLayout | null {
  for (const layout of LAYOUTS) {
    const columns = columnsOf(cells, layout.columns)
    if (columns) return { layout, columns }
  }
  return null
}
