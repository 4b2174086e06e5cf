import type { Texts } from './text.ts'

/** What to do about it, step by step, what closing means, and what the lender may do by itself. */
export const closureStepTexts: Texts = {
  'add-the-account': { 'zh-CN': '先把要关闭的账户加进来', en: 'Add the account that you want to close' },
  'pay-what-is-billed': { 'zh-CN': '把已出的账单还清', en: 'Pay the issued bills' },
  'pay-what-is-unbilled': { 'zh-CN': '把还没出账的也提前还掉', en: 'Pay early what is not billed yet' },
  'pay-next-parts': { 'zh-CN': '把接下来要还的一期也提前还掉', en: 'Pay early what falls due next' },
  'settle-installments': {
    'zh-CN': '把分期提前结清，或还到最后一期',
    en: 'Settle the installments early, or pay them to the end',
  },
  'confirm-guesses': {
    'zh-CN': '对照支付宝，填上分期的手续费和借款的利率',
    en: 'Compare with Alipay and enter the fee of the installments, the rate of the loan',
  },
  'settle-loans': { 'zh-CN': '把借款还清', en: 'Pay off the loans' },
  'pay-overdue': {
    'zh-CN': '先还逾期的，再还最低还款剩下的本金和利息',
    en: 'Pay what is overdue first, then the principal left and its interest',
  },
  'enter-upgrade-day': { 'zh-CN': '填上花呗升级到信用购的日子', en: 'Enter the day on which Huabei was upgraded' },
  'add-huabei': {
    'zh-CN': '把花呗账户加进来：升级前的账单要先结清',
    en: 'Add your Huabei account: its bill from before the upgrade comes first',
  },
  'settle-pre-upgrade': {
    'zh-CN': '一次还清升级前的{amount}',
    en: 'Settle the {amount} from before the upgrade in one payment',
  },
  'confirm-receipts': {
    'zh-CN': '到淘宝、天猫等处确认收货，或退掉',
    en: 'Confirm receipt of the orders, or return them',
  },
  'copy-used-quota': {
    'zh-CN': '在支付宝看已用额度，把数字抄进来',
    en: 'Look up the used quota in Alipay and copy it here',
  },
  'allocate-repayments': { 'zh-CN': '说清每笔合并还款还的是哪个账户', en: 'Say what each combined repayment paid' },
  'answer-reviews': { 'zh-CN': '导入的账单里有几行要你回答', en: 'Answer the imported rows that wait for you' },
  'wait-for-refunds': { 'zh-CN': '等退款到账', en: 'Wait for the refunds to arrive' },
  'look-again': {
    'zh-CN': '{on}再看一次，利息可能在那天的账单里',
    en: "Look again on {on}: interest may be in that day's bill",
  },
  'update-records': { 'zh-CN': '重新导入账单，或和支付宝核对一遍', en: 'Import again, or compare with Alipay' },
  'wait-for-returns': { 'zh-CN': '等到{on}，退货期就都过了', en: 'Wait until {on}: then no purchase can be returned' },
  'confirm-deposits-released': {
    'zh-CN': '看看有没有免押、预授权和押金，都解除了再来这里确认',
    en: 'Check deposits and authorizations; confirm here when they are released',
  },
  'confirm-auto-debits-moved': {
    'zh-CN': '把会员、水电、先用后付、乘车码、免密支付换成别的付款方式',
    en: 'Move memberships, utilities, pay-later, transit codes and password-free payments elsewhere',
  },
  'confirm-alternative-ready': {
    'zh-CN': '备好银行卡或余额，平时付款和还款都能用',
    en: 'Have a bank card or balance ready to pay and repay with',
  },
  'confirm-records-exported': {
    'zh-CN': '关闭后看不到账单了，先导出保存',
    en: 'Bills are out of sight after closing: export them first',
  },
  'confirm-consequences-read': {
    'zh-CN': '把下面的后果看一遍，再确认',
    en: 'Read below what closing means, then confirm',
  },
  'confirm-again': {
    'zh-CN': '都付清以后，再导入一次账单；之前确认过的，再看一遍、再确认一次',
    en: 'Once all of it is paid: import again, look once more at what was confirmed before, and confirm it again',
  },
  'step-pay-overdue': {
    'zh-CN': '先还{account}逾期的{amount}',
    en: 'First pay the {amount} of {account} that is overdue',
  },
  'step-pay-due-today': {
    'zh-CN': '{account}有{amount}今天到期，今天还',
    en: '{amount} of {account} is due today: pay it today',
  },
  'step-pay': { 'zh-CN': '还清{account}：付{amount}', en: 'Clear {account}: pay {amount}' },
  'step-pay-range': {
    'zh-CN': '还清{account}：备好{high}，按支付宝显示的付（这里算出{amount}）',
    en: 'Clear {account}: have {high} ready and pay what Alipay shows (worked out here: {amount})',
  },
  'step-pay-shown': {
    'zh-CN': '还清{account}：付{amount}，支付宝显示的',
    en: 'Clear {account}: pay {amount}, as Alipay shows',
  },
  'step-pay-shown-range': {
    'zh-CN': '还清{account}：备好{high}，按支付宝显示的付（从支付宝抄来的是{amount}）',
    en: 'Clear {account}: have {high} ready and pay what Alipay shows (copied from it: {amount})',
  },
  'step-pay-by-plan': { 'zh-CN': '按计划还清{account}', en: 'Clear {account} as planned' },
  'step-close-credit-purchase': { 'zh-CN': '关闭信用购，花呗留着', en: 'Close Credit Purchase; Huabei stays' },
  'step-close-huabei': { 'zh-CN': '关闭花呗和信用购', en: 'Close Huabei and Credit Purchase' },
  'step-close-huabei-alone': { 'zh-CN': '关闭花呗', en: 'Close Huabei' },
  'step-close-borrow': { 'zh-CN': '关闭借呗', en: 'Close Borrow' },
  'step-record-closing': { 'zh-CN': '关好后在这里记下关闭日', en: 'Record here the day it was closed' },
  'step-watch': {
    'zh-CN': '盯到{until}：再有新的扣款或账单，就是没关干净',
    en: 'Watch until {until}: any new debit or bill means it is not closed',
  },
  'step-watch-next-bill': {
    'zh-CN': '下一张账单出来时再看一次：还有新的扣款或账单，就是没关干净',
    en: 'Look again when the next bill is out: any new debit or bill means it is not closed',
  },
  'menu-credit-purchase': {
    'zh-CN': '支付宝 › 花呗 › 右上角齿轮 › 关闭花呗|信用购 › 仅关闭信用购',
    en: 'Alipay › Huabei › gear at the upper right › Close Huabei | Credit Purchase › only Credit Purchase',
  },
  'menu-huabei': {
    'zh-CN': '支付宝 › 花呗 › 右上角齿轮 › 关闭花呗|信用购',
    en: 'Alipay › Huabei › gear at the upper right › Close Huabei | Credit Purchase',
  },
  'menu-huabei-alone': {
    'zh-CN': '支付宝 › 花呗 › 右上角齿轮 › 关闭花呗',
    en: 'Alipay › Huabei › gear at the upper right › Close Huabei',
  },
  'menu-borrow': {
    'zh-CN': '支付宝 › 我的 › 借呗 › 我的 › 更多 › 关闭服务',
    en: 'Alipay › Me › Borrow › Me › More › Close the service',
  },
  'from-repay-page': {
    'zh-CN': '支付宝的还款页，用余额、余额宝或借记卡',
    en: "Alipay's repayment page, from balance, Yu'e Bao or a debit card",
  },
  'from-bill-export': {
    'zh-CN': '支付宝 › 我的 › 账单 › 开具交易流水证明',
    en: 'Alipay › Me › Bills › statement of transactions',
  },
  'from-orders': { 'zh-CN': '淘宝、天猫等的订单页', en: 'The order pages of the shops' },
  'from-borrow-page': { 'zh-CN': '支付宝 › 我的 › 借呗', en: 'Alipay › Me › Borrow' },
  'from-quota-page': { 'zh-CN': '支付宝 › 花呗 › 额度', en: 'Alipay › Huabei › quota' },
  'from-export-page': { 'zh-CN': '这里的导出页', en: 'The export page here' },
  'consequence-only-huabei-stays': { 'zh-CN': '关闭后只剩花呗', en: 'Only Huabei stays' },
  'consequence-quota-does-not-return': {
    'zh-CN': '信用购的额度不会回到花呗',
    en: 'The Credit Purchase quota does not flow back to Huabei',
  },
  'consequence-reopening-not-possible': {
    'zh-CN': '单独关闭信用购后，目前不能再申请',
    en: 'Once closed alone, Credit Purchase cannot be applied for again at present',
  },
  'consequence-reopening-not-assured': {
    'zh-CN': '以后想再开要重新审核，不一定能开，额度也可能不同',
    en: 'Opening it again needs a new check, may fail, and the quota may differ',
  },
  'consequence-cannot-keep-credit-purchase': {
    'zh-CN': '不能只关花呗、留下信用购',
    en: 'Huabei cannot be closed while Credit Purchase stays',
  },
  'consequence-credit-report-stays': {
    'zh-CN': '征信上的历史不会因为关闭而删掉；逾期记录结清后再留5年',
    en: 'The history stays on the credit report; an overdue record stays 5 years after it is settled',
  },
  'consequence-bills-disappear': {
    'zh-CN': '关闭后在支付宝里看不到以前的账单',
    en: 'Old bills are out of sight in Alipay after closing',
  },
  'consequence-rate-may-differ': {
    'zh-CN': '再开时利率和额度可能不同',
    en: 'Rate and limit may differ if it is opened again',
  },
  'consequence-takes-three-days': {
    'zh-CN': '马上生效，最长3个工作日',
    en: 'Takes effect at once, or within 3 working days',
  },
  'consequence-unused-costs-nothing': {
    'zh-CN': '不用也不花钱，不关也可以',
    en: 'Not using it costs nothing; it can also stay open',
  },
  'risk-overdue': { 'zh-CN': '逾期会被限制或关闭', en: 'Overdue debt leads to limits or closing' },
  'risk-cash-out': { 'zh-CN': '套现会被关闭', en: 'Cashing out leads to closing' },
  'risk-unused': { 'zh-CN': '长期不用可能被关闭', en: 'Long disuse may lead to closing' },
  'risk-identity-expired': { 'zh-CN': '身份证过期会被限制', en: 'An expired identity card leads to limits' },
  'risk-overdue-fresh': {
    'zh-CN': '{account}从{since}起逾期{days}天，{amount}',
    en: '{account}: {amount} overdue for {days} {days|day|days} since {since}',
  },
  'risk-overdue-beyond-7': {
    'zh-CN': '{account}逾期{days}天，{amount}；超过7天一般会被冻结',
    en: '{account}: {amount} overdue for {days} days; after 7 days it is usually frozen',
  },
  'risk-overdue-beyond-30': {
    'zh-CN': '{account}逾期{days}天，{amount}；超过30天可能被永久关闭',
    en: '{account}: {amount} overdue for {days} days; after 30 days it may be closed for good',
  },
  'risk-overdue-beyond-90': {
    'zh-CN': '{account}逾期{days}天，{amount}；超过90天可能被起诉',
    en: '{account}: {amount} overdue for {days} days; after 90 days it may go to court',
  },
  'risk-overdue-large': {
    'zh-CN': '{account}逾期{days}天，金额大：{amount}',
    en: '{account}: a large amount overdue for {days} {days|day|days}: {amount}',
  },
  'risk-cash-out-warning': {
    'zh-CN': '用额度套现违反合同，金额大的可能犯罪',
    en: 'Turning the quota into cash breaks the contract and can be a crime',
  },
  'risk-last-used': { 'zh-CN': '最近一次用是{on}，{days}天前', en: 'Last used on {on}, {days} {days|day|days} ago' },
  'risk-identity-check': {
    'zh-CN': '这里看不到，到支付宝看身份证是否过期',
    en: 'Not visible here: check in Alipay whether the identity card has expired',
  },
}
