import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { reviewHandlers } from '../handlers/review-handlers.ts'
import type { LedgerSession } from './ledger-session.ts'
import type { Terminal } from './terminal.ts'

/** Said right where something was entered: a file may have brought the same money before. Nothing where none has. */
export async function doubleNote(
  terminal: Terminal,
  session: LedgerSession,
  entry: string,
): Promise<readonly string[]> {
  const reviews = await session.ask(reviewHandlers.listReviews, {})
  const asked = reviews.find(({ proposal }) => proposal.kind === 'double' && proposal.other.entry === entry)
  return asked === undefined ? [] : [terminal.say(cliTexts.perhapsImported, { id: asked.id })]
}
