import type { Texts } from './text.ts'

/** What is wrong with one field of a form, a request or a file. `{text}` is what stood there, or what is allowed. */
export const fieldTexts: Texts = {
  'amount-empty': { 'zh-CN': '没有填金额', en: 'an amount is missing' },
  'amount-not-a-number': { 'zh-CN': '「{text}」不是金额', en: '“{text}” is not an amount' },
  'amount-too-many-decimals': { 'zh-CN': '「{text}」超过两位小数', en: '“{text}” has more than two decimals' },
  'amount-has-exponent': { 'zh-CN': '「{text}」请写成普通数字', en: '“{text}”: write it as a plain number' },
  'amount-too-large': { 'zh-CN': '「{text}」太大，算不准', en: '“{text}” is too large to be counted exactly' },
  'amount-negative': { 'zh-CN': '金额不能是负数', en: 'an amount cannot be negative' },
  'amount-unlikely': {
    'zh-CN': '金额不能到一千万元，请检查',
    en: 'an amount must be below 10,000,000 yuan; please check it',
  },
  'amount-zero': { 'zh-CN': '金额要大于零', en: 'the amount must be above zero' },
  'date-not-readable': {
    'zh-CN': '「{text}」不是日期，请写成 2026-07-05',
    en: '“{text}” is not a date; write it like 2026-07-05',
  },
  'date-does-not-exist': { 'zh-CN': '没有 {text} 这一天', en: '{text} does not exist' },
  'date-out-of-range': { 'zh-CN': '「{text}」不在 1900 到 2199 年之间', en: '“{text}” is not between 1900 and 2199' },
  'time-not-readable': { 'zh-CN': '时间请写成 14:05', en: 'write the time like 14:05' },
  'rate-not-a-number': {
    'zh-CN': '「{text}」不是费率，请写成 0.05%',
    en: '“{text}” is not a rate; write it like 0.05%',
  },
  'rate-too-precise': { 'zh-CN': '「{text}」小数位太多', en: '“{text}” has too many decimals' },
  'rate-too-large': { 'zh-CN': '「{text}」超过 1000%', en: '“{text}” is above 1000%' },
  'field-unknown': { 'zh-CN': '没有这个字段', en: 'no such field' },
  'field-missing-or-wrong': {
    'zh-CN': '缺少，或不是要求的类型（{text}）',
    en: 'missing, or not of the expected form ({text})',
  },
  'field-not-readable': { 'zh-CN': '看不懂', en: 'not readable' },
  'value-not-offered': { 'zh-CN': '只能是：{text}', en: 'must be one of: {text}' },
  'value-too-small': { 'zh-CN': '不能小于 {text}', en: 'must be at least {text}' },
  'value-too-large': { 'zh-CN': '不能大于 {text}', en: 'must be at most {text}' },
  'list-too-short': { 'zh-CN': '至少要有 {text} 项（字）', en: 'must have at least {text} items or characters' },
  'list-too-long': { 'zh-CN': '最多 {text} 项（字）', en: 'must have at most {text} items or characters' },
  'ends-before-it-starts': { 'zh-CN': '结束早于开始', en: 'ends before it starts' },
  'monthly-and-income': { 'zh-CN': '每月金额和收入只能写一个', en: 'give a monthly amount or an income, not both' },
  'only-with-income': { 'zh-CN': '只有按收入做计划时才能写', en: 'is only allowed with an income' },
  'only-with-custom': { 'zh-CN': '只有 custom 策略才能写', en: 'is only allowed with the custom strategy' },
  'needed-for-custom': { 'zh-CN': 'custom 策略要写还款顺序', en: 'the custom strategy needs an order' },
  'only-with-soonest-closure': {
    'zh-CN': '只有 soonest-closure 策略才能写',
    en: 'is only allowed with the soonest-closure strategy',
  },
  'needed-for-soonest-closure': {
    'zh-CN': 'soonest-closure 策略要写关闭哪一个',
    en: 'the soonest-closure strategy needs a target',
  },
  'bill-twice': { 'zh-CN': '{text} 的账单写了两次', en: 'the bill of {text} is given twice' },
  'id-twice': { 'zh-CN': '「{text}」用了两次', en: '“{text}” is used twice' },
  'account-unknown': { 'zh-CN': '没有叫「{text}」的账户', en: 'there is no account “{text}”' },
  'entry-unknown': { 'zh-CN': '没有可以指向的记录「{text}」', en: 'there is no fitting entry “{text}”' },
  'only-for-other-debts': { 'zh-CN': '只有 other 账户才能写', en: 'is only allowed for accounts of kind other' },
  'minimum-twice': {
    'zh-CN': '最低还款写固定金额或百分比，不能都写',
    en: 'give a fixed minimum or a percentage, not both',
  },
  'split-does-not-sum': { 'zh-CN': '各部分加起来不等于总额：{text}', en: 'the parts do not sum to the amount: {text}' },
  'ask-unknown': { 'zh-CN': '不认识的提问「{text}」', en: 'unknown question “{text}”' },
}
