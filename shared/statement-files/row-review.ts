import { type Month, monthText } from '#shared/kernel/day.ts'
import { unreachable } from '#shared/kernel/outcome.ts'
import type { Language } from './language.ts'

/** Why a row needs the user, with the figures that the question names (formats.md 7, product.md B). */
export type RowReview =
  | { readonly reason: 'combined-repayment'; readonly billMonth: Month | null }
  | { readonly reason: 'two-funding-legs'; readonly legs: readonly string[] }
  | { readonly reason: 'refund-without-purchase'; readonly candidates: readonly string[] }
  | { readonly reason: 'refund-method-missing' }
  | { readonly reason: 'refund-expected' }
  | { readonly reason: 'lender-not-named'; readonly text: string }
  | { readonly reason: 'marked-not-counted'; readonly text: string }
  | { readonly reason: 'unconfirmed-wording'; readonly text: string }
  | { readonly reason: 'unknown-wording'; readonly text: string }
  | { readonly reason: 'unknown-status'; readonly status: string }
  | { readonly reason: 'possible-double' }
  | { readonly reason: 'number-taken'; readonly orderNo: string }

/** What the user is asked, in one or two plain sentences. */
export function reviewQuestion(review: RowReview, language: Language): string {
  return language === 'en' ? inEnglish(review) : inChinese(review)
}

function inChinese(review: RowReview): string {
  switch (review.reason) {
    case 'combined-repayment':
      return `这笔还款同时还了花呗和信用购${review.billMonth === null ? '' : `（${monthText(review.billMonth)} 账单）`}，文件里没写各还多少。请填写每个账户的金额，合计要等于这笔还款。`
    case 'two-funding-legs':
      return `这笔消费由多种方式一起付款（${review.legs.join('、')}），文件里没写各付多少。其中用信用付款的是多少？`
    case 'refund-without-purchase':
      return `文件里没写这笔退款属于哪笔消费${review.candidates.length > 0 ? `，可能的消费有 ${review.candidates.length} 笔` : ''}。请选择对应的消费，或确认它单独入账。`
    case 'refund-method-missing':
      return '文件里没写这笔退款退到了哪里。原消费用的是信用付款：是否退回了同一个账户？'
    case 'refund-expected':
      return '这笔消费已付款，随后交易关闭，但还没有看到退款。退款到了吗？是多少？'
    case 'lender-not-named':
      return `“${review.text}”没有写明是哪家机构的信用购。请选择账户。`
    case 'marked-not-counted':
      return `这笔用信用付款的消费在支付宝里标成了“不计收支”（${review.text}）。它仍然要还：请确认。`
    case 'unconfirmed-wording':
      return `“${review.text}”这种写法还没有见过真实账单，这里是推测。请确认对不对。`
    case 'unknown-wording':
      return `看不懂“${review.text}”。这笔和花呗、信用购或借呗有关吗？`
    case 'unknown-status':
      return `交易状态“${review.status}”没有见过，不知道钱有没有付出去。请看一眼支付宝里的这笔交易。`
    case 'possible-double':
      return '账本里有一笔手记的，账户、金额一样，日子相近。是同一笔吗？'
    case 'number-taken':
      return `订单号 ${review.orderNo} 已经有一笔，金额或时间不一样。是同一笔改了，还是另外一笔？`
    default:
      return unreachable(review)
  }
}

function inEnglish(review: RowReview): string {
  switch (review.reason) {
    case 'combined-repayment':
      return `This repayment covers Huabei and Credit Purchase together${review.billMonth === null ? '' : ` (bill ${monthText(review.billMonth)})`}; the file does not say how much went to each. Enter the amount for each account; they must add up to the repayment.`
    case 'two-funding-legs':
      return `This purchase was paid in several ways at once (${review.legs.join(', ')}); the file does not say how much each. How much of it was on credit?`
    case 'refund-without-purchase':
      return `The file does not say which purchase this refund belongs to${review.candidates.length > 0 ? `; ${review.candidates.length} could fit` : ''}. Choose the purchase, or confirm that it stands alone.`
    case 'refund-method-missing':
      return 'The file does not say where this refund went. The purchase was on credit: did it go back to the same account?'
    case 'refund-expected':
      return 'This purchase was paid and then closed, but no refund has been seen. Did it arrive, and how much was it?'
    case 'lender-not-named':
      return `"${review.text}" does not name the lender of the Credit Purchase. Choose the account.`
    case 'marked-not-counted':
      return `This purchase on credit was marked "not counted" in Alipay (${review.text}). It is still owed: please confirm.`
    case 'unconfirmed-wording':
      return `The wording "${review.text}" has not been seen in a real statement; this reading is a guess. Is it right?`
    case 'unknown-wording':
      return `The wording "${review.text}" is unknown. Does it concern Huabei, Credit Purchase or Borrow?`
    case 'unknown-status':
      return `The status "${review.status}" is unknown, so it is not clear whether money moved. Please look at this transaction in Alipay.`
    case 'possible-double':
      return 'An entry made by hand has the same account and amount, at about the same time. Is it the same one?'
    case 'number-taken':
      return `The order number ${review.orderNo} is there already, with another amount or time. Is it the same one, changed, or another one?`
    default:
      return unreachable(review)
  }
}
