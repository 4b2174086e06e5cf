import { contract } from '#shared/contract/contract.ts'
import { reviewsJson } from '#shared/contract/json/entry-json.ts'
import { date, yuan } from '#shared/contract/json/leaves.ts'
import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { refusalSentence } from '#shared/contract/texts/refusal-sentence.ts'
import { reviewHandlers } from '../handlers/review-handlers.ts'
import { type LedgerSession, withLedger } from './ledger-session.ts'
import { UsageError } from './refused-error.ts'
import { requestOf } from './request.ts'
import { splitTyped } from './split-option.ts'
import { grouped, table } from './table.ts'
import type { Terminal } from './terminal.ts'
import { reasonOf } from './words.ts'

export const listReviews = (terminal: Terminal): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    const reviews = await session.ask(reviewHandlers.listReviews, {})
    terminal.answer(reviewsJson(reviews), () => {
      const { say } = terminal
      if (reviews.length === 0) return say(cliTexts.noReviews)
      const columns = [
        { title: say(cliTexts.day) },
        { title: say(cliTexts.amount), align: 'right' as const },
        { title: say(cliTexts.what) },
        { title: say(cliTexts.label) },
        { title: say(cliTexts.id) },
      ]
      const rows = reviews.map((one) => [
        date(one.on),
        grouped(yuan(one.amount)),
        reasonOf(terminal, one.reason),
        one.label,
        one.id,
      ])
      return table(columns, rows)
    })
  })

export type ResolveOptions = {
  readonly split?: readonly string[]
  readonly bill?: string
  readonly as?: string
  readonly account?: string
  readonly refundOf?: string
  readonly own?: string
  readonly amount?: string
  readonly on?: string
  readonly replaces?: boolean
  readonly ignore?: boolean
  readonly alike?: boolean
}

export const resolveReview = (terminal: Terminal, id: string, options: ResolveOptions): Promise<void> =>
  withLedger(terminal, { access: 'write' }, async (session) => {
    const { alike, own, account } = options
    const about = own !== undefined && account === undefined ? await accountAsked(session, id) : account
    const answer = answerTyped(about === undefined ? options : { ...options, account: about })
    const request = requestOf(contract.resolveReview.request, { id, alike, answer })
    const resolved = await session.ask(reviewHandlers.resolveReview, request)
    const left = await session.ask(reviewHandlers.listReviews, {})
    const json = { ...reviewsJson(left), id: resolved.id, answered: resolved.answered, left: resolved.left }
    terminal.answer(json, () => {
      const { say } = terminal
      const { answered: count } = resolved
      const told = count > 1 ? say(cliTexts.resolvedMany, { count }) : say(cliTexts.resolved, { id: resolved.id })
      return [
        told,
        ...resolved.left.map(({ what, why }) => `${what}: ${refusalSentence(why, terminal.language)}`),
      ].join('\n')
    })
  })

/** A question of how much was on credit is about one account, which need not be typed. */
async function accountAsked(session: LedgerSession, id: string): Promise<string | undefined> {
  const asked = (await session.ask(reviewHandlers.listReviews, {})).find((review) => review.id === id)?.proposal
  return asked?.kind === 'own-amount' ? asked.account : undefined
}

/** One answer, by the option that was given. */
function answerTyped(options: ResolveOptions): Readonly<Record<string, unknown>> {
  const { split, bill, as, account, refundOf, own, amount, on, replaces, ignore } = options
  const answers = [split, refundOf, own, as, replaces, ignore].filter((answer) => answer !== undefined)
  if (answers.length > 1) throw new UsageError(ANSWERS)
  if (split) return { kind: 'split', parts: splitTyped(split, bill) }
  if (refundOf !== undefined) return { kind: 'refund-of', entry: refundOf === 'none' ? null : refundOf }
  if (own !== undefined) return { kind: 'own-amount', account, amount: own }
  if (as !== undefined) return { kind: 'as', as, account: account ?? null, amount, on }
  if (replaces) return { kind: 'replaces' }
  if (ignore) return { kind: 'ignore' }
  throw new UsageError(ANSWERS)
}

const ANSWERS = '--split ID=A | --as KIND | --refund-of ENTRY | --own A | --replaces | --ignore'
