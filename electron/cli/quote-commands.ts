import { contract } from '#shared/contract/contract.ts'
import { date } from '#shared/contract/json/leaves.ts'
import { quoteJson } from '#shared/contract/json/quote-json.ts'
import { quoteHandlers } from '../handlers/quote-handlers.ts'
import { explainHint } from './explain-hint.ts'
import { withLedger } from './ledger-session.ts'
import { quoteText } from './quote-text.ts'
import { requestOf } from './request.ts'
import type { Terminal } from './terminal.ts'

export const showQuote = (terminal: Terminal, account: string, options: { on?: string }): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    const typed = { account, on: options.on ?? date(session.today) }
    const quote = await session.ask(quoteHandlers.getQuote, requestOf(contract.getQuote.request, typed))
    terminal.answer(quoteJson(quote), () => {
      const figures = [quote.explain, ...new Set(quote.residue.map(({ explain }) => explain))]
      return quoteText(terminal, quote) + explainHint(terminal, figures)
    })
  })
