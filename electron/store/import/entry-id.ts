import { hash } from 'node:crypto'
import type { EntryId } from '#shared/ledger/entry.ts'
import { type KeyParts, primaryKey } from '#shared/statement-files/dedupe-key.ts'

/**
 * The id of what a file's row becomes follows from its key alone: the order number, and a mark for platform and owner.
 * A refund therefore names its purchase before anyone has seen it, files can be imported in any order, and a row that
 * is not about credit is known again without its text. Order numbers begin with their date, so neighbors stay together.
 */
export type EntryIds = {
  readonly ofKey: (key: string) => EntryId
  readonly ofOrder: (orderNo: string) => EntryId
}

/** Ids are at most 64 characters, with room for what a row brings beside it. */
const LONGEST = 48

export function createEntryIds(parts: KeyParts): EntryIds {
  const prefix = primaryKey(parts, '')
  const mark = `@${hash('sha256', prefix, 'base64url').slice(0, 6)}`
  const ofOrder = (orderNo: string): EntryId =>
    orderNo.length <= LONGEST
      ? orderNo + mark
      : orderNo.slice(0, 28) + hash('sha256', orderNo, 'base64url').slice(0, 20) + mark
  return { ofOrder, ofKey: (key) => ofOrder(key.slice(prefix.length)) }
}

/** Other transactions under a number that is taken count on: shown to the user, never merged (formats.md 6). */
export const numberedId = (id: EntryId, number: number): EntryId => (number === 1 ? id : `${id}~${number}`)

/** The id that a numbered one counts on from. */
export const firstIdOf = (id: EntryId): EntryId => id.replace(/~\d+$/, '')

/** What one row brings beside its own entry. */
export const planIdOf = (id: EntryId): EntryId => `${id}.plan`
export const reviewIdOf = (id: EntryId): EntryId => id + REVIEW

/** How the id of a question ends, for what asks the database. */
export const REVIEW = '.review'

/** The entry that a question is about; the question of a row that became no entry names that row. */
export const entryOfReview = (reviewId: EntryId): EntryId =>
  reviewId.endsWith(REVIEW) ? reviewId.slice(0, -REVIEW.length) : reviewId
