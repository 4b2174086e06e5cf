import type { Texts } from './text.ts'

/** Why a line of a pasted table states no bill, and why one of many was left as it was. */
export const manyRefusalTexts: Texts = {
  'bill-line-no-month': {
    'zh-CN': '没看到月份，写成 2026-07 这样',
    en: 'No month on it; write one like 2026-07',
  },
  'bill-line-no-amount': { 'zh-CN': '没看到金额', en: 'No amount on it' },
  'bill-line-several-amounts': {
    'zh-CN': '有几个数（{text}），看不出哪个是账单总额；在最低还款和已还前面写上字',
    en: 'Several amounts ({text}): which is the total? Put “minimum” or “paid” before the others',
  },
  'bill-line-amount-wrong': {
    'zh-CN': '「{text}」不是金额，写成 1280.50 这样',
    en: '“{text}” is not an amount; write it like 1280.50',
  },
  'bill-line-remaining': {
    'zh-CN': '这是还款以后剩下的数，请抄账单总额',
    en: 'That is what is left after repayments; copy the total of the bill',
  },
  'bill-line-paid-day-wrong': {
    'zh-CN': '「{text}」看不出是哪天还的，写成 2026-07-08 这样',
    en: '“{text}” is no day on which it was paid; write one like 2026-07-08',
  },
  'bill-line-paid-how-much': {
    'zh-CN': '写了哪天还的，没写还了多少；写上「已还」和金额，或「还清」',
    en: 'It says when it was paid, not how much; write “paid” and the amount, or “paid in full”',
  },
  'bill-line-no-account': {
    'zh-CN': '没写是哪个账户，请在上面选一个',
    en: 'It names no account; choose one above',
  },
  'bill-line-account-unknown': {
    'zh-CN': '「{text}」里有不认识的账户，先在账户页添加',
    en: 'An account here is not known: “{text}”; add it among the accounts first',
  },
  'bill-line-account-unclear': {
    'zh-CN': '「{text}」可能是几个账户，请写上机构的名字',
    en: '“{text}” fits several accounts; name the lender',
  },
  'bill-line-twice': { 'zh-CN': '{month} 的账单在上面已经写过', en: 'The bill of {month} stands above already' },
  'bill-lines-wrong': {
    'zh-CN': '有 {count} 行不能记，先改好，或者跳过它们',
    en: '{count} {count|line|lines} cannot be entered; mend or skip them',
  },
  'bill-lines-none': { 'zh-CN': '没有要记的账单，都和已有的一样', en: 'Nothing to enter: all of it is there already' },
  'bill-paid-already': { 'zh-CN': '{month} 的账单已经还清', en: 'The bill of {month} is paid already' },
}
