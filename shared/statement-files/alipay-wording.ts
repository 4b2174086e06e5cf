import { type Month, monthNumber } from '#shared/kernel/day.ts'
import { type AccountRef, BORROW, creditPurchaseOf, HUABEI } from './account-ref.ts'

/**
 * What the text of a credit row says (formats.md 2.5). `confirmed` is false for wordings that no real statement has
 * shown: they are read as best they can, and the user is asked.
 */
export type Wording =
  | { readonly says: 'combined-repayment'; readonly billMonth: Month | null }
  | {
      readonly says: 'repayment'
      readonly account: AccountRef | null
      readonly billMonth: Month | null
      readonly confirmed: boolean
    }
  | { readonly says: 'disbursement'; readonly account: AccountRef; readonly confirmed: boolean }
  | { readonly says: 'installment-fee' | 'interest'; readonly account: AccountRef }
  | {
      readonly says: 'other-credit'
      readonly name: string
      readonly moves: 'back' | 'out' | 'unclear'
      readonly confirmed: boolean
    }

type Pattern = { readonly test: RegExp; readonly read: (match: RegExpExecArray, row: WordingRow) => Wording }
export type WordingRow = { readonly description: string; readonly counterparty: string }

/** First match wins. The bar is the half-width one: `readWording` replaces `｜` before it looks. */
const PATTERNS: readonly Pattern[] = [
  {
    test: /^(?:花呗)?(?:自动|主动)还款-?花呗\|信用购/,
    read: (_, row) => ({ says: 'combined-repayment', billMonth: billMonthIn(row.description) }),
  },
  { test: /^花呗(?:自动|主动)还款|^(?:自动|主动)还款-?花呗/, read: (_, row) => repaymentOf(HUABEI, row, true) },
  { test: /^(?=.*还款)(.*?)信用购/, read: (match, row) => repaymentOf(lenderOf(match[1] ?? '', row), row, false) },
  { test: /^花呗(?!收钱).*手续费/, read: () => ({ says: 'installment-fee', account: HUABEI }) },
  { test: /^花呗.*(?:利息|罚息|违约金)/, read: () => ({ says: 'interest', account: HUABEI }) },
  { test: /^花呗.*还款/, read: (_, row) => repaymentOf(HUABEI, row, false) },
  { test: /^(?:蚂蚁)?借呗放款/, read: () => ({ says: 'disbursement', account: BORROW, confirmed: true }) },
  { test: /^(?:蚂蚁)?借呗还款/, read: (_, row) => repaymentOf(BORROW, row, true) },
  { test: /^(?:蚂蚁)?借呗.*还款/, read: (_, row) => repaymentOf(BORROW, row, false) },
  {
    test: /^备用金.*(?:归还|还款)/,
    read: () => ({ says: 'other-credit', name: '备用金', moves: 'back', confirmed: true }),
  },
  {
    test: /^备用金.*(?:取出|放款)/,
    read: () => ({ says: 'other-credit', name: '备用金', moves: 'out', confirmed: true }),
  },
  {
    test: /^信用卡还款/,
    read: () => ({ says: 'other-credit', name: '信用卡还款', moves: 'unclear', confirmed: true }),
  },
  { test: /^抖音月付/, read: () => ({ says: 'other-credit', name: '抖音月付', moves: 'unclear', confirmed: true }) },
  {
    test: /^网商(?:贷|银行)/,
    read: (match) => ({ says: 'other-credit', name: match[0], moves: 'unclear', confirmed: false }),
  },
  { test: /^备用金/, read: (match) => ({ says: 'other-credit', name: match[0], moves: 'unclear', confirmed: false }) },
]

/** null when no known wording fits. */
export function readWording({ description, counterparty }: WordingRow): Wording | null {
  const row = { description: description.replaceAll('｜', '|'), counterparty: counterparty.replaceAll('｜', '|') }
  if (row.counterparty === '花呗|信用购' && row.description.includes('还款')) {
    return { says: 'combined-repayment', billMonth: billMonthIn(row.description) }
  }
  for (const pattern of PATTERNS) {
    const match = pattern.test.exec(row.description)
    if (match) return pattern.read(match, row)
  }
  if (!row.description.includes('还款')) return null
  if (row.counterparty === '花呗') return repaymentOf(HUABEI, row, false)
  return /^(?:自动|主动)还款/.test(row.description) ? repaymentOf(null, row, false) : null
}

const CREDIT_PARTIES = /^(?:花呗|蚂蚁花呗|信用购|借呗|蚂蚁借呗|备用金|网商贷)$|^花呗[|｜]信用购$|信用购$/

/** Counterparties that are themselves a credit product. */
export const isCreditParty = (counterparty: string): boolean => CREDIT_PARTIES.test(counterparty)

/** The month in the text is the name of the bill, not of the payment (formats.md 2.5). */
export function billMonthIn(text: string): Month | null {
  const match = /(\d{4})年(0[1-9]|1[0-2])月账单/.exec(text)
  return match ? monthNumber(Number(match[1]), Number(match[2])) : null
}

const repaymentOf = (account: AccountRef | null, row: WordingRow, confirmed: boolean): Wording => ({
  says: 'repayment',
  account,
  billMonth: billMonthIn(row.description),
  confirmed,
})

/** The lender stands before 信用购, in the counterparty or in the text. */
function lenderOf(prefix: string, { counterparty }: WordingRow): AccountRef | null {
  const named = /^(.+)信用购/.exec(counterparty)?.[1] ?? prefix.replace(/^(?:自动|主动|提前)?还款-?/, '')
  return named === '' || named.startsWith('花呗') ? null : creditPurchaseOf(named)
}
