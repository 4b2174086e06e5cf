import { asksNow, type ReviewView } from '#shared/contract/review-view.ts'
import type { TodayAction } from '#shared/contract/views.ts'
import { addDays, type Day, dayText, monthText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { type AccountId, isBilled } from '#shared/ledger/account.ts'
import type { CaseDue } from '#shared/ledger/case/case-due.ts'
import { type Ledger, ofAccount } from '#shared/ledger/ledger.ts'
import type { NextDue, Owed } from '#shared/ledger/owed.ts'

/** What to do, in order of day, what is overdue first (product.md, question 4). */

/** Records older than this make every figure a figure of that day (engine.md 10, records-current). */
const RECORDS_DAYS = 3

/** Parts of a loan are due for years; what is further away than a month is for the calendar. */
const AHEAD = 31

/** What waits beside the money: rows of an import, and the days of the case file. */
export type Waiting = { readonly reviews: readonly ReviewView[]; readonly due: readonly CaseDue[] }

export function todayActions(ledger: Ledger, owed: Owed, { reviews, due }: Waiting): readonly TodayAction[] {
  const actions = [
    ...owed.nextDue.filter(({ on }) => on <= addDays(ledger.today, AHEAD)).flatMap((one) => dueActions(ledger, one)),
    ...reviewActions(ledger.today, reviews),
    ...importActions(ledger),
    ...receiptActions(ledger),
    ...quotaActions(ledger),
    ...caseActions(ledger.today, due),
  ]
  return actions.sort((a, b) => a.on - b.on)
}

const nameOf = ({ accounts }: Ledger, id: AccountId): string => accounts.find((one) => one.id === id)?.name ?? id

type Due = NextDue & { readonly account: AccountId }

/** An overdue bill is for today. Money must be in place the evening before an automatic deduction (engine.md 3). */
function dueActions(ledger: Ledger, due: Due): readonly TodayAction[] {
  const { today } = ledger
  const account = nameOf(ledger, due.account)
  const bill = due.bill === null ? '' : monthText(due.bill)
  const minimumSafe = yuanText(due.minimumSafe)
  const withOverdue = due.minimumSafe > due.amount ? { withOverdue: 1 } : {}
  const values = { account, bill, minimumSafe, ...withOverdue }
  const explain = `due:full:${due.account}:${dayText(due.on)}@${dayText(today)}`
  const common = { amount: due.amount, explain, account: due.account, entry: null } as const
  if (due.overdue) return [{ ...common, kind: 'repay', on: today, do: { code: 'repay-overdue', values } }]
  const code = due.bill === null ? 'repay-part' : 'repay-bill'
  const repay: TodayAction = { ...common, kind: 'repay', on: due.on, do: { code, values } }
  if (due.on <= today) return [repay]
  return [{ ...common, kind: 'prepare', on: addDays(due.on, -1), do: { code: 'prepare-money', values } }, repay]
}

/** What lapsed is asked about today; a follow-up, a promise or an answer of the coming month stands on its day. */
function caseActions(today: Day, due: readonly CaseDue[]): readonly TodayAction[] {
  return due
    .filter(({ on }) => on <= addDays(today, AHEAD))
    .map(({ what, on, days, lapsed, text }) => {
      const code = lapsed && what !== 'notice' ? `case-${what}-lapsed` : `case-${what}`
      const values = { text, days: days ?? 0 }
      return {
        on: lapsed ? today : on,
        do: { code, values },
        amount: null,
        explain: null,
        kind: 'case',
        account: null,
        entry: null,
      }
    })
}

function reviewActions(today: Day, reviews: readonly ReviewView[]): readonly TodayAction[] {
  const count = reviews.filter(asksNow).length
  if (count === 0) return []
  const what = { code: 'answer-reviews', values: { count } }
  return [{ on: today, do: what, amount: null, explain: null, kind: 'review', account: null, entry: null }]
}

function importActions({ today, recordsCurrentOn, accounts }: Ledger): readonly TodayAction[] {
  if (!accounts.some(isBilled) || (recordsCurrentOn !== null && today - recordsCurrentOn <= RECORDS_DAYS)) return []
  const what = { code: 'import-statement', values: {} }
  return [{ on: today, do: what, amount: null, explain: null, kind: 'import', account: null, entry: null }]
}

function receiptActions({ today, entries }: Ledger): readonly TodayAction[] {
  return entries.flatMap((entry): readonly TodayAction[] => {
    if (entry.kind !== 'purchase' || entry.postedOn !== null) return []
    const what = { code: 'confirm-receipt', values: { label: entry.label } }
    const { id, account, amount } = entry
    return [{ on: today, do: what, amount, explain: null, kind: 'confirm-receipt', account, entry: id }]
  })
}

/** A copied quota is the master test of closing; it is asked for where the last copy is older than the last change. */
function quotaActions(ledger: Ledger): readonly TodayAction[] {
  const { today, accounts, entries, newestEntryOn } = ledger
  const missing = accounts.filter((account) => {
    const changedOn = ofAccount(newestEntryOn, account.id)
    if (account.kind === 'other' || account.status === 'closed' || changedOn === undefined) return false
    return !entries.some((entry) => entry.kind === 'quota' && entry.account === account.id && entry.on >= changedOn)
  })
  const [only, ...more] = missing
  if (!only) return []
  // One visit to Alipay copies them all: one line, so that what is due is not pushed out of sight.
  const what =
    more.length === 0
      ? { code: 'copy-quota', values: { account: only.name } }
      : { code: 'copy-quotas', values: { count: missing.length } }
  const account = more.length === 0 ? only.id : null
  return [{ on: today, do: what, amount: null, explain: null, kind: 'copy-quota', account, entry: null }]
}
