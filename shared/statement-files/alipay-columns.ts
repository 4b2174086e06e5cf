import type { ColumnSpec } from './columns.ts'

/** The columns of the app's e-mail CSV of all years, in any order (formats.md 1.2, 1.3). */
export const APP_COLUMNS: ColumnSpec = {
  names: {
    time: ['交易时间'],
    category: ['交易分类'],
    counterparty: ['交易对方'],
    description: ['商品说明', '商品名称'],
    direction: ['收/支'],
    amount: ['金额', '金额(元)', '金额（元）'],
    method: ['收/付款方式', '付款方式', '资金渠道'],
    status: ['交易状态'],
    orderNo: ['交易订单号', '支付宝交易号', '交易号'],
    merchantOrderNo: ['商家订单号', '商户订单号'],
    note: ['备注'],
  },
  required: ['time', 'counterparty', 'description', 'direction', 'amount', 'method', 'status', 'orderNo'],
  freeTexts: ['description', 'note', 'counterparty', 'method'],
  forms: {
    time: /^\d/,
    amount: /^[¥￥]?\d[\d,，]*(\.\d+)?$/,
    direction: /^(支出|收入|不计收支|其他|\/)?$/,
    orderNo: /^([0-9A-Za-z][^,\s]*)?$/,
    status: /^(?!\d)/,
  },
}

/** The web site's export (formats.md 1.1): no payment method; unquoted commas stand in 商品名称. */
export const WEB_COLUMNS: ColumnSpec = {
  names: {
    time: ['交易创建时间'],
    counterparty: ['交易对方'],
    description: ['商品名称'],
    direction: ['收/支'],
    amount: ['金额（元）', '金额(元)', '金额'],
    status: ['交易状态'],
    orderNo: ['交易号'],
    merchantOrderNo: ['商家订单号', '商户订单号'],
    note: ['备注'],
    fundStatus: ['资金状态'],
  },
  required: ['time', 'counterparty', 'description', 'direction', 'amount', 'status', 'orderNo', 'fundStatus'],
  freeTexts: ['description', 'counterparty', 'note'],
  forms: {
    time: /^\d{4}/,
    amount: /^\d[\d,]*(\.\d+)?$/,
    direction: /^(支出|收入|不计收支|其他|\/)?$/,
    status: /^(?!\d)/,
    fundStatus: /^(?!\d)/,
  },
}
