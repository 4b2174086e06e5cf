import type { AccountView, BillView } from '#shared/contract/views.ts'
import { addMonths, type Day, type Month, monthOf } from '#shared/kernel/day.ts'
import { isBilled } from '#shared/ledger/account.ts'
import { cycleOfMonth } from '#shared/ledger/cycle.ts'
import type { CoverageState } from '../../components/state-marks.tsx'
import { inOrder } from '../../state/account-places.ts'

/** Which months of which account are there (product.md D). Twelve months, ending with the newest bill that is out. */
export const COVERED_MONTHS = 12

export type CoveredMonth = { readonly month: Month; readonly state: CoverageState | 'before' }
export type CoverageRow = { readonly account: AccountView; readonly months: readonly CoveredMonth[] }

export function coverageOf(
  accounts: readonly AccountView[],
  bills: readonly BillView[],
  today: Day,
): readonly CoverageRow[] {
  const last = monthOf(today)
  return inOrder(accounts.filter(isBilled)).map((account) => {
    const own = bills.filter((bill) => bill.account === account.id)
    const first = firstMonth(account, own, today)
    const months = Array.from({ length: COVERED_MONTHS }, (_, index) => addMonths(last, index - COVERED_MONTHS + 1))
    return {
      account,
      months: months.map((month) => ({ month, state: stateOf(month, { own, first, account, today }) })),
    }
  })
}

/** Bills may be missing from the account's first month on: nothing can be missing before it was opened. */
function firstMonth(account: AccountView, own: readonly BillView[], today: Day): Month {
  const known = own.map((bill) => bill.month)
  if (account.openedOn !== null) known.push(addMonths(monthOf(account.openedOn), 1))
  return known.length === 0 ? monthOf(today) : (Math.min(...known) as Month)
}

type Around = {
  readonly own: readonly BillView[]
  readonly first: Month
  readonly account: AccountView
  readonly today: Day
}

function stateOf(month: Month, { own, first, account, today }: Around): CoveredMonth['state'] {
  const bill = own.find((one) => one.month === month)
  if (month < first || cycleOfMonth(account.terms, month).issuedOn > today) return 'before'
  if (bill === undefined || bill.status === 'upcoming') return 'missing'
  switch (bill.proof.state) {
    case 'proved':
      return 'proved'
    case 'differs':
      return 'differs'
    case 'total-only':
      return 'total-only'
    case 'derived-only':
      return 'entries-only'
  }
}

/** The earliest missing month of an account, else the newest month whose bill is out or coming next. */
export function nextToEnter(row: CoverageRow, entered: readonly Month[], today: Day): Month {
  const missing = row.months.find(({ month, state }) => state === 'missing' && !entered.includes(month))
  return missing?.month ?? monthOf(today)
}
