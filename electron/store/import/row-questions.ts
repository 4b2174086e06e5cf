import type { EntryId } from '#shared/ledger/entry.ts'
import type { StatementDraft } from '#shared/statement-files/statement-row.ts'
import { reviewIdOf } from './entry-id.ts'
import { factsOfDraft } from './facts-of-draft.ts'
import { isEntry } from './known-rows.ts'
import type { Place, Step } from './stage-row.ts'

/** Whether something is asked of a row: by a question of its own, or because nobody said how it divides. */
export function isAsked(id: EntryId, step: Step): boolean {
  if (questionOf(id, step) !== null) return true
  const known = step.known.newest(id)
  const entry = known?.kind === 'repayment' ? step.known.entryAt(known.seq) : null
  return entry?.kind === 'repayment' && entry.split === null
}

/** A number that is taken, and money that someone entered by hand already: both are asked, neither is merged. */
export function withDoubt(draft: StatementDraft, place: Place, step: Step): StatementDraft {
  // How a repayment divides waits until it is known to be one.
  const isAsked = draft.review !== null && draft.review.reason !== 'combined-repayment'
  const doubt = isAsked || place.fate === 'duplicate' ? null : doubtOf(draft, place, step)
  return doubt === null ? draft : { ...draft, review: doubt }
}

/** A newer version of an entry says nothing that ends such a question, and begins none that was answered. */
function doubtOf(draft: StatementDraft, { id, known, fate }: Place, step: Step): StatementDraft['review'] {
  const { handEntered } = step.progress
  const isVersion = fate === 'updated' && known !== undefined && isEntry(known.kind)
  const asked = isVersion ? questionOf(id, step) : null
  const isTaken = asked === 'number-taken' || (fate === 'conflict' && draft.review === null)
  if (!isTaken && (handEntered.isNone || (isVersion && asked !== 'possible-double'))) return null
  const { own } = factsOfDraft(draft, { id, ...step.progress })
  if (own === null) return null
  if (isTaken) return { reason: 'number-taken', orderNo: draft.orderNo ?? '' }
  return handEntered.meets(own) ? { reason: 'possible-double' } : null
}

/** What is asked of a row now. */
export function questionOf(id: EntryId, { known }: Step): string | null {
  const row = known.newest(reviewIdOf(id))
  const review = row?.kind === 'review' ? known.entryAt(row.seq) : null
  return review?.kind === 'review' ? review.reason : null
}
