import { dayText } from '#shared/kernel/day.ts'
import { done, refused } from '#shared/kernel/outcome.ts'
import { decideAccountChange } from '#shared/ledger/decisions/decide-account.ts'
import { afterClosing } from '#shared/outlook/closure/after-closing.ts'
import { accountClosing, closingState } from '#shared/outlook/closure/closing-day.ts'
import { accountsOfTarget } from '#shared/outlook/closure/targets.ts'
import { readAccounts, supersedeAccount } from '../store/accounts.ts'
import { listClosingSteps, listShownQuotes, putClosingStep, putShownQuote } from '../store/closing.ts'
import { readLedger } from '../store/read-ledger.ts'
import type { Handlers, RuleRefusal } from './handler.ts'

/** The last steps of the way out, what Alipay showed on it, and the watch after it. */
export const closingHandlers: Handlers<
  'getClosing' | 'listShownQuotes' | 'copyQuote' | 'recordClosingStep' | 'recordClosing'
> = {
  getClosing: ({ store, today }, { target, owner = null }) =>
    store.read((reader) => {
      const ledger = readLedger(reader, today)
      return done({
        state: closingState(accountsOfTarget(ledger.accounts, { target, owner })),
        steps: listClosingSteps(reader, { target, owner }),
        after: afterClosing(ledger, { target, owner }),
      })
    }),

  listShownQuotes: ({ store }) => done(store.read(listShownQuotes)),

  copyQuote: ({ store, now }, { account, on, cells }) =>
    store.write({ code: 'quote-copied', values: { account, on: dayText(on) } }, (writer) => {
      if (!readAccounts(writer).some(({ id }) => id === account)) {
        return refused({ kind: 'account-not-found', values: { id: account } })
      }
      const quote = { account, on, at: now(), cells }
      putShownQuote(writer, quote)
      return done(quote)
    }),

  recordClosingStep: ({ store, now }, { target, owner = null, step, note }) =>
    store.write({ code: 'closing-step', values: { step } }, (writer) => {
      const taken = { step, at: now(), note }
      putClosingStep(writer, { target, owner }, taken)
      return done(taken)
    }),

  recordClosing: ({ store, today }, { target, owner = null, to, on }) =>
    store.write<{ readonly target: string }, RuleRefusal>(
      { code: `closing-${to}`, values: { target, on: dayText(on) } },
      (writer) => {
        if (on > today) return refused({ kind: 'day-in-future', values: { on: dayText(on) } })
        const known = readAccounts(writer)
        const accounts = accountsOfTarget(known, { target, owner })
        if (accounts.length === 0) return refused({ kind: 'nothing-to-close', values: { target } })
        for (const account of accounts) {
          const decided = decideAccountChange(known, accountClosing(account, to, on), { isBalanceStated: false, today })
          if (!decided.ok) return decided
          const superseded = supersedeAccount(writer, decided.value)
          if (!superseded.ok) return superseded
        }
        return done({ target })
      },
    ),
}
