import type { Translated } from '../words.ts'
import type { accountNames as zh } from '../zh-cn/account-names.ts'

export const accountNames: Translated<typeof zh> = {
  huabei: 'Huabei',
  'credit-purchase': 'Credit Purchase',
  borrow: 'Borrow',
  'credit-loan': 'Credit Loan',
  other: 'Other debt',
  ofLender: '{lender} {kind}',
}
