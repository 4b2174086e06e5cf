import { monthText } from '#shared/kernel/day.ts'
import type { BillKey } from '#shared/ledger/ledger.ts'

/** The ids under which the figures of a bill can be asked. */
export const billFigure = ({ account, month }: BillKey): string => `bill:${account}:${monthText(month)}`
