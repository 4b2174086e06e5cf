import { type Day, dayText } from '#shared/kernel/day.ts'
import type { AccountId } from '#shared/ledger/account.ts'

/** The id under which a part of what an account owes can be asked: a cell, a row or rows of them, the used quota. */
export const owedFigure = (account: AccountId, part: string, on: Day): string =>
  `owed:${account}:${part}@${dayText(on)}`
