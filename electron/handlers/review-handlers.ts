import type { Request } from '#shared/contract/contract.ts'
import { repaymentPartFrom } from '#shared/contract/entries-from-fields.ts'
import type { ReviewView } from '#shared/contract/review-view.ts'
import type { Day } from '#shared/kernel/day.ts'
import { ZERO } from '#shared/kernel/money.ts'
import { done, refused } from '#shared/kernel/outcome.ts'
import { type Account, isBilled } from '#shared/ledger/account.ts'
import { decideReview, type ReviewAnswer, type ReviewedRow } from '#shared/ledger/decisions/decide-review.ts'
import { type Entry, REFUND_EXPECTED, type Repayment, type Review } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { proposeDays } from '#shared/ledger/propose-days.ts'
import { proposeRememberedSplit } from '#shared/ledger/remembered-split.ts'
import { alikeKey } from '#shared/statement-files/alike.ts'
import { findEntry, withdrawEntry } from '../store/entries.ts'
import { listDependents } from '../store/entry-facts.ts'
import { entryOfReview, reviewIdOf } from '../store/import/entry-id.ts'
import type { Reader, Writer } from '../store/queries.ts'
import { readLedger } from '../store/read-ledger.ts'
import { countOnce } from './count-once.ts'
import { askIfByHand, endDoubleQuestion, withdrawAsked } from './double-questions.ts'
import type { Handled, Handlers } from './handler.ts'
import { leftAlone, someDone } from './many-handlers.ts'
import { placeAnswered } from './place-answered.ts'
import { DOUBLE, NOT_READABLE, otherOf, proposalOf, refundCandidates } from './review-proposals.ts'

/** Rows that wait for the user, what may be proposed for each, and the answer. */
export const reviewHandlers: Handlers<'listReviews' | 'listRefundCandidates' | 'resolveReview'> = {
  listReviews: ({ store, today }) => done(store.read((reader) => reviewsOf(reader, readLedger(reader, today)))),

  listRefundCandidates: ({ store, today }, { on = today, ...sought }) =>
    done(store.read((reader) => refundCandidates(reader, { on, ...sought }))),

  resolveReview: ({ store, today }, { id, alike, answer }) => {
    const ids = alike ? store.read((reader) => alikeOf(reader, readLedger(reader, today), id)) : [id]
    const code = alike ? 'reviews-resolved' : 'review-resolved'
    return store.write({ code, values: { answer: answer.kind, count: ids.length } }, (writer) => {
      const resolveAll = () =>
        ids.flatMap((one) => leftAlone(one, resolve(writer, today, { id: one, answer: answerFrom(answer) })))
      const { value: left } = countOnce(writer, today, resolveAll)
      return someDone(left, ids.length) ?? done({ id, answered: ids.length - left.length, left })
    })
  },
}

type Resolving = { readonly id: string; readonly answer: ReviewAnswer }

function resolve(writer: Writer, today: Day, { id, answer }: Resolving): Handled<null> {
  const review = findEntry(writer, id)
  const reviewed = reviewedRow(writer, id, review)
  if (!reviewed) return refused({ kind: 'review-not-found', values: { id } })
  const resolution = decideReview(reviewed, answer)
  if (!resolution.ok) return resolution
  const { put, end, endOther } = resolution.value
  const placed = placeAnswered(writer, today, { ...reviewed, put, end })
  if (!placed.ok) return placed
  if (review) endQuestion(writer, review)
  if (endOther !== undefined) withdrawAsked(writer, endOther)
  if (put !== null && (put.kind !== reviewed.own?.kind || hidDouble(review))) askIfByHand(writer, put)
  return done(null)
}

/** One question at a time is asked of a row: whether it is there twice waited for any but these. */
const hidDouble = (review: Entry | null): boolean =>
  review?.kind === 'review' && review.reason !== DOUBLE && review.reason !== 'combined-repayment'

/** Of a repayment that nobody divided yet, how it divides is asked next. */
function endQuestion(writer: Writer, review: Entry): void {
  if (review.kind === 'review' && review.reason === DOUBLE) endDoubleQuestion(writer, entryOfReview(review.id))
  else withdrawEntry(writer, review.id)
}

/** The questions that one answer can be given to, the one that was asked first. */
function alikeOf(reader: Reader, ledger: Ledger, id: string): readonly string[] {
  const reviews = reviewsOf(reader, ledger)
  const alike = reviews.find((review) => review.id === id)?.alike ?? null
  const others = alike === null ? [] : reviews.filter((review) => review.alike === alike && review.id !== id)
  return [id, ...others.map((review) => review.id)]
}

/** Questions of imported rows, and repayments that were entered without saying where they went. */
export function reviewsOf(reader: Reader, ledger: Ledger): readonly ReviewView[] {
  const { asked, unsaid } = questionsIn(ledger)
  return [
    ...asked.map((review) => reviewView(reader, ledger, review)),
    ...unsaid.map((repayment) => repaymentView(ledger, repayment, reviewIdOf(repayment.id))),
    ...ledger.accounts.flatMap((account) => daysView(ledger, account)),
  ].sort((a, b) => b.on - a.on)
}

/** Those of them that are about money which is there twice; for the others nothing is worked out, and nothing read. */
export const doublesOf = (reader: Reader, ledger: Ledger): readonly ReviewView[] =>
  questionsIn(ledger)
    .asked.filter(({ reason }) => reason === DOUBLE || reason === 'number-taken')
    .map((review) => reviewView(reader, ledger, review))

/** As many as ask something now of those that `reviewsOf` lists, without working out what to propose for each. */
export function countQuestions(ledger: Ledger): number {
  const { asked, unsaid } = questionsIn(ledger)
  const now = asked.filter(({ reason }) => reason !== REFUND_EXPECTED)
  return now.length + unsaid.length + ledger.accounts.flatMap((account) => daysView(ledger, account)).length
}

function questionsIn({ entries }: Ledger) {
  const asked = entries.filter((entry) => entry.kind === 'review')
  const known = new Set(asked.map(({ id }) => id))
  const unsaid = entries.filter(
    (entry): entry is Repayment =>
      entry.kind === 'repayment' && entry.split === null && !known.has(reviewIdOf(entry.id)),
  )
  return { asked, unsaid }
}

function reviewView(reader: Reader, ledger: Ledger, review: Review): ReviewView {
  const own = findEntry(reader, entryOfReview(review.id))
  if (own?.kind === 'repayment' && own.split === null && review.reason !== DOUBLE) {
    return { ...repaymentView(ledger, own, review.id), reason: review.reason }
  }
  return {
    id: review.id,
    reason: review.reason,
    on: review.on,
    amount: review.amount,
    label: review.label,
    description: review.note,
    method: own?.kind === 'repayment' ? own.paidFrom : '',
    accounts: review.accounts,
    month: null,
    alike: alikeKey(review.reason, review.note),
    guess: guessOf(own),
    proposal: proposalOf(reader, ledger, { review, own }),
  }
}

function guessOf(own: Entry | null): ReviewView['guess'] {
  if (own?.kind === 'purchase' || own?.kind === 'refund' || own?.kind === 'loan') {
    return { as: own.kind, account: own.account }
  }
  const [part, ...others] = own?.kind === 'repayment' ? (own.split ?? []) : []
  return part && others.length === 0 ? { as: 'repayment', account: part.account } : null
}

/** An offer, not a question of a row: it stands until the days of the account are stated. */
function daysView({ today, entries }: Ledger, account: Account): readonly ReviewView[] {
  const proposal = isBilled(account) ? proposeDays(account, entries) : null
  if (proposal === null) return []
  return [
    {
      id: `${account.id}.days`,
      reason: 'days-proposed',
      on: today,
      amount: ZERO,
      label: account.name,
      description: '',
      method: '',
      accounts: [account.id],
      month: null,
      alike: null,
      guess: null,
      proposal: { kind: 'days', ...proposal },
    },
  ]
}

function repaymentView(ledger: Ledger, repayment: Repayment, id: string): ReviewView {
  const candidates = candidatesOf(ledger, repayment)
  const { certain, parts, isRemembered } = proposeRememberedSplit(ledger, repayment, candidates)
  return {
    id,
    reason: 'combined-repayment',
    on: repayment.on,
    amount: repayment.amount,
    label: repayment.label,
    description: repayment.note,
    method: repayment.paidFrom,
    accounts: candidates,
    month: repayment.candidateMonth,
    alike: null,
    guess: null,
    proposal: {
      kind: 'split',
      certain,
      isRemembered,
      parts: parts.map(({ account, month, amount }) => ({ account, month, amount })),
    },
  }
}

/** An imported one names no account: it may concern every billed one. */
const candidatesOf = ({ accounts }: Ledger, { candidates }: Repayment) =>
  candidates.length > 0 ? candidates : accounts.filter(isBilled).map(({ id }) => id)

function reviewedRow(reader: Reader, id: string, review: Entry | null): ReviewedRow | null {
  const own = findEntry(reader, entryOfReview(id))
  if (review?.kind === 'review') {
    const entry = otherOf(reader, review.reason, own)
    const other = entry && { entry, dependents: listDependents(reader, entry.id) }
    return { id: entryOfReview(id), row: review, own, other, isRead: review.reason !== NOT_READABLE }
  }
  if (own?.kind !== 'repayment' || own.split !== null) return null
  return { id: own.id, row: own, own, other: null, isRead: true }
}

type Answer = Request<'resolveReview'>['answer']

const answerFrom = (answer: Answer): ReviewAnswer =>
  answer.kind === 'split' ? { kind: 'split', parts: answer.parts.map(repaymentPartFrom) } : answer
