import type { BillView } from '#shared/contract/views.ts'
import { dayText } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import { parseDayField } from '../../components/field-parsing.ts'
import { useToday } from '../../i18n/preferences.tsx'
import { useAsk } from '../../state/use-ask.ts'
import { lateDayOf, type RepaymentDraft, unpaidInTime } from './repayment-draft.ts'

export type AskedAmount = {
  /** null while the day cannot be read, or its answer is on its way. */
  readonly amount: Fen | null
  readonly isOnItsWay: boolean
}

/** What the named bill asked for on the day that is typed, charges for being overdue through that day with it. */
export function useAskedAmount(draft: RepaymentDraft, bill: BillView | undefined): AskedAmount {
  const today = useToday()
  const day = parseDayField(draft.on, today, 'past')
  const late = bill && day.ok ? lateDayOf(bill, day.value, today) : null
  const answer = useAsk(
    'listBills',
    { account: draft.to, on: late === null ? '' : dayText(late) },
    {
      enabled: late !== null,
    },
  )
  if (!bill || !day.ok) return { amount: null, isOnItsWay: false }
  if (late === null) return { amount: day.value <= bill.dueOn ? unpaidInTime(bill) : bill.unpaid, isOnItsWay: false }
  if (answer.state !== 'here') return { amount: null, isOnItsWay: answer.state === 'waiting' }
  return { amount: answer.value.find(({ month }) => month === bill.month)?.unpaid ?? null, isOnItsWay: false }
}
