import type { ColumnSpec } from './columns.ts'
import { createDrafts } from './drafts.ts'
import type { Layout } from './layout.ts'
import type { RowCells } from './row-cells.ts'
import { shopDecisions } from './shop-decisions.ts'

/** JD's statement (formats.md 4.2); its credit line is 白条. A refund carries the number of its purchase. */
const COLUMNS: ColumnSpec = {
  names: {
    time: ['交易时间'],
    category: ['交易分类'],
    counterparty: ['商户名称'],
    description: ['交易说明'],
    direction: ['收/支'],
    amount: ['金额', '金额(元)', '金额（元）'],
    method: ['收/付款方式', '支付方式'],
    status: ['交易状态'],
    orderNo: ['交易订单号'],
    merchantOrderNo: ['商家订单号'],
    note: ['备注'],
  },
  required: ['time', 'counterparty', 'description', 'direction', 'amount', 'method', 'status', 'orderNo'],
  freeTexts: ['description', 'counterparty', 'note'],
  forms: {
    time: /^\d/,
    amount: /^-?[¥￥]?\d[\d,]*(\.\d+)?([(（].*[)）])?$/,
    direction: /^(支出|收入|不计收支)?$/,
    orderNo: /^[0-9A-Za-z]*$/,
  },
}

const PLATFORM = 'jd'
const REFUNDED = '退款成功'

export const JD_DECISIONS = shopDecisions({
  name: '京东白条',
  isRepayment: ({ category, description }) =>
    /^白条.*还款/.test(description) || (category === '白条' && /还款/.test(description)),
  isRefund: ({ status }) => status === REFUNDED,
  isOnCredit: ({ method }) => /^(京东)?白条/.test(method),
  isFailed: ({ status }) => /失败|关闭|取消|等待付款|待付款/.test(status),
  isKnownStatus: ({ status }) => status === '交易成功' || status === REFUNDED || status === '还款成功',
})

/** `131.77(已退款89.84)`, `-468.32(已全额退款)`: what was paid first; the refund has a row of its own. */
const amountText = (text: string): string =>
  text.replace(/[(（](?:已全额退款|已退款[\d.,]*)[)）]$/, '').replace(/^-/, '')

export const JD: Layout = {
  platform: PLATFORM,
  columns: COLUMNS,
  startsRecord: /^\s*"?\d{4}[-/]\d{1,2}[-/]\d{1,2}\s/,
  isOriginalForm: true,
  isNamedAfterRows: () => false,
  drafts: (file) =>
    createDrafts<RowCells>(
      {
        platform: PLATFORM,
        understand: (cells) => cells,
        table: JD_DECISIONS,
        refundOf: ({ status, orderNo }) => (status === REFUNDED ? orderNo : null),
        keyEnd: ({ status }) => (status === REFUNDED ? ':refund' : ''),
        amountText,
      },
      file,
    ),
  format: () => 'jd',
  warnings: () => [],
}
