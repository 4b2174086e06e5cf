import type { Language, Sentence } from './language.ts'

/** The rule of the decision table (alipay-decisions.ts) that fired, as a code, and the sentence shown for it. */
const REASONS = {
  'no-money-moved': {
    'zh-CN': '免押、冻结或解冻，没有付钱。',
    en: 'A deposit waiver, freeze or release: no money moved.',
  },
  'repayment-failed': {
    'zh-CN': '还款失败，没有扣到钱，不减少欠款。',
    en: 'The repayment failed: nothing was paid, the debt is unchanged.',
  },
  'answered-before': {
    'zh-CN': '和你以前对同样写法的回答一样。',
    en: 'As you answered for this wording before.',
  },
  'repayment-returned': {
    'zh-CN': '与信用账户有关的退回，可能是还款被退回。',
    en: 'Money returned on a credit row; perhaps a repayment that came back.',
  },
  'refund-to-credit': {
    'zh-CN': '退款退回到信用账户，减少欠款。',
    en: 'The refund went back to the credit account and reduces the debt.',
  },
  'refund-to-several': {
    'zh-CN': '退款退回到信用账户和自有资金，各多少没有写。',
    en: 'The refund went to credit and to own money; the file does not say how much to each.',
  },
  'refund-to-own-money': {
    'zh-CN': '退款退到自有资金或他人账户，与欠款无关。',
    en: 'The refund went to own money or to another person: it does not touch the debt.',
  },
  'refund-without-method': {
    'zh-CN': '退款没有写退到哪里；原消费不是信用付款。',
    en: 'The refund does not say where it went, and its purchase is not known to be on credit.',
  },
  'refund-by-purchase': {
    'zh-CN': '退款没有写退到哪里；按原消费的信用账户处理。',
    en: 'The refund does not say where it went; taken to the credit account of its purchase.',
  },
  'refund-given': {
    'zh-CN': '退给别人的钱，是自己收款后的退款，与欠款无关。',
    en: 'Money given back to a customer: it does not touch the debt.',
  },
  'web-refund': {
    'zh-CN': '网页版账单不写退到哪里；和原消费一样，不知道是不是信用付款，没有记入。',
    en: "The web site's export does not say where a refund went; like its purchase it may be on credit or not: not counted.",
  },
  'never-paid': { 'zh-CN': '没有付款就关闭的交易。', en: 'Closed without ever being paid.' },
  'closed-not-counted': {
    'zh-CN': '交易关闭并标为不计收支，但写有信用付款方式。',
    en: 'Closed and marked as not counted, although it names a credit method.',
  },
  'zero-amount': { 'zh-CN': '金额为 0.00，没有付钱。', en: 'The amount is 0.00: no money moved.' },
  'credit-row-with-unknown-status': {
    'zh-CN': '与信用账户有关，但交易状态没有见过，暂不计入。',
    en: 'About credit, but its status is unknown: not counted until you say so.',
  },
  'combined-repayment': {
    'zh-CN': '一笔还款同时还花呗和信用购。',
    en: 'One repayment for Huabei and Credit Purchase together.',
  },
  'huabei-repayment': { 'zh-CN': '花呗还款。', en: 'A Huabei repayment.' },
  'credit-purchase-repayment': { 'zh-CN': '信用购还款。', en: 'A Credit Purchase repayment.' },
  'repayment-of-unknown-account': {
    'zh-CN': '还款，但看不出还的是哪个账户。',
    en: 'A repayment, but of which account is not clear.',
  },
  'borrow-disbursement': { 'zh-CN': '借呗放款。', en: 'Money lent by Borrow.' },
  'borrow-repayment': {
    'zh-CN': '借呗还款，本金和利息合在一起。',
    en: 'A Borrow repayment, principal and interest together.',
  },
  'credit-charge': { 'zh-CN': '信用账户的手续费或利息。', en: 'A fee or interest of a credit account.' },
  'other-credit-repayment': {
    'zh-CN': '归还另外的信用产品，不属于花呗、信用购、借呗。',
    en: 'Paid back to another credit product, not Huabei, Credit Purchase or Borrow.',
  },
  'other-credit-disbursement': {
    'zh-CN': '另外的信用产品放款，不属于花呗、信用购、借呗。',
    en: 'Lent by another credit product, not Huabei, Credit Purchase or Borrow.',
  },
  'other-credit': {
    'zh-CN': '另外的信用产品（如银行信用卡还款），不属于花呗、信用购、借呗。',
    en: 'Another credit product (such as a bank card repayment), not Huabei, Credit Purchase or Borrow.',
  },
  'other-credit-purchase': {
    'zh-CN': '用另外的信用产品付的，不属于花呗、信用购、借呗；要一起算，就把它作为其他欠款加进账户。',
    en: 'Paid on another credit product, not Huabei, Credit Purchase or Borrow; to count it, add it as another debt under Accounts.',
  },
  'other-credit-refund': {
    'zh-CN': '退回到另外的信用产品，不属于花呗、信用购、借呗。',
    en: 'Refunded to another credit product, not Huabei, Credit Purchase or Borrow.',
  },
  'receiving-fee': {
    'zh-CN': '商家收款的服务费，不是自己的花呗欠款。',
    en: 'A fee for receiving money as a shop, not a debt of your own.',
  },
  'web-purchase': {
    'zh-CN': '网页版账单不写付款方式，不知道是不是花呗；不猜，没有记成欠款。',
    en: "The web site's export names no payment method: whether it is on Huabei is not guessed, and it is not counted.",
  },
  'web-transfer': {
    'zh-CN': '转账或红包，没有商家，与欠款无关。',
    en: 'A transfer to a person, not to a shop: it does not touch the debt.',
  },
  'purchase-on-credit': { 'zh-CN': '用信用付款的消费。', en: 'A purchase on credit.' },
  'purchase-in-installments': { 'zh-CN': '用花呗分期付款的消费。', en: 'A purchase on credit in installments.' },
  'purchase-awaiting-receipt': {
    'zh-CN': '已付款、等待确认收货的消费。',
    en: 'A purchase on credit that awaits receipt.',
  },
  'purchase-closed-after-paying': {
    'zh-CN': '已付款后交易关闭：消费保留，由退款抵减。',
    en: 'Paid and then closed: the purchase stays, its refund offsets it.',
  },
  'purchase-marked-not-counted': {
    'zh-CN': '用信用付款，但在支付宝里标成了不计收支。',
    en: 'On credit, but marked as not counted in Alipay.',
  },
  'purchase-in-several-ways': {
    'zh-CN': '信用和其他方式一起付款的消费。',
    en: 'A purchase paid on credit and in another way together.',
  },
  'purchase-of-unnamed-lender': {
    'zh-CN': '信用购消费，但没有写是哪家机构。',
    en: 'A Credit Purchase whose lender is not named.',
  },
  'income-on-credit-method': {
    'zh-CN': '收入却写着信用付款方式，看不懂。',
    en: 'Income with a credit method: not understood.',
  },
  'credit-row-not-understood': {
    'zh-CN': '属于信用借还，但写法没有见过。',
    en: 'Filed under credit, but its wording is unknown.',
  },
  'paid-by-someone-else': {
    'zh-CN': '由他人付款（亲情卡、代付），不是自己的欠款。',
    en: 'Paid by someone else (family card): not your debt.',
  },
  'unknown-status': { 'zh-CN': '交易状态没有见过。', en: 'Its status is unknown.' },
  'not-credit': {
    'zh-CN': '没有用花呗、信用购或借呗，与欠款无关。',
    en: 'Not on Huabei, Credit Purchase or Borrow: it does not touch the debt.',
  },
} as const satisfies Record<string, Sentence>

export type Rule = keyof typeof REASONS

export const RULES = Object.keys(REASONS) as readonly Rule[]

/** Why a row became what it became, as a sentence for the preview. */
export const reasonSentence = (rule: Rule, language: Language): string => REASONS[rule][language]

/** The same for a code that may be none of a rule: that is shown as it is. */
export const reasonText = (why: string, language: Language): string =>
  isRule(why) ? reasonSentence(why, language) : why

const isRule = (why: string): why is Rule => Object.hasOwn(REASONS, why)
