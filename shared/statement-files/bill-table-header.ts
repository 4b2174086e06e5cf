/** The header of a pasted table of bills: what each column holds, by the words that people and exports use for it. */

export type BillColumn = 'month' | 'account' | 'total' | 'minimum' | 'paid' | 'paidOn' | 'state' | 'other'

/**
 * Asked in this order: `最低还款金额` is a minimum before it is an amount. `还款日` is Alipay's word for the due day: the day
 * on which somebody paid is only what says so.
 */
const COLUMNS: readonly (readonly [BillColumn, RegExp])[] = [
  [
    'paidOn',
    /实际还款[日时]|哪天还|[何几]时还|已还日|还清日|还款时间|(?:paid|pay) ?(?:on|date|day)|(?:date|day) ?(?:it was )?paid/i,
  ],
  ['other', /剩余|还剩|remaining|未还|unpaid|日期|还款日|出账日|due|date|备注|note/i],
  ['minimum', /最低|min/i],
  ['state', /状态|state|status/i],
  ['paid', /已还|已付|paid/i],
  ['month', /月|month|period/i],
  ['account', /账户|账号|产品|类型|account|product/i],
  ['total', /总|合计|金额|应还|账单|total|amount|bill|shown/i],
]

const columnOf = (cell: string): BillColumn => COLUMNS.find(([, words]) => words.test(cell))?.[0] ?? 'other'

/** Null where the line is no header: it has figures, or names neither a month nor an amount. */
export function headerOf(cells: readonly string[]): readonly BillColumn[] | null {
  if (cells.length < 2 || /\d/.test(cells.join(''))) return null
  const columns = cells.map(columnOf)
  return columns.includes('month') && columns.includes('total') ? columns : null
}

/** A row under a header, with each figure named by its column, so that rows with and without a header are read alike. */
export function labeled(header: readonly BillColumn[], cells: readonly string[]): string {
  return cells
    .map((cell, index) => {
      const column = header[index] ?? 'other'
      if (cell === '' || column === 'other' || column === 'paidOn') return ''
      if (column === 'minimum') return `最低 ${cell}`
      if (column === 'paid') return /\d/.test(cell) ? `已还 ${cell}` : paidWord(cell)
      return column === 'state' && /^(已还款?|paid)$/i.test(cell) ? '还清' : cell
    })
    .join('  ')
}

/** What stands in the column of the day of payment; null without one, or where it is empty. */
export const paidOnCell = (header: readonly BillColumn[], cells: readonly string[]): string | null =>
  cells[header.indexOf('paidOn')] || null

/** `是`, `yes`, `√` under `已还` mean all of it; `否`, `no` nothing. */
const paidWord = (cell: string): string => (/^(是|yes|y|√|✓|true)$/i.test(cell) ? '还清' : '未还')
