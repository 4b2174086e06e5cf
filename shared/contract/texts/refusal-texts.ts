import { fileRefusalTexts } from '#shared/statement-files/file-refusal.ts'
import { caseRefusalTexts } from './case-refusal-texts.ts'
import { factsRefusalTexts } from './facts-refusal-texts.ts'
import { manyRefusalTexts } from './many-refusal-texts.ts'
import { programRefusalTexts } from './program-refusal-texts.ts'
import { stepRefusalTexts } from './step-refusal-texts.ts'
import type { Texts } from './text.ts'

/** Why something was not done, and where there is one, the way on. One entry per refusal kind, in both languages. */
export const refusalTexts: Texts = {
  ...fileRefusalTexts,
  ...programRefusalTexts,
  ...caseRefusalTexts,
  ...factsRefusalTexts,
  ...manyRefusalTexts,
  ...stepRefusalTexts,
  'account-exists': {
    'zh-CN': '这个支付宝账号的{name}已经有了（{id}）',
    en: '{name} of this Alipay account is already there ({id})',
  },
  'closed-before-opened': {
    'zh-CN': '关闭日 {closedOn} 早于开通日 {openedOn}',
    en: 'Closed on {closedOn}, before it was opened on {openedOn}',
  },
  'closed-without-day': {
    'zh-CN': '标记为已关闭要写关闭日',
    en: 'To mark an account as closed, give the day it was closed',
  },
  'nothing-to-close': { 'zh-CN': '账本里没有要关的账户', en: 'The ledger has no account to close' },
  'plan-not-found': { 'zh-CN': '没有叫「{name}」的计划', en: 'There is no plan called “{name}”' },
  'plan-name-taken': {
    'zh-CN': '已经有计划叫「{name}」，换个名字',
    en: 'A plan is already called “{name}”; take another name',
  },
  'terms-empty': { 'zh-CN': '没有写要改的条款', en: 'No term to change was given' },
  'bill-before-opening': {
    'zh-CN': '{month} 的账单早于账户开通（{openedOn}）',
    en: 'The bill of {month} is before the account was opened ({openedOn})',
  },
  'bill-not-issued': {
    'zh-CN': '{month} 的账单 {issuedOn} 才出；没出账的会变，出账后再记',
    en: 'The bill of {month} is issued on {issuedOn}; until then it changes, so enter it afterwards',
  },
  'bill-exists': {
    'zh-CN': '{month} 的账单已经有了；要改请编辑那一条',
    en: 'The bill of {month} is already there; edit that entry to change it',
  },
  'bill-empty': {
    'zh-CN': '账单至少要写总额、各部分或最低还款里的一样',
    en: 'A bill needs a total, parts or a minimum',
  },
  'bill-parts-do-not-sum': {
    'zh-CN': '各部分加起来是 {sum}，和总额 {total} 不一样',
    en: 'The parts sum to {sum}, the total says {total}',
  },
  'bill-minimum-above-total': {
    'zh-CN': '最低还款 {minimum} 大于账单总额 {total}',
    en: 'The minimum {minimum} is larger than the total {total}',
  },
  'bill-paid-above-total': {
    'zh-CN': '已还 {paid} 大于账单总额 {total}',
    en: 'Already paid {paid} is more than the total {total}',
  },
  'bill-moved-already': {
    'zh-CN': '{month} 的账单已经做过分期',
    en: 'The bill of {month} has already been moved to installments',
  },
  'bill-too-small': {
    'zh-CN': '{month} 的账单只剩 {left}，不够 {amount}',
    en: 'Only {left} of the bill of {month} is left, not {amount}',
  },
  'from-bill-missing': {
    'zh-CN': '账单分期要写是哪个月的账单',
    en: 'Installments of a bill need the month of that bill',
  },
  'purchase-not-for-bill-plan': {
    'zh-CN': '账单分期分的是整张账单，不能再指定某一笔消费',
    en: 'Installments of a bill move the bill itself; they cannot name a purchase as well',
  },
  'plan-above-purchase': {
    'zh-CN': '分期本金 {principal} 超过这笔消费 {amount}',
    en: 'The plan’s principal of {principal} is more than its purchase of {amount}',
  },
  'purchase-in-plan-already': {
    'zh-CN': '{id} 这笔消费已经分期了（{plan}）',
    en: '{id} is already paid in installments ({plan})',
  },
  'from-bill-not-for-trade': {
    'zh-CN': '交易分期不来自账单',
    en: 'Installments of a purchase do not come from a bill',
  },
  'first-bill-before-source': {
    'zh-CN': '首期账单 {firstBill} 早于被分期的账单 {fromBill}',
    en: 'The first installment ({firstBill}) is before the bill it comes from ({fromBill})',
  },
  'periods-paid-above-count': {
    'zh-CN': '已还 {paid} 期，一共才 {count} 期',
    en: '{paid} of only {count} parts are marked as paid',
  },
  'shown-part-out-of-range': {
    'zh-CN': '第 {number} 期不在 1 到 {count} 之间',
    en: 'Part {number} is not between 1 and {count}',
  },
  'shown-part-twice': { 'zh-CN': '第 {number} 期写了两次', en: 'Part {number} is given twice' },
  'installment-principals-too-small': {
    'zh-CN': '写下的各期本金 {sum}，不到总本金 {principal}',
    en: 'All principals are given and sum to {sum}, less than {principal}',
  },
  'installment-principals-too-large': {
    'zh-CN': '写下的各期本金 {sum} 超过总本金 {principal}',
    en: 'The principals given sum to {sum}, more than {principal}',
  },
  'posted-before-ordered': {
    'zh-CN': '入账日 {postedOn} 早于下单日 {orderedOn}',
    en: 'Posted on {postedOn}, before it was ordered on {orderedOn}',
  },
  'day-in-future': { 'zh-CN': '{on} 还没到', en: '{on} has not come yet' },
  'duplicate-order': {
    'zh-CN': '订单号 {orderNo} 已经记过（{entry}）',
    en: 'The order {orderNo} is already recorded ({entry})',
  },
  'purchase-has-refunds': {
    'zh-CN': '这笔消费已有退款 {refunded}，不能少于它',
    en: '{refunded} of this purchase has been refunded; it cannot be less',
  },
  'purchase-has-plan': {
    'zh-CN': '这笔消费已有 {principal} 分期，不能少于它',
    en: '{principal} of this purchase is in installments; it cannot be less',
  },
  'entry-has-dependents': {
    'zh-CN': '还有 {count} 条记录跟着它（退款、分期或还款），先处理那些',
    en: '{count} {count|entry depends|entries depend} on it (refunds, installments or repayments); deal with {count|it|them} first',
  },
  'receipt-confirmed-already': {
    'zh-CN': '这笔消费已在 {on} 确认收货',
    en: 'This purchase was received on {on} already',
  },
  'field-not-of-kind': { 'zh-CN': '这种记录没有「{field}」', en: 'An entry of this kind has no “{field}”' },
  'nothing-to-change': { 'zh-CN': '没有要改的内容', en: 'There is nothing to change' },
  'refund-account-differs': {
    'zh-CN': '退款在「{account}」，消费在「{purchaseAccount}」',
    en: 'The refund is on “{account}”, its purchase on “{purchaseAccount}”',
  },
  'refund-before-purchase': {
    'zh-CN': '退款日 {on} 早于消费日 {orderedOn}',
    en: 'The refund on {on} is before its purchase on {orderedOn}',
  },
  'refund-above-purchase': {
    'zh-CN': '退款 {amount} 超过这笔消费还没退的 {left}',
    en: 'The refund of {amount} is more than the {left} of the purchase that is not refunded yet',
  },
  'split-does-not-sum': {
    'zh-CN': '各部分加起来是 {sum}，和还款 {amount} 差 {difference}',
    en: 'The parts sum to {sum}; the repayment is {amount}, {difference} apart',
  },
  'settles-not-a-debt': { 'zh-CN': '{id} 不是分期或借款', en: '{id} is neither installments nor a loan' },
  'quota-above-limit': {
    'zh-CN': '已用额度 {used} 大于总额度 {limit}',
    en: 'The used quota {used} is larger than the limit {limit}',
  },
  'answer-does-not-fit': { 'zh-CN': '这条记录不能这样回答', en: 'This row cannot be answered that way' },
  'answer-needs-amount': {
    'zh-CN': '这一行读不出来，请写金额和日子',
    en: 'This row could not be read; please give its amount and day',
  },
  'answer-needs-account': { 'zh-CN': '请说明是哪个账户', en: 'Please say which account' },
  'own-amount-too-large': {
    'zh-CN': '信用部分 {amount} 超过整笔 {atMost}',
    en: '{amount} on credit is more than the whole of {atMost}',
  },
  'owner-unknown': {
    'zh-CN': '这里没有「{owner}」的这类账户；有的是：{owners}',
    en: 'No such account of “{owner}” is here; there are: {owners}',
  },
  'owner-needed': {
    'zh-CN': '这里有几个人的账户（{owners}），请说明是谁的',
    en: 'Accounts of several people are kept here ({owners}): please say whose',
  },
  'requirement-unknown': {
    'zh-CN': '关闭{target}没有「{code}」这一项',
    en: 'Closing {target} has no requirement “{code}”',
  },
  'requirement-not-confirmable': {
    'zh-CN': '「{code}」由账本算出，不能靠口头确认',
    en: '“{code}” follows from the ledger and cannot be confirmed by saying so',
  },
  'plan-missing': { 'zh-CN': '没有计划，算不了以后（{path}）', en: 'A projection needs a plan ({path})' },
  'figure-unknown': { 'zh-CN': '没有「{figure}」这个数字', en: 'There is no figure “{figure}”' },
  'account-not-found': { 'zh-CN': '没有叫「{id}」的账户', en: 'There is no account “{id}”' },
  'account-id-taken': { 'zh-CN': '已经有叫「{id}」的账户', en: 'There already is an account “{id}”' },
  'account-has-entries': {
    'zh-CN': '账户「{id}」还有 {count} 条记录，不能删除；不再用了可以标记为已关闭',
    en: 'The account “{id}” still has {count} {count|entry|entries} and cannot be removed; mark it as closed instead',
  },
  'account-not-billed': {
    'zh-CN': '「{id}」没有月账单；月账单只属于花呗和信用购',
    en: '“{id}” has no monthly bills; only Huabei and Credit Purchase have',
  },
  'account-not-lending': {
    'zh-CN': '「{id}」没有借款；借款只属于借呗和信用贷',
    en: '“{id}” has no loans; only Borrow and Credit Loan have',
  },
  'account-closed': {
    'zh-CN': '{account}已在 {on} 关闭，{orderedOn} 的消费不会是它的。真是用它付的，就是没关成：先把账户的状态改回来',
    en: '{account} was closed on {on}: a purchase of {orderedOn} is none of it. If it was paid with it even so, it is not closed: first put the state of the account right',
  },
  'balance-only-for-other': { 'zh-CN': '只有其他债务可以直接写欠款余额', en: 'Only other debts state a balance' },
  'bill-not-found': { 'zh-CN': '没有「{account}」{month} 的账单', en: 'There is no bill of {month} for “{account}”' },
  'deferred-after-due': {
    'zh-CN': '{on} 已过还款日 {dueOn}，不能延期',
    en: 'On {on} the bill was past its due day {dueOn}',
  },
  'entry-not-found': { 'zh-CN': '没有这条记录：{id}', en: 'There is no entry {id}' },
  'entry-id-taken': { 'zh-CN': '已经有编号为 {id} 的记录', en: 'There already is an entry {id}' },
  'entry-not-a-purchase': { 'zh-CN': '{id} 不是一笔消费', en: '{id} is not a purchase' },
  'plan-account-differs': {
    'zh-CN': '分期在「{account}」，消费在「{purchaseAccount}」',
    en: 'The installments are on “{account}”, their purchase on “{purchaseAccount}”',
  },
  'repayment-without-account': { 'zh-CN': '请说明还的是哪个账户', en: 'Please say which account was repaid' },
  'split-twice': { 'zh-CN': '「{account}」{month} 写了两次', en: '“{account}” {month} is named twice' },
  'settles-other-account': {
    'zh-CN': '{id} 属于「{owner}」，不属于「{account}」',
    en: '{id} belongs to “{owner}”, not to “{account}”',
  },
  'review-not-found': { 'zh-CN': '没有这条待回答的记录：{id}', en: 'Nothing named {id} waits for an answer' },
  'day-in-past': { 'zh-CN': '{on} 已经过去', en: '{on} is past' },
  'wrong-fields': { 'zh-CN': '有内容填错了', en: 'Something is not filled in correctly' },
}
