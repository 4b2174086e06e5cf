import type { Day } from '#shared/kernel/day.ts'
import { dayText } from '#shared/kernel/day.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { ClosureTarget } from '#shared/ledger/ledger.ts'
import type { ClosingStepDone } from '#shared/outlook/closure/closing-day.ts'
import type { ShownQuote } from '#shared/outlook/shown-quote.ts'
import { NOT_CONFIRMATIONS } from './notes.ts'
import type { Reader, Writer } from './queries.ts'
import { listRecords, putRecord } from './records.ts'

/** What the user saw in Alipay on the way out: its quote of a day, and each step of the day of closing with its time. */

const quoteId = (account: AccountId, on: Day): string => `${NOT_CONFIRMATIONS.quote}${account}@${dayText(on)}`
/** Of a target, and whose where two people's accounts are kept here. */
export type Closing = { readonly target: ClosureTarget; readonly owner: string | null }
const placeOf = ({ target, owner }: Closing): string => `${NOT_CONFIRMATIONS.step}${target}/${owner ?? ''}/`

/** A quote without a cell is none: it is taken back. */
export function putShownQuote(writer: Writer, quote: ShownQuote): void {
  const id = quoteId(quote.account, quote.on)
  putRecord(writer, 'confirmation', id, quote.cells.length === 0 ? null : quote)
}

export const listShownQuotes = (reader: Reader): readonly ShownQuote[] =>
  listRecords<ShownQuote>(reader, 'confirmation').flatMap(({ id, body }) =>
    id.startsWith(NOT_CONFIRMATIONS.quote) ? [body] : [],
  )

export const putClosingStep = (writer: Writer, closing: Closing, done: ClosingStepDone): void =>
  putRecord(writer, 'confirmation', `${placeOf(closing)}${done.step}`, done)

export const listClosingSteps = (reader: Reader, closing: Closing): readonly ClosingStepDone[] =>
  listRecords<ClosingStepDone>(reader, 'confirmation').flatMap(({ id, body }) =>
    id.startsWith(placeOf(closing)) ? [body] : [],
  )
