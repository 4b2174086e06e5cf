import type { ClosureTarget } from '#shared/ledger/ledger.ts'
import type { RequirementCode } from '#shared/outlook/answers.ts'
import type { Texts } from './text.ts'

/** A loan has parts and days, no bills: of Borrow what asks for paid bills is told in its own words. */
export type RequirementWord = RequirementCode | `${(typeof TOLD_OF_LOANS)[number]}-of-loans`
const TOLD_OF_LOANS = ['billed-zero', 'unbilled-zero'] as const

export function requirementWord(code: RequirementCode, target: ClosureTarget): RequirementWord {
  const own = target === 'borrow' ? TOLD_OF_LOANS.find((one) => one === code) : undefined
  return own === undefined ? code : `${own}-of-loans`
}

/** What stands in the way of closing, and the proof of it. One entry per code of a requirement or an evidence line. */
export const closureTexts: Texts = {
  'pre-upgrade-bill-settled': {
    'zh-CN': '升级前的花呗账单已经一次结清',
    en: 'The Huabei bill from before the upgrade is settled',
  },
  'billed-zero': { 'zh-CN': '已出账单都还清了', en: 'Every issued bill is paid' },
  'billed-zero-of-loans': { 'zh-CN': '到期的都还清了', en: 'Every part that fell due is paid' },
  'unbilled-zero': {
    'zh-CN': '没有已入账、还没出账的消费',
    en: 'Nothing is posted and not yet billed',
  },
  'unbilled-zero-of-loans': { 'zh-CN': '没有接下来要还的一期', en: 'No part of a loan falls due next' },
  'receipts-confirmed': { 'zh-CN': '没有等你确认收货的订单', en: 'No order waits for you to confirm receipt' },
  'installments-settled': { 'zh-CN': '没有没还完的分期', en: 'No installment plan is open' },
  'loans-settled': { 'zh-CN': '没有没还完的借款', en: 'No loan is open' },
  'overdue-zero': {
    'zh-CN': '没有逾期，没有还最低留下的本金，没有新算的利息',
    en: 'Nothing overdue, no principal left by paying the minimum, no interest accrued',
  },
  'used-quota-zero': { 'zh-CN': '支付宝显示的已用额度是0.00', en: 'Alipay shows a used quota of 0.00' },
  'repayments-allocated': { 'zh-CN': '合并还款都分清了还的是哪一个', en: 'Every combined repayment is allocated' },
  'reviews-answered': { 'zh-CN': '导入的账单没有等你回答的行', en: 'No imported row waits for your answer' },
  'refunds-final': { 'zh-CN': '没有在路上的退款', en: 'No refund is on its way' },
  'residue-watched': {
    'zh-CN': '利息可能再来的日子已经过了',
    en: 'The day on which interest could still follow is past',
  },
  'records-current': { 'zh-CN': '这里的记录是最新的', en: 'The records here are current' },
  'returns-over': { 'zh-CN': '没有还在退货期里的订单', en: 'No purchase can still be returned' },
  'deposits-released': {
    'zh-CN': '用它付的押金、免押和预授权都解除了',
    en: 'Deposits and authorizations on this credit are released',
  },
  'auto-debits-moved': { 'zh-CN': '自动扣款都换了付款方式', en: 'Automatic debits pay another way' },
  'alternative-ready': { 'zh-CN': '另一种付款和还款方式已经备好', en: 'Another way to pay is ready' },
  'records-exported': { 'zh-CN': '账单已经导出保存', en: 'The bills are exported and kept' },
  'consequences-read': { 'zh-CN': '关闭的后果看过了', en: 'What closing means has been read' },
  'bill-overdue': {
    'zh-CN': '{account}{month}账单逾期，还有{amount}没还',
    en: '{account}, bill of {month}: {amount} overdue',
  },
  'bill-unpaid': { 'zh-CN': '{account}{month}账单还有{amount}没还', en: '{account}, bill of {month}: {amount} to pay' },
  'bill-minimum-paid': {
    'zh-CN': '{account}只还了最低，还有{amount}本金没还',
    en: '{account}: only the minimum was paid, {amount} of principal is left',
  },
  'parts-overdue': { 'zh-CN': '{account}有{amount}逾期', en: '{account}: {amount} overdue' },
  'posted-unbilled': {
    'zh-CN': '{account}有{amount}已入账、还没出账',
    en: '{account}: {amount} posted and not billed yet',
  },
  'loan-parts-next': {
    'zh-CN': '{account}接下来要还的一期{amount}，还没到还款日',
    en: '{account}: {amount} falls due next',
  },
  'installments-open': {
    'zh-CN': '{account}有一笔分期还剩{periods}期，本金{amount}',
    en: '{account}: {periods} {periods|installment|installments} left, {amount} of principal',
  },
  'loan-open': {
    'zh-CN': '{account}{drawnOn}借的一笔还剩{parts}期，本金{amount}',
    en: '{account}, loan of {drawnOn}: {parts} {parts|part|parts} left, {amount} of principal',
  },
  'installments-unconfirmed': {
    'zh-CN': '{account}有一笔{amount}的分期，手续费是估的，还没和支付宝对过',
    en: '{account}: the fee of installments of {amount} is a guess, not yet compared with Alipay',
  },
  'loan-unconfirmed': {
    'zh-CN': '{account}{drawnOn}借的{amount}，利率是估的，还没和支付宝对过',
    en: '{account}, loan of {drawnOn}, {amount}: its rate is a guess, not yet compared with Alipay',
  },
  'overdue-amount': { 'zh-CN': '{account}逾期{amount}', en: '{account}: {amount} overdue' },
  'rolled-principal': {
    'zh-CN': '{account}还最低留下的本金{amount}',
    en: '{account}: {amount} of principal left by paying the minimum',
  },
  'accrued-interest': {
    'zh-CN': '{account}新算的利息{amount}，要等下一期账单',
    en: '{account}: {amount} of interest accrued, in the next bill',
  },
  'never-upgraded': {
    'zh-CN': '没有信用购，花呗没有升级过',
    en: 'There is no Credit Purchase: Huabei was never upgraded',
  },
  'upgraded-on': { 'zh-CN': '{on}升级，之前的都还清了', en: 'Upgraded on {on}; nothing from before is unpaid' },
  'pre-upgrade-bill': {
    'zh-CN': '升级前的{month}账单还有{amount}',
    en: 'Bill of {month}, from before the upgrade: {amount} to pay',
  },
  'pre-upgrade-rolled': {
    'zh-CN': '升级前的账单还最低留下本金{amount}',
    en: 'Principal of {amount} left from a bill before the upgrade',
  },
  'pre-upgrade-unbilled': {
    'zh-CN': '升级前入账、还没出账的有{amount}',
    en: '{amount} posted before the upgrade is not billed yet',
  },
  'pre-upgrade-installments': {
    'zh-CN': '升级前的分期还剩本金{amount}',
    en: 'Installments from before the upgrade: {amount} of principal left',
  },
  'pre-upgrade-installment-fees': {
    'zh-CN': '一次结清这些分期的手续费{amount}',
    en: 'Fees of settling these installments in one payment: {amount}',
  },
  'pre-upgrade-interest': { 'zh-CN': '它到今天的利息{amount}', en: 'Interest on it to today: {amount}' },
  'awaiting-receipt': {
    'zh-CN': '{orderedOn} {label} {amount}，还没确认收货',
    en: '{orderedOn} {label}, {amount}: receipt not confirmed',
  },
  'account-closed': { 'zh-CN': '{account}已经关闭', en: '{account} is closed' },
  'quota-never-copied': { 'zh-CN': '{account}的已用额度还没抄过', en: '{account}: the used quota was never copied' },
  'quota-outdated': {
    'zh-CN': '{account}的已用额度是{on}抄的（{amount}），{changedOn}又有变动',
    en: '{account}: used quota copied on {on} ({amount}), changed again on {changedOn}',
  },
  'quota-zero': {
    'zh-CN': '{account}已用额度0.00，{on}抄自支付宝',
    en: '{account}: used quota 0.00, copied from Alipay on {on}',
  },
  'quota-used': {
    'zh-CN': '{account}已用额度{amount}，{on}抄自支付宝',
    en: '{account}: used quota {amount}, copied from Alipay on {on}',
  },
  'repayment-unallocated': {
    'zh-CN': '{on}合并还款{amount}，还没说还的是哪一个',
    en: 'Combined repayment of {amount} on {on}: not said which it paid',
  },
  'review-open': { 'zh-CN': '{on} {label} {amount}，等你回答', en: '{on} {label}, {amount}: waits for your answer' },
  'refund-in-flight': {
    'zh-CN': '{on} {label}退款{amount}，还没到',
    en: '{on} {label}: refund of {amount} not arrived',
  },
  'refund-expected': {
    'zh-CN': '{on} {label}付过又关闭，应有退款{amount}',
    en: '{on} {label}: paid and then closed, a refund of {amount} is expected',
  },
  'interest-may-follow': {
    'zh-CN': '{account}的利息可能到{until}的账单里才出现',
    en: '{account}: interest may only show in the bill of {until}',
  },
  'return-window': {
    'zh-CN': '{label} {amount}，{until}前还能退',
    en: '{label}, {amount}: can be returned until {until}',
  },
  'records-never-compared': { 'zh-CN': '还没有和支付宝核对过', en: 'Never compared with Alipay' },
  'records-of': { 'zh-CN': '记录到{on}，{days}天前', en: 'Records of {on}, {days} {days|day|days} ago' },
  'records-of-today': { 'zh-CN': '记录到今天', en: 'Records of today' },
  'records-gap': {
    'zh-CN': '{account}缺{month}的账单；那个月没花就填0.00',
    en: '{account}: the bill of {month} is missing; enter 0.00 if nothing was spent',
  },
  'records-contradict': {
    'zh-CN': '{account}的流水比账单多{amount}：可能会进后面的账单，先核对',
    en: '{account}: the entries hold {amount} more than the bills show; it may enter a later bill, compare first',
  },
  'records-later-bill': {
    'zh-CN': '{account}{month}的账单{amount}还没出账，没算进来',
    en: '{account}: the bill of {month}, {amount}, is not issued yet and not counted',
  },
  'records-lender-missing': {
    'zh-CN': '花呗升级过，但这里没有信用购账户',
    en: 'Huabei was upgraded, yet no Credit Purchase account is here',
  },
  'records-no-account': { 'zh-CN': '这里没有要关闭的账户', en: 'There is no such account here' },
  'by-records-of': { 'zh-CN': '按{on}的记录', en: 'By your records of {on}' },
  'by-records-undated': {
    'zh-CN': '按你的记录；还没有和支付宝核对过',
    en: 'By your records, never compared with Alipay',
  },
  'confirmed-on': { 'zh-CN': '{on}确认。{note}', en: 'Confirmed on {on}. {note}' },
  'confirmation-outdated': {
    'zh-CN': '{on}确认过，{changedOn}又有变动，要再看一次',
    en: 'Confirmed on {on}, changed again on {changedOn}: look once more',
  },
  'shop-seen': { 'zh-CN': '{shop}（{account}）', en: '{shop} ({account})' },
}
