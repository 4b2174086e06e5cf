import type { Texts } from './text.ts'

/** Lines of quotes and projections (engine.md 8, 9). */
export const explainTexts: Texts = {
  'early-settlement': { 'zh-CN': '提前结清分期的手续费', en: 'Fee of settling installments early' },
  'settled-cell': {
    'zh-CN': '提前结清后的数（照日子还是{scheduled}）',
    en: 'When settled early ({scheduled} if kept to schedule)',
  },
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
