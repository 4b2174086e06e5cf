import type { BillView } from '#shared/contract/views.ts'
import { type Month, monthText } from '#shared/kernel/day.ts'

/** Which of the bills are listed: by words, account and state, all of them at once. */
export type BillFilter = { readonly text: string; readonly account: string; readonly state: BillFilterState }

export const BILL_STATES = ['open', 'overdue', 'paid', 'differs', 'upcoming'] as const
export type BillFilterState = (typeof BILL_STATES)[number] | ''

export const NO_BILL_FILTER: BillFilter = { text: '', account: '', state: '' }

export const isFiltered = (filter: BillFilter): boolean => Object.values(filter).some((value) => value !== '')

/** A saved filter as it was typed and chosen; what it does not know is left out. */
export const billFilterFrom = (saved: Readonly<Record<string, string>>): BillFilter => ({
  text: saved.text ?? '',
  account: saved.account ?? '',
  state: BILL_STATES.find((one) => one === saved.state) ?? '',
})

export const billFilterText = (filter: BillFilter): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''))

/** Names and months as people call them: `花呗`, `hb`, `2026-07`, `2026年07月`, `7月`. */
export type BillNames = {
  readonly nameOf: (account: string) => string
  readonly monthName: (month: Month) => string
}

export function filterBills(bills: readonly BillView[], filter: BillFilter, names: BillNames): readonly BillView[] {
  const words = filter.text
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return bills.filter(
    (bill) =>
      (filter.account === '' || bill.account === filter.account) &&
      isIn(bill, filter.state) &&
      words.every((word) => calledBy(bill, names).includes(word)),
  )
}

function isIn(bill: BillView, state: BillFilterState): boolean {
  switch (state) {
    case '':
      return true
    case 'open':
      return bill.unpaid > 0 && bill.status !== 'upcoming'
    case 'differs':
      return bill.proof.state === 'differs'
    default:
      return bill.status === state
  }
}

const calledBy = ({ account, month }: BillView, { nameOf, monthName }: BillNames): string =>
  [nameOf(account), initialsOf(nameOf(account)), monthText(month), monthName(month), `${(month % 12) + 1}月`]
    .join(' ')
    .toLowerCase()

/** Pinyin initials of the two products that have bills. */
const initialsOf = (name: string): string =>
  name.includes('花呗') ? 'hb huabei' : name.includes('信用购') ? 'xyg' : ''
