import { type AccountRef, creditPurchaseOf, HUABEI } from './account-ref.ts'

/**
 * Who paid, from 收/付款方式 (formats.md 2.4). The text is one or more legs joined by `&`; coupons and vouchers are no
 * money. `contains("花呗")` would be wrong: 花呗金 and 花呗信用购立减 are discounts.
 */
export type Funding = {
  readonly credit: readonly CreditLeg[]
  /** Legs of the user's own money: balance, Yu'e Bao, bank cards. */
  readonly own: readonly string[]
  /** Legs that someone else pays: family card, paid by a friend. */
  readonly others: readonly string[]
}

export type CreditLeg = {
  readonly text: string
  /** null for a Credit Purchase that does not name its lender. */
  readonly account: AccountRef | null
  readonly installments: number | null
}

export const NO_FUNDING: Funding = { credit: [], own: [], others: [] }

export function readFunding(method: string): Funding {
  if (method === '' || method === '/') return NO_FUNDING
  const legs = toHalfWidth(method)
    .split('&')
    .map((leg) => leg.trim())
    .filter((leg) => leg !== '')
  const credit: CreditLeg[] = []
  const own: string[] = []
  const others: string[] = []
  for (const leg of legs) {
    const onCredit = readCreditLeg(leg)
    if (onCredit) credit.push(onCredit)
    else if (isDiscount(leg)) continue
    else (SOMEONE_ELSE.test(leg) ? others : own).push(leg)
  }
  return { credit, own, others }
}

/** All real legs in the order credit, own, others; for the question how a purchase was divided. */
export const realLegs = ({ credit, own, others }: Funding): readonly string[] => [
  ...credit.map((leg) => leg.text),
  ...own,
  ...others,
]

const SOMEONE_ELSE = /^(亲情卡|他人代付)/
const HUABEI_LEG = /^花呗(?:分期\((\d+)期\))?(?:\([^()]*\))?$/
/** `江苏银行信用购`, `北京银行信用购(原花呗)`; installments on it are a guess by analogy. */
const CREDIT_PURCHASE_LEG = /^(.*?)信用购(?:分期\((\d+)期\))?(?:\([^()]*\))?$/

function readCreditLeg(text: string): CreditLeg | null {
  const huabei = HUABEI_LEG.exec(text)
  if (huabei) return { text, account: HUABEI, installments: huabei[1] ? Number(huabei[1]) : null }
  const purchase = CREDIT_PURCHASE_LEG.exec(text)
  if (!purchase) return null
  const [, lender = '', count] = purchase
  const named = lender !== '' && !lender.startsWith('花呗')
  return { text, account: named ? creditPurchaseOf(lender) : null, installments: count ? Number(count) : null }
}

const DISCOUNT = /红包|优惠|立减|折扣|特惠|券|劵|抵扣|抵价|金$|币$/
/** End like a discount but are money. */
const MONEY_AFTER_ALL = /黄金$|备用金$|公积金$|基金$|保证金$|押金$|人民币$/

const isDiscount = (leg: string): boolean => DISCOUNT.test(leg) && !MONEY_AFTER_ALL.test(leg)

function toHalfWidth(text: string): string {
  return FULL_WIDTH.test(text) ? text.replaceAll('（', '(').replaceAll('）', ')').replaceAll('＆', '&') : text
}

const FULL_WIDTH = /[（）＆]/
