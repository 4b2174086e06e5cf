import { dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { ProposedPart, Relief } from '#shared/outlook/case/relief.ts'
import { sentence } from './refusal-sentence.ts'
import { fill, type Text, type TextLanguage, type Texts } from './text.ts'

/** The proposal in writing: what is owed, what can be paid from when, for how long, and what is asked for. */
export type ProposalManner = { readonly language: TextLanguage; readonly nameOf: (id: AccountId) => string }

const words = {
  opening: {
    'zh-CN': '我想把欠款还清。每月收入{income}元，必要支出{expenses}元，能用来还款的是{left}元。',
    en: 'I mean to repay what I owe. Each month {income} yuan come in, {expenses} are needed to live on, and {left} can go into repayment.',
  },
  openingKept: {
    'zh-CN': '我想把欠款还清。每月收入{income}元，必要支出{expenses}元，留{cushion}元应急，能用来还款的是{left}元。',
    en: 'I mean to repay what I owe. Each month {income} yuan come in, {expenses} are needed to live on, {cushion} are kept for emergencies, and {left} can go into repayment.',
  },
  many: {
    'zh-CN': '{account}：现在欠{owed}元。从{from}起每月还{monthly}元，共{count}期，最后一期{last}元。',
    en: '{account}: {owed} yuan owed today. From {from} on {monthly} a month, {count} payments, the last one {last}.',
  },
  once: {
    'zh-CN': '{account}：现在欠{owed}元。{from}一次还清。',
    en: '{account}: {owed} yuan owed today, repaid in one payment on {from}.',
  },
  asks: { 'zh-CN': '请答复能不能：', en: 'Please tell me whether you agree:' },
  closing: {
    'zh-CN': '金额是按今天的账算的，没有算之后新增的利息和费用。请用文字答复，写明答复日期。',
    en: 'The amounts are by the records of today, without interest and fees that may be added later. Please answer in writing, with the day of the answer.',
  },
} as const satisfies Texts

/** What the user asks the lender for, in the first person. */
const askTexts: Texts = {
  'ask-waive-penalty': {
    'zh-CN': '免掉或减少逾期费，之后不再加',
    en: 'to waive or reduce the overdue charges and to add none from now on',
  },
  'ask-deferral': { 'zh-CN': '这一期延期一个月，并告诉我手续费', en: 'to defer this bill by a month, and at what fee' },
  'ask-bill-installments': {
    'zh-CN': '账单做分期，并告诉我总费用和提前结清的费用',
    en: 'to move the bill into installments, with the whole fee and the cost of settling early',
  },
  'ask-longer-schedule': { 'zh-CN': '按上面的金额和日期还款', en: 'to be repaid by the amounts and days above' },
}

export function proposalText(relief: Relief, { language, nameOf }: ProposalManner): string {
  const say = (text: Text, values: Readonly<Record<string, string | number>> = {}) => fill(text[language], values)
  const { income, expenses, cushion, left } = relief.month
  const month = {
    income: yuanText(income),
    expenses: yuanText(expenses),
    cushion: yuanText(cushion),
    left: yuanText(left),
  }
  const asks = relief.asks.filter(({ code }) => code in askTexts)
  return [
    say(cushion === 0 ? words.opening : words.openingKept, month),
    ...relief.proposal.map((part) => say(part.count === 1 ? words.once : words.many, partValues(part, nameOf))),
    say(words.asks),
    ...asks.map((ask, index) => `${index + 1}. ${sentence(askTexts, ask, language)}`),
    say(words.closing),
  ].join('\n')
}

const partValues = (part: ProposedPart, nameOf: ProposalManner['nameOf']) => ({
  account: nameOf(part.account),
  owed: yuanText(part.owed),
  from: dayText(part.from),
  monthly: yuanText(part.monthly),
  count: part.count,
  last: yuanText(part.last),
})
