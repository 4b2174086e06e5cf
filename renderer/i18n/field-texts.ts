import type { Texts } from '#shared/contract/texts/text.ts'

/** What is said right under a field: what stood there can be seen, so it is not repeated, and the way out is said instead. */
export const ownFieldTexts: Texts = {
  'amount-empty': { 'zh-CN': '还没填金额', en: 'An amount is missing' },
  'amount-not-a-number': { 'zh-CN': '看不懂这个金额，写成1280.50这样', en: 'Not an amount; write it like 1280.50' },
  'amount-too-many-decimals': { 'zh-CN': '最多到分，小数点后两位', en: 'At most two decimals: an amount ends at fen' },
  'amount-has-exponent': { 'zh-CN': '把金额写全，不用科学计数法', en: 'Write the amount out, without an exponent' },
  'amount-negative': { 'zh-CN': '金额不能是负的', en: 'An amount cannot be negative here' },
  'amount-zero': { 'zh-CN': '金额要大于0', en: 'The amount has to be more than 0' },
  'amount-unlikely': {
    'zh-CN': '超过一千万元，看看是不是多打了几位',
    en: 'Over ten million yuan: look for a digit too many',
  },
  'amount-too-large': { 'zh-CN': '这个数大得没法算准', en: 'Too large to be counted exactly' },
  'month-not-readable': { 'zh-CN': '看不懂这个月份，写成2026-07这样', en: 'Not a month; write it like 2026-07' },
  'month-before-first': { 'zh-CN': '比开始的月份还早', en: 'Before the month it begins' },
  'date-not-readable': { 'zh-CN': '看不懂这个日期，写成2026-07-10这样', en: 'Not a date; write it like 2026-07-10' },
  'date-does-not-exist': { 'zh-CN': '没有这一天', en: 'There is no such day' },
  'rate-not-a-number': { 'zh-CN': '看不懂这个比率，写成0.05%这样', en: 'Not a rate; write it like 0.05%' },
  'field-missing': { 'zh-CN': '这里还没填', en: 'This is still empty' },
}
