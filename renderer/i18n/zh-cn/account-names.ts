/** What accounts are called where the user gave no name. */
export const accountNames = {
  huabei: '花呗',
  'credit-purchase': '信用购',
  borrow: '借呗',
  'credit-loan': '信用贷',
  other: '其他欠款',
  ofLender: '{lender}{kind}',
} as const
