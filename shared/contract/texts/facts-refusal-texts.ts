import type { Texts } from './text.ts'

/** Why a CSV of the ledger's own is not taken: it was changed since it was written. */
export const factsRefusalTexts: Texts = {
  'facts-id-twice': {
    'zh-CN': '文件里有两行的编号都是“{id}”，分不清哪一行算数。什么也没写入',
    en: 'Two rows of the file have the id "{id}", so it is not clear which one counts. Nothing was written',
  },
  'facts-account-missing': {
    'zh-CN': '“{id}”这一行的账户“{account}”，文件里和账本里都没有，这笔会变得不算数。什么也没写入；请先加上这个账户',
    en: 'The row "{id}" is of the account "{account}", which is neither in the file nor in the ledger, and would count for nothing. Nothing was written; add that account first',
  },
  'facts-amount-negative': {
    'zh-CN': '“{id}”这一行的金额是负数。什么也没写入',
    en: 'The row "{id}" has an amount below zero. Nothing was written',
  },
  'facts-split-differs': {
    'zh-CN': '“{id}”这笔还款分到各账户的加起来不等于它的金额。什么也没写入',
    en: 'The parts of the repayment "{id}" do not add up to its amount. Nothing was written',
  },
}
