import { dayText, monthText, parseDay } from '#shared/kernel/day.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { Bill } from '#shared/ledger/bill.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { explainOwed } from '#shared/ledger/explain/explain-owed.ts'
import { byAccount, derivation, line, spoken, sumLine } from '#shared/ledger/explain/line.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'

/**
 * Sums of bills, account by account (engine.md 2, 11): `bills:unpaid@DAY` what is unpaid of those that are issued,
 * `bills:rolling@DAY` the principal that a minimum left behind and no issued bill holds, `bills:coming:DUE@DAY` what those
 * hold that are issued later and fall due on a day. Null for another figure.
 */
export function explainBills(ledger: Ledger, figure: string): Derivation | null {
  const match = /^bills:(?:(unpaid|rolling)|coming:(\d{4}-\d{2}-\d{2}))@(\d{4}-\d{2}-\d{2})$/.exec(figure)
  const [, what = 'coming', duePart = '', dayPart = ''] = match ?? []
  const [due, on] = [parseDay(duePart), parseDay(dayPart)]
  if (!match || !on.ok || (what === 'coming' && !due.ok)) return null
  const asked = { ...ledger, today: on.value }
  const dueOn = due.ok ? due.value : null
  const bills = billsOf(asked).filter(({ status, dueOn: ownDue }) => {
    if (what === 'unpaid') return status !== 'upcoming'
    return status === 'upcoming' && (what === 'rolling' || ownDue === dueOn)
  })
  const lineOf = what === 'rolling' ? rollingLine : (bill: Bill) => leftLine(asked, bill)
  const ofAccount = (id: AccountId) => spoken(bills.filter(({ account }) => account === id).map(lineOf))
  return derivation(figure, byAccount(asked.accounts, ofAccount))
}

const leftLine = (ledger: Ledger, { account, month }: Bill): DerivationLine => {
  const values = { month: monthText(month) }
  const lines = explainOwed(ledger, `bill:${account}:${values.month}@${dayText(ledger.today)}`)?.lines ?? []
  return sumLine('bill-left', lines, values)
}

const rollingLine = ({ parts, certainty }: Bill): DerivationLine =>
  line('rolled-principal', parts.rolledPrincipal, { certainty, source: '2.5' })
