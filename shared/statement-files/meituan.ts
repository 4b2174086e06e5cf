import type { ColumnSpec } from './columns.ts'
import { createDrafts } from './drafts.ts'
import type { Layout } from './layout.ts'
import type { RowCells } from './row-cells.ts'
import { shopDecisions } from './shop-decisions.ts'

/**
 * Meituan's statement (formats.md 4.3); its credit line is 美团月付. What was really paid counts (实付金额), and a
 * repayment is marked as spending.
 */
const COLUMNS: ColumnSpec = {
  names: {
    time: ['交易创建时间'],
    category: ['交易类型'],
    description: ['订单标题'],
    direction: ['收/支'],
    amount: ['实付金额'],
    method: ['支付方式'],
    orderNo: ['交易单号'],
    merchantOrderNo: ['商家单号'],
    note: ['备注'],
  },
  required: ['time', 'category', 'description', 'direction', 'amount', 'method', 'orderNo'],
  freeTexts: ['description', 'note'],
  forms: {
    time: /^\d/,
    category: /^(支付|退款|还款|\D*)$/,
    amount: /^[¥￥]?\d[\d,]*(\.\d+)?$/,
    direction: /^(支出|收入|不计收支|\/)?$/,
    orderNo: /^[0-9A-Za-z_]*$/,
  },
}

const PLATFORM = 'meituan'

export const MEITUAN_DECISIONS = shopDecisions({
  name: '美团月付',
  isRepayment: ({ category, description }) => category === '还款' && description.includes('美团月付'),
  isRefund: ({ category }) => category === '退款',
  isOnCredit: ({ method }) => /^美团月付/.test(method),
  isFailed: () => false,
  // The file has no status: what is in it has happened.
  isKnownStatus: () => true,
})

export const MEITUAN: Layout = {
  platform: PLATFORM,
  columns: COLUMNS,
  startsRecord: /^\s*"?\d{4}[-/]\d{1,2}[-/]\d{1,2}\s/,
  isOriginalForm: true,
  isNamedAfterRows: () => false,
  drafts: (file) =>
    createDrafts<RowCells>(
      {
        platform: PLATFORM,
        understand: (cells) => ({ ...cells, counterparty: cells.description }),
        table: MEITUAN_DECISIONS,
        refundOf: () => null,
        amountText: (text) => text.replace(/^[¥￥]/, ''),
      },
      file,
    ),
  format: () => 'meituan',
  warnings: () => [],
}
