import { monthText } from '#shared/kernel/day.ts'
import type { BillKey } from '#shared/ledger/ledger.ts'

/** Addresses that more than one page leads to. */

/** How one bill stands in the address: `/bills/2026-07~huabei`. */
export const billPath = ({ account, month }: BillKey): string => billPathOf(account, monthText(month))
export const billPathOf = (account: string, month: string): string => `/bills/${month}~${encodeURIComponent(account)}`

/** The form of a repayment. */
export const REPAY_PATH = '/bills/repay'
