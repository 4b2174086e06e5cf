import { hash } from 'node:crypto'

/**
 * The id of what a file's row becomes follows from its key alone. A refund therefore names its purchase before anyone
 * has seen it, files can be imported in any order, and a row that is not about credit is known again without its text.
 * The order number's first digits are its date: ids that arrive together lie together in the index.
 */
export function entryIdOf(key: string, orderNo: string | null): string {
  const date = /^\d{8}/.exec(orderNo ?? '')?.[0] ?? '00000000'
  return `${date}-${hash('sha256', key, 'base64url').slice(0, 16)}`
}

/** Other transactions under a number that is taken count on: shown to the user, never merged (formats.md 6). */
export const numberedId = (id: string, number: number): string => (number === 1 ? id : `${id}~${number}`)

/** What one row brings beside its own entry. */
export const planIdOf = (id: string): string => `${id}.plan`
export const reviewIdOf = (id: string): string => `${id}.review`

/** The entry that a question is about; the question of a row that became no entry names that row. */
export const entryOfReview = (reviewId: string): string => reviewId.replace(/\.review$/, '')
