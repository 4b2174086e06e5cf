import type { Texts } from './text.ts'

/** What was done, as the history and undo name it. */
export const actionTexts: Texts = {
  'account-added': { 'zh-CN': '添加账户 {kind}', en: 'Account added: {kind}' },
  'account-added+lender': { 'zh-CN': '添加账户 {kind} {lender}', en: 'Account added: {kind} {lender}' },
  'account-added+name': { 'zh-CN': '添加账户 {kind} {name}', en: 'Account added: {kind} {name}' },
  'account-changed': { 'zh-CN': '更正账户 {account}', en: 'Account corrected: {account}' },
  'account-removed': { 'zh-CN': '删除账户 {account}', en: 'Account removed: {account}' },
  'terms-changed': { 'zh-CN': '{account} 从 {from} 起改条款', en: 'Terms of {account} from {from}' },
  'bill-entered': { 'zh-CN': '记下 {account} {month} 账单', en: 'Bill of {month} entered for {account}' },
  'bills-entered': { 'zh-CN': '贴进 {count} 张账单', en: '{count} {count|bill|bills} entered from a table' },
  'bills-paid': { 'zh-CN': '{count} 张账单记为还清', en: '{count} {count|bill|bills} marked as paid' },
  'purchase-added': { 'zh-CN': '{account} 消费 {amount}', en: 'Purchase of {amount} on {account}' },
  'refund-added': { 'zh-CN': '{account} 退款 {amount}', en: 'Refund of {amount} on {account}' },
  'repayment-recorded': { 'zh-CN': '还款 {amount}', en: 'Repayment of {amount}' },
  'installments-added': { 'zh-CN': '{account} 分期 {amount}', en: 'Installments of {amount} on {account}' },
  'loan-added': { 'zh-CN': '{account} 借款 {amount}', en: 'Loan of {amount} on {account}' },
  'deferral-added': { 'zh-CN': '{account} 延期 {amount}', en: '{amount} deferred on {account}' },
  'quota-copied': { 'zh-CN': '抄下 {account} 已用额度 {amount}', en: 'Used quota of {account} copied: {amount}' },
  'entries-edited': { 'zh-CN': '一起改了 {count} 条记录', en: '{count} {count|entry|entries} corrected together' },
  'entries-deleted': { 'zh-CN': '一起删了 {count} 条记录', en: '{count} {count|entry|entries} deleted together' },
  'receipts-confirmed': { 'zh-CN': '{count} 笔确认收货', en: '{count} {count|purchase|purchases} received' },
  'entry-edited': { 'zh-CN': '更正记录 {entry}', en: 'Entry corrected: {entry}' },
  'entry-deleted': { 'zh-CN': '删除记录 {entry}', en: 'Entry deleted: {entry}' },
  'receipt-confirmed': { 'zh-CN': '{on} 确认收货', en: 'Received on {on}' },
  'reviews-resolved': {
    'zh-CN': '回答了 {count} 条同样的记录',
    en: '{count} {count|row|rows} of one kind answered',
  },
  'rows-taken': {
    'zh-CN': '自己把账单里的 {count} 行记了账',
    en: '{count} {count|row|rows} of a statement taken by hand',
  },
  'review-resolved': { 'zh-CN': '回答了一条记录', en: 'A row was answered' },
  'closure-confirmed': { 'zh-CN': '为关闭确认了「{code}」', en: 'Confirmed for closing: {code}' },
  'records-current': { 'zh-CN': '{on} 和支付宝核对一致', en: 'Compared with Alipay on {on}' },
  'quote-copied': {
    'zh-CN': '抄下支付宝显示的{account}付清要多少（{on}）',
    en: 'What Alipay shows to pay off {account} on {on}',
  },
  'closing-step': { 'zh-CN': '关闭那天：{step}', en: 'Day of closing: {step}' },
  'closing-requested': { 'zh-CN': '{on}申请了关闭', en: 'Closing was asked for on {on}' },
  'closing-closed': { 'zh-CN': '{on}关好了', en: 'Closed on {on}' },
  // The first plan has no name until it is given one.
  'plan-saved': { 'zh-CN': '保存计划', en: 'Plan saved' },
  'plan-saved+name': { 'zh-CN': '保存计划 {name}', en: 'Plan saved: {name}' },
  'plan-chosen': { 'zh-CN': '改照没有名字的计划', en: 'The plan without a name followed' },
  'plan-chosen+name': { 'zh-CN': '改照计划 {name}', en: 'Plan followed: {name}' },
  'plan-renamed': { 'zh-CN': '计划取名 {to}', en: 'Plan named {to}' },
  'plan-renamed+name': { 'zh-CN': '计划 {name} 改名 {to}', en: 'Plan {name} renamed {to}' },
  'plan-removed': { 'zh-CN': '去掉没有名字的计划', en: 'The plan without a name removed' },
  'plan-removed+name': { 'zh-CN': '去掉计划 {name}', en: 'Plan removed: {name}' },
  'csv-imported': { 'zh-CN': '读入花清文件 {file}', en: 'HuaQing file read: {file}' },
  'contact-recorded': { 'zh-CN': '记下 {on} 的联系', en: 'Contact of {on} recorded' },
  'promise-settled': { 'zh-CN': '承诺有了结果', en: 'A promise was settled' },
  'complaint-answered': { 'zh-CN': '{on} 收到投诉答复', en: 'Complaint answered on {on}' },
  'notice-recorded': { 'zh-CN': '记下 {on} 的公告', en: 'Notice of {on} recorded' },
  'notice-reviewed': { 'zh-CN': '看过一条公告', en: 'A notice was read' },
  'channel-recorded': { 'zh-CN': '登记还款渠道 {label}', en: 'Repayment channel: {label}' },
  'way-to-pay-recorded': { 'zh-CN': '登记付款方式 {label}', en: 'Another way to pay: {label}' },
  'amounts-compared': { 'zh-CN': '和支付宝对了 {account}', en: '{account} compared with Alipay' },
  'closed-by-lender': { 'zh-CN': '{on} {account} 被支付宝停用', en: '{account} stopped by Alipay on {on}' },
  'file-attached': { 'zh-CN': '存下附件 {file}', en: 'Attached: {file}' },
  'case-fact-withdrawn': { 'zh-CN': '删掉一条沟通记录', en: 'A record of the case was deleted' },
  import: { 'zh-CN': '导入 {file}', en: 'Imported {file}' },
  repaired: { 'zh-CN': '修复账本（{checks}）', en: 'Ledger repaired ({checks})' },
  salvaged: { 'zh-CN': '从损坏的账本里读出来的', en: 'Read out of a damaged ledger' },
  'restored+madeAt': { 'zh-CN': '恢复 {madeAt} 的备份', en: 'Backup restored: the one of {madeAt}' },
  restored: { 'zh-CN': '恢复备份 {file}', en: 'Backup restored: {file}' },
  sample: { 'zh-CN': '示例数据', en: 'Sample data' },
}

/** What is to be done today and next. Values: account name, bill month, amounts. */
export const todoTexts: Texts = {
  'repay-overdue': {
    'zh-CN': '{account} {bill} 已逾期，先还清它',
    en: '{account} {bill} is overdue; pay it first',
  },
  'repay-bill': {
    'zh-CN': '还 {account} {bill} 账单，最少 {minimumSafe}',
    en: 'Pay the bill {bill} of {account}, at least {minimumSafe}',
  },
  // More than the bill itself: what is overdue is asked for with it, and must not read as a part of it.
  'repay-bill+withOverdue': {
    'zh-CN': '还 {account} {bill} 账单；连同逾期的，最少 {minimumSafe}',
    en: 'Pay the bill {bill} of {account}; with what is overdue, at least {minimumSafe}',
  },
  'repay-part': { 'zh-CN': '还 {account} 这一期', en: 'Pay the part due of {account}' },
  'prepare-money': {
    'zh-CN': '前一晚把 {account} 要扣的钱放好',
    en: 'Have the money for {account} in place this evening',
  },
  'confirm-receipt': { 'zh-CN': '收到货就确认：{label}', en: 'Confirm receipt when it came: {label}' },
  'answer-reviews': { 'zh-CN': '回答 {count} 条导入的记录', en: 'Answer {count} imported {count|row|rows}' },
  'copy-quota': { 'zh-CN': '从支付宝抄下 {account} 的已用额度', en: 'Copy the used quota of {account} from Alipay' },
  'copy-quotas': {
    'zh-CN': '从支付宝抄下 {count} 个账户的已用额度',
    en: 'Copy the used quota of {count} accounts from Alipay',
  },
  'case-promise': { 'zh-CN': '看对方答应的有没有兑现：{text}', en: 'See whether the promise was kept: {text}' },
  'case-promise-lapsed': { 'zh-CN': '答应的过期了，再问一次：{text}', en: 'A promise lapsed; ask again: {text}' },
  'case-complaint': {
    'zh-CN': '投诉满{days}天，该有答复 {text}',
    en: 'Complaint: {days} days are over, an answer is due {text}',
  },
  'case-complaint-lapsed': {
    'zh-CN': '投诉过了{days}天没有答复，去问 {text}',
    en: 'No answer to the complaint after {days} days; ask {text}',
  },
  'case-notice': { 'zh-CN': '看公告：{text}', en: 'Read the notice: {text}' },
  'case-follow-up': { 'zh-CN': '再问一次：{text}', en: 'Ask again: {text}' },
  'case-follow-up-lapsed': { 'zh-CN': '该再问一次了：{text}', en: 'It is time to ask again: {text}' },
  'import-statement': { 'zh-CN': '导入最近的支付宝账单文件', en: 'Import the latest statement from Alipay' },
}

/** Why a row of a file waits for the user. */
export const reviewTexts: Texts = {
  'combined-repayment': { 'zh-CN': '合并还款，各还了多少', en: 'A combined repayment: how much went where' },
  'two-funding-legs': {
    'zh-CN': '几种方式一起付的，多少是信用付的',
    en: 'Paid in several ways: how much was on credit',
  },
  'refund-without-purchase': { 'zh-CN': '退的是哪一笔消费', en: 'Which purchase this refund belongs to' },
  'refund-method-missing': { 'zh-CN': '退到了哪里', en: 'Where this refund went' },
  'refund-expected': { 'zh-CN': '等一笔退款', en: 'A refund is expected' },
  'lender-not-named': { 'zh-CN': '是哪家机构的信用购', en: 'Which lender of Credit Purchase' },
  'marked-not-counted': { 'zh-CN': '信用付款却标成不计收支', en: 'On credit, yet marked as not counted' },
  'unconfirmed-charge': {
    'zh-CN': '像是手续费或利息，账单里有没有它',
    en: 'Looks like a fee or interest: is it in a bill already',
  },
  'unconfirmed-wording': { 'zh-CN': '这种写法是推测，对不对', en: 'This wording was guessed: is it right' },
  'unknown-wording': { 'zh-CN': '没见过的写法', en: 'A wording not seen before' },
  'unknown-status': { 'zh-CN': '没见过的状态', en: 'A status not seen before' },
  'days-proposed': {
    'zh-CN': '三次自动还款的日子一样，出账日和还款日可以定下来',
    en: 'Three automatic repayments agree on the statement and due day',
  },
  'row-not-readable': {
    'zh-CN': '读不懂的一行，补上金额和日子',
    en: 'A row that could not be read: its amount and day',
  },
  'possible-double': { 'zh-CN': '和手记的一笔可能是同一笔', en: 'Perhaps the same as one entered by hand' },
  'number-taken': { 'zh-CN': '同一个订单号，金额或时间不同', en: 'The same order number with another amount or time' },
}
