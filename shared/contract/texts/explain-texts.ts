import type { Texts } from './text.ts'

/** Lines of quotes and projections (engine.md 8, 9). */
export const explainTexts: Texts = {
  'early-settlement': { 'zh-CN': '提前结清分期的手续费', en: 'Fee of settling installments early' },
  'settled-cell': {
    'zh-CN': '提前结清后的数（照日子还是{scheduled}）',
    en: 'When settled early ({scheduled} if kept to schedule)',
  },
  'minimum-shown': { 'zh-CN': '从支付宝抄的最低还款', en: 'The minimum copied from Alipay' },
  'minimum-share': { 'zh-CN': '消费本金{base} × {ratio}', en: 'Principal of {base} × {ratio}' },
  'minimum-installments': { 'zh-CN': '本期分期本金，全额', en: 'Installments of this bill, in full' },
  'minimum-deferral': { 'zh-CN': '延期过来的，全额', en: 'What was deferred into it, in full' },
  'minimum-fees': { 'zh-CN': '手续费，全额', en: 'Fees, in full' },
  'minimum-interest': { 'zh-CN': '利息和逾期费，全额', en: 'Interest and charges, in full' },
  'minimum-rolled': { 'zh-CN': '上期结转的本金，全额', en: 'Principal rolled over before, in full' },
  'minimum-floor': { 'zh-CN': '不足{floor}，补到{floor}', en: 'Raised to the least minimum of {floor}' },
  'minimum-capped': { 'zh-CN': '最多是账单本身', en: 'Never more than the bill itself' },
  'residue-awaiting-receipt': {
    'zh-CN': '{from}下单，还没确认收货，不能提前还',
    en: 'Ordered on {from}, awaits receipt: cannot be paid yet',
  },
  'residue-refund-in-flight': { 'zh-CN': '{from}的退款还在路上', en: 'Refund of {from}, not arrived yet' },
  'residue-refund-expected': { 'zh-CN': '{from}的订单，应有退款', en: 'Order of {from}, a refund is expected' },
  'projected-statement': { 'zh-CN': '{on}出账，欠{balance}', en: 'Bill issued on {on}, {balance} owed' },
  'projected-due': { 'zh-CN': '{on}还款日，还剩{balance}', en: 'Due on {on}, {balance} left' },
  'projected-repayment': { 'zh-CN': '{on}还款，还剩{balance}', en: 'Repaid on {on}, {balance} left' },
  'projected-interest': { 'zh-CN': '到{on}的利息，欠{balance}', en: 'Interest to {on}, {balance} owed' },
  'projected-fee': { 'zh-CN': '{on}的手续费，欠{balance}', en: 'Fee on {on}, {balance} owed' },
  'projected-penalty': { 'zh-CN': '到{on}的逾期费，欠{balance}', en: 'Overdue charge to {on}, {balance} owed' },
  'projected-spending': { 'zh-CN': '{on}新的消费，欠{balance}', en: 'New spending on {on}, {balance} owed' },
  'projected-early-settlement': { 'zh-CN': '{on}提前结清，还剩{balance}', en: 'Settled early on {on}, {balance} left' },
  'projected-returned': { 'zh-CN': '{on}退回自己的钱', en: 'Returned to your own money on {on}' },
  'projected-free': { 'zh-CN': '{on}还清', en: 'Free of this debt on {on}' },
}
