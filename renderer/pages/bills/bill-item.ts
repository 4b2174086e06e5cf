import { type Month, monthText, parseMonth } from '#shared/kernel/day.ts'
import type { BillKey } from '#shared/ledger/ledger.ts'

/** The bill that an address names (`2026-07~huabei`); null for anything else. */
export function billOfItem(item: string | undefined): BillKey | null {
  const cut = item?.indexOf('~') ?? -1
  if (item === undefined || cut < 0) return null
  const month = parseMonth(item.slice(0, cut))
  return month.ok ? { account: decoded(item.slice(cut + 1)), month: month.value as Month } : null
}

/** The router has decoded a part of it already; a name with a percent sign of its own stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** `repay` opens the form of a repayment, `repay~huabei` with what that account has to pay next; null for anything else. */
export function repayOfItem(item: string | undefined): { readonly account: string | null } | null {
  if (item === REPAY) return { account: null }
  return item?.startsWith(`${REPAY}~`) ? { account: decoded(item.slice(REPAY.length + 1)) } : null
}

const REPAY = 'repay'

/** What a bill is asked for by: ahead of the press and by the part that shows it. */
export const billQuestion = ({ account, month }: BillKey) => ({ account, month: monthText(month) })
