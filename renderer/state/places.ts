import { monthText } from '#shared/kernel/day.ts'
import type { BillKey } from '#shared/ledger/ledger.ts'

/** Addresses that more than one page leads to. */

/** How one bill stands in the address: `/bills/2026-07~huabei`. */
export const billPath = ({ account, month }: BillKey): string => billPathOf(account, monthText(month))
export const billPathOf = (account: string, month: string): string => `/bills/${month}~${encodeURIComponent(account)}`

/** The form of a repayment; `/bills/repay~huabei` begins with what the account has to pay next. */
export const REPAY_PATH = '/bills/repay'
export const repayPathOf = (account: string): string => `${REPAY_PATH}~${encodeURIComponent(account)}`

/** The form of an entry by hand; `/entries/new~huabei` begins with that account. */
export const ADD_ENTRY_PATH = '/entries/new'
export const addEntryPathOf = (account: string): string => `${ADD_ENTRY_PATH}~${encodeURIComponent(account)}`
