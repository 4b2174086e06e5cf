import { ALIPAY_APP, ALIPAY_WEB } from './alipay-layouts.ts'
import { type Columns, columnsOf } from './columns.ts'
import { JD } from './jd.ts'
import type { Layout } from './layout.ts'
import { MEITUAN } from './meituan.ts'
import { SEPARATORS, type Separator, splitCells } from './split-cells.ts'
import { WECHAT } from './wechat.ts'

/** Every kind of statement that is read; a file is of the first whose columns its header line names. */
const LAYOUTS: readonly Layout[] = [ALIPAY_APP, ALIPAY_WEB, WECHAT, JD, MEITUAN]

export type FoundLayout = { readonly layout: Layout; readonly columns: Columns; readonly separator: Separator }

/** What a header line says the file is, and what stands between its cells; null for a line that is no header. */
export function findLayout(line: string): FoundLayout | null {
  // No header has a text that long, and a line of a damaged file may be of any length.
  if (line.length > LONGEST_HEADER) return null
  for (const separator of SEPARATORS) {
    const found = line.includes(separator) ? layoutOf(splitCells(line, 0, separator).cells, separator) : null
    if (found) return found
  }
  return null
}

/** Seventeen names at most, and what empty columns a spreadsheet adds. */
const LONGEST_HEADER = 2000

function layoutOf(cells: readonly string[], separator: Separator): FoundLayout | null {
  for (const layout of LAYOUTS) {
    const columns = columnsOf(cells, layout.columns)
    if (columns) return { layout, columns, separator }
  }
  return null
}
