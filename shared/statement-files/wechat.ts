import type { ColumnSpec } from './columns.ts'
import { createDrafts } from './drafts.ts'
import type { Layout } from './layout.ts'
import type { RowCells } from './row-cells.ts'
import { shopDecisions } from './shop-decisions.ts'
import { linkWechatRefunds } from './wechat-refunds.ts'

/**
 * WeChat Pay's statement (formats.md 4.1), as CSV until 2025 and as a workbook since. Its credit line is 分付; no real
 * row of a purchase on it has been seen, so the method is taken by its name, alone or with what is added to it.
 */
const COLUMNS: ColumnSpec = {
  names: {
    time: ['交易时间'],
    category: ['交易类型'],
    counterparty: ['交易对方'],
    description: ['商品', '商品名称'],
    direction: ['收/支'],
    amount: ['金额(元)', '金额（元）', '金额'],
    method: ['支付方式'],
    status: ['当前状态'],
    orderNo: ['交易单号'],
    merchantOrderNo: ['商户单号'],
    note: ['备注'],
  },
  required: ['time', 'category', 'counterparty', 'direction', 'amount', 'method', 'status', 'orderNo'],
  freeTexts: ['description', 'counterparty', 'note'],
  forms: {
    time: /^\d/,
    amount: /^[¥￥]?\d[\d,]*(\.\d+)?$/,
    direction: /^(支出|收入|\/|其他)?$/,
    orderNo: /^(\/|[0-9A-Za-z]*)$/,
  },
}

const PLATFORM = 'wechat'
const CREDIT_LINE = '分付'

const FAILED = /失败|已关闭|已取消|未支付|待支付/
const KNOWN_STATUS =
  /^(支付成功|已转账|对方已收钱|朋友已收钱|已存入零钱|已收钱|已到账|已全额退款|已退款.*|对方已退还|提现已到账|充值完成|充值成功|资金已到账|还款成功)$/

export const WECHAT_DECISIONS = shopDecisions({
  name: CREDIT_LINE,
  isRepayment: ({ category }) => category === '分付还款',
  isRefund: ({ category, direction }) => direction === 'received' && /退款$/.test(category),
  isOnCredit: ({ method }) => /^分付(?:[(（&].*)?$/.test(method),
  isFailed: ({ status }) => FAILED.test(status),
  isKnownStatus: ({ status }) => KNOWN_STATUS.test(status),
})

export const WECHAT: Layout = {
  platform: PLATFORM,
  columns: COLUMNS,
  startsRecord: /^\s*"?\d{4}[-/]\d{1,2}[-/]\d{1,2}\s/,
  // Amounts carry a sign in one year's files and are numbers in another's; times are serial numbers in some cells.
  isOriginalForm: false,
  isNamedAfterRows: () => false,
  drafts: (file) =>
    linkWechatRefunds(
      createDrafts<RowCells>(
        { platform: PLATFORM, understand: (cells) => cells, table: WECHAT_DECISIONS, refundOf: () => null },
        file,
      ),
    ),
  format: ({ saysZone }, _columns, container) => {
    if (container === 'text') return 'wechat-csv'
    return saysZone ? 'wechat-xlsx-2026' : 'wechat-xlsx-2025'
  },
  warnings: () => [],
}
