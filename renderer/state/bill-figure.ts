import { type Day, dayText, monthText } from '#shared/kernel/day.ts'
import type { BillKey } from '#shared/ledger/ledger.ts'

/** The id under which a bill can be asked, as it stands on a day. */
export const billFigure = ({ account, month }: BillKey, on: Day): string =>
  `bill:${account}:${monthText(month)}@${dayText(on)}`
