import { closureTexts } from './closure-texts.ts'
import { explainTexts } from './explain-texts.ts'
import type { Texts } from './text.ts'

/** One sentence for each rule that makes a line of a derivation, in both languages (engine.md 11). */
const CELL_ROWS = {
  overdue: { 'zh-CN': '逾期', en: 'overdue' },
  billed: { 'zh-CN': '已出账', en: 'billed' },
  next: { 'zh-CN': '下期', en: 'next' },
  future: { 'zh-CN': '以后', en: 'later' },
} as const

const CELL_COLUMNS = {
  principal: { 'zh-CN': '本金', en: 'principal' },
  interest: { 'zh-CN': '利息', en: 'interest' },
  fee: { 'zh-CN': '手续费', en: 'fees' },
  penalty: { 'zh-CN': '逾期费', en: 'charges' },
} as const

const cellTexts: Texts = Object.fromEntries(
  Object.entries(CELL_ROWS).flatMap(([row, rowText]) =>
    Object.entries(CELL_COLUMNS).map(([column, columnText]) => [
      `cell-${row}-${column}`,
      { 'zh-CN': `${rowText['zh-CN']}的${columnText['zh-CN']}`, en: `${rowText.en}: ${columnText.en}` },
    ]),
  ),
)

export const ruleTexts: Texts = {
  ...closureTexts,
  ...cellTexts,
  ...explainTexts,
  'account-owed': { 'zh-CN': '{account}', en: '{account}' },
  'bill-left': { 'zh-CN': '{month} 账单还没还的', en: 'Left of the bill of {month}' },
  'bill-purchases': {
    'zh-CN': '{from} 到 {through} 入账的消费，{count} 笔',
    en: 'Purchases posted {from} to {through}: {count}',
  },
  'bill-refunds': { 'zh-CN': '这段时间的退款', en: 'Refunds of those days' },
  'bill-installments': { 'zh-CN': '本期分期本金', en: 'Installments due with this bill' },
  'bill-installment-fees': { 'zh-CN': '本期分期手续费', en: 'Installment fees due with this bill' },
  'bill-rolled': { 'zh-CN': '上期只还最低后结转的本金', en: 'Principal rolled over after a minimum was paid' },
  'bill-interest': {
    'zh-CN': '结转本金到出账前一天的利息',
    en: 'Interest on rolled principal up to the day before the bill',
  },
  'bill-deferred-in': { 'zh-CN': '从上期延期过来的', en: 'Deferred from the bill before' },
  'bill-deferral-fees': { 'zh-CN': '延期手续费', en: 'Deferral fees' },
  'bill-deferred-out': { 'zh-CN': '延期到下期的', en: 'Deferred to the next bill' },
  'bill-moved': { 'zh-CN': '转成账单分期的本金', en: 'Principal moved into installments' },
  'bill-shown-all': { 'zh-CN': '支付宝账单上显示的', en: 'What the bill shows in Alipay' },
  'bill-shown-more': {
    'zh-CN': '支付宝显示的数比流水多（负数是少）的部分',
    en: 'What Alipay shows beyond the entries (less, where negative)',
  },
  'bill-shown-total': { 'zh-CN': '支付宝账单上显示的合计', en: 'The total that the bill shows in Alipay' },
  'bill-derived': { 'zh-CN': '减去流水加起来的', en: 'Less what the entries add up to' },
  'bill-part-cut': {
    'zh-CN': '支付宝显示的合计比各项加起来少，到合计为止',
    en: 'Alipay’s total is less than the parts: none stands higher than it',
  },
  'bill-carried': { 'zh-CN': '上期留下的费用', en: 'Carried over from the bill before' },
  'bill-rolled-out': {
    'zh-CN': '还了最低，其余结转到下期',
    en: 'The minimum was paid; the rest rolled into the next bill',
  },
  'credit-repayment': { 'zh-CN': '{on} 还款', en: 'Repaid on {on}' },
  'credit-refund': { 'zh-CN': '{on} 退款抵掉', en: 'Refund of {on}' },
  'credit-entered-as-paid': { 'zh-CN': '录入时说已经还的', en: 'Already paid when it was entered' },
  'credit-deferred': { 'zh-CN': '{on} 延期', en: 'Deferred on {on}' },
  'interest-stretch': {
    'zh-CN': '{from} 到 {through} 共 {days} 天：{balance} × {rate} × {days}',
    en: '{from} to {through}, {days} {days|day|days}: {balance} × {rate} × {days}',
  },
  'interest-stretch-undated': {
    'zh-CN': '{from} 到 {through} 共 {days} 天：{balance} × {rate} × {days}；没说哪天还的，利息算到还款日',
    en: '{from} to {through}, {days} {days|day|days}: {balance} × {rate} × {days}; paid without a day, so interest is counted through the due day',
  },
  'interest-fixed-before': { 'zh-CN': '之前算定、还没入账的利息', en: 'Interest settled before and not billed yet' },
  'charge-daily': {
    'zh-CN': '{from} 到 {through}：{balance} × {rate} 每天收 {daily}，共 {days} 天',
    en: '{from} to {through}: {balance} × {rate} is {daily} a day, {days} {days|day|days}',
  },
  'charge-stretch': {
    'zh-CN': '{from} 到 {through} 共 {days} 天：{balance} × {rate} × {days}',
    en: '{from} to {through}, {days} {days|day|days}: {balance} × {rate} × {days}',
  },
  'posted-unbilled': {
    'zh-CN': '已入账、要进 {month} 账单的消费，{count} 笔',
    en: 'Posted, for the bill of {month}: {count} {count|entry|entries}',
  },
  'refunded-unbilled': { 'zh-CN': '已退到 {month} 账单的', en: 'Refunds into the bill of {month}' },
  'deferred-unbilled': { 'zh-CN': '延期到 {month} 账单的', en: 'Deferred to the bill of {month}' },
  'paid-early': { 'zh-CN': '已提前还给 {month} 账单的', en: 'Paid early for the bill of {month}' },
  'rolled-principal': { 'zh-CN': '还了最低后结转的本金', en: 'Principal rolled over after the minimum' },
  'fee-carried': { 'zh-CN': '要进下期的费用', en: 'Fees that enter the next bill' },
  'deferral-fee': { 'zh-CN': '延期手续费', en: 'Deferral fee' },
  'deferral-fee-assumed': {
    'zh-CN': '延期手续费，按账户的费率估的，没人说过支付宝收多少',
    en: 'Deferral fee, assumed by the rate of the account: nobody said what Alipay took',
  },
  'installment-principal': {
    'zh-CN': '第 {number} 期本金，进 {month} 账单',
    en: 'Installment {number}, with the bill of {month}',
  },
  'installment-fee': {
    'zh-CN': '第 {number} 期手续费，进 {month} 账单',
    en: 'Fee of installment {number}, with the bill of {month}',
  },
  'loan-principal': { 'zh-CN': '第 {number} 期本金，{due} 到期', en: 'Part {number}, due {due}: principal' },
  'loan-interest': { 'zh-CN': '第 {number} 期利息，{due} 到期', en: 'Part {number}, due {due}: interest' },
  'loan-penalty': { 'zh-CN': '第 {number} 期逾期罚息，{due} 到期', en: 'Part {number}, due {due}: overdue charge' },
  'prepaid-for': {
    'zh-CN': '提前还给 {month} 账单、超出已入账的',
    en: 'Paid early for the bill of {month}, beyond what is posted',
  },
  'prepaid-covers-interest': {
    'zh-CN': '其中要先抵还没入账的利息',
    en: 'Of it taken by interest that is in no bill yet',
  },
  'prepaid-covers-fee': { 'zh-CN': '其中要先抵还没入账的手续费', en: 'Of it taken by fees that are in no bill yet' },
  'quota-limit': { 'zh-CN': '总额度', en: 'The limit' },
  'quota-taken': { 'zh-CN': '已用额度', en: 'Used of it' },
  'quota-beyond': {
    'zh-CN': '超出额度{limit}的部分，可用按零算',
    en: 'Used beyond the limit of {limit}: nothing is left, and no less',
  },
  'settled-otherwise': {
    'zh-CN': '{account}：还剩 {periods} 期的分期，换一种结清算法差的手续费',
    en: '{account}: installments with {periods} {periods|period|periods} left, settled by another of the rules',
  },
  'loan-interest-days': {
    'zh-CN': '{balance} × {rate} × {days} 天',
    en: '{balance} × {rate} × {days} {days|day|days}',
  },
  'loan-interest-carried': { 'zh-CN': '提前还时没还完的利息', en: 'Interest that a prepayment left unpaid' },
  'loan-interest-share': {
    'zh-CN': '原来的利息 {of}，本金从 {before} 减到 {left}，按比例减',
    en: 'Interest of {of} before, less as the principal: {before} to {left}',
  },
  'loan-interest-copied': { 'zh-CN': '支付宝显示的利息', en: 'The interest that Alipay shows' },
  'loan-interest-paid': { 'zh-CN': '已经还了的利息', en: 'Of it paid already' },
  'loan-interest-to-day': {
    'zh-CN': '{from} 到 {through} 共 {days} 天：{balance} × {rate} × {days}',
    en: '{from} to {through}, {days} {days|day|days}: {balance} × {rate} × {days}',
  },
  'loan-charge-stretch': {
    'zh-CN': '{from} 到 {through} 共 {days} 天：{balance} × {rate} × {times} × {days}',
    en: '{from} to {through}, {days} {days|day|days}: {balance} × {rate} × {times} × {days}',
  },
  'loan-charge-paid': { 'zh-CN': '已经还了的罚息', en: 'Of it paid already' },
  'balance-left': {
    'zh-CN': '抄下的欠款 {balance}，减去之后还的',
    en: 'The balance copied, {balance}, less what was repaid since',
  },
}
