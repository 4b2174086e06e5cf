import { type Day, dayText, monthText } from '#shared/kernel/day.ts'
import type { BillKey } from '#shared/ledger/ledger.ts'

/**
 * The id under which a bill can be asked, as it stands on a day: what is unpaid of it, or its total, what its entries add
 * up to and by how much that differs, what is paid or left.
 */
export const billFigure = (
  { account, month }: BillKey,
  on: Day,
  part: 'total' | 'derived' | 'differs' | 'paid' | 'left' | null = null,
): string => `bill:${account}:${monthText(month)}${part === null ? '' : `:${part}`}@${dayText(on)}`

export const minimumFigure = (what: 'minimum' | 'minimum-safe', { account, month }: BillKey, on: Day): string =>
  `${what}:${account}:${monthText(month)}@${dayText(on)}`

/** What one due day asks for, of all accounts or of one. */
export const dueFigure = (
  what: 'full' | 'minimum' | 'safe' | 'cost',
  { on, account }: { readonly on: Day; readonly account?: string },
  today: Day,
): string => `due:${what}:${account === undefined ? '' : `${account}:`}${dayText(on)}@${dayText(today)}`
