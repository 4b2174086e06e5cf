import { contract } from '#shared/contract/contract.ts'
import { date, yuan } from '#shared/contract/json/leaves.ts'
import { quoteJson } from '#shared/contract/json/quote-json.ts'
import { counting } from '#shared/outlook/shown-quote.ts'
import { closingHandlers } from '../handlers/closing-handlers.ts'
import { quoteHandlers } from '../handlers/quote-handlers.ts'
import { explainHint } from './explain-hint.ts'
import { withLedger } from './ledger-session.ts'
import { quoteText } from './quote-text.ts'
import { requestOf } from './request.ts'
import type { Terminal } from './terminal.ts'

/** What was worked out, and beside it what Alipay shows of that day where it was copied. */
export const showQuote = (terminal: Terminal, account: string, options: { on?: string }): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    const typed = { account, on: options.on ?? date(session.today) }
    const quote = await session.ask(quoteHandlers.getQuote, requestOf(contract.getQuote.request, typed))
    const counts = counting(quote, await session.ask(closingHandlers.listShownQuotes, {}))
    const shown = counts.isShown ? counts : null
    const beside = shown === null ? {} : { shown: { total: yuan(shown.total) } }
    terminal.answer({ ...quoteJson(quote), ...beside }, () => {
      const figures = [quote.explain, ...new Set(quote.residue.map(({ explain }) => explain))]
      return quoteText(terminal, quote, shown) + explainHint(terminal, figures)
    })
  })
