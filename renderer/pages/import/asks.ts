/** Why a row needs the user, as files' rules name it; each has its question in words. */
const ASKS = [
  'combined-repayment',
  'two-funding-legs',
  'refund-without-purchase',
  'refund-method-missing',
  'refund-expected',
  'lender-not-named',
  'marked-not-counted',
  'unconfirmed-wording',
  'unconfirmed-charge',
  'unknown-wording',
  'unknown-status',
  'days-proposed',
  'row-not-readable',
  'possible-double',
  'number-taken',
] as const
export type Ask = (typeof ASKS)[number]

export const isAsk = (reason: string): reason is Ask => (ASKS as readonly string[]).includes(reason)
