import { dayText } from '#shared/kernel/day.ts'
import { done, refused } from '#shared/kernel/outcome.ts'
import { findAccountOr } from '#shared/ledger/decisions/decide-account.ts'
import { payoffQuote } from '#shared/outlook/quote.ts'
import { readLedger } from '../store/read-ledger.ts'
import type { Handlers } from './handler.ts'

/** Pay exactly this on that day. A past day has been paid or not: it is refused. */
export const quoteHandlers: Handlers<'getQuote'> = {
  getQuote: ({ store, today }, { account: id, on }) => {
    const ledger = store.read((reader) => readLedger(reader, today))
    const account = findAccountOr(ledger.accounts, id)
    if (!account.ok) return account
    if (on < today) return refused({ kind: 'day-in-past', values: { on: dayText(on) } })
    return done(payoffQuote(ledger, id, on))
  },
}
