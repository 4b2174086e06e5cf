import type { AccountId } from '#shared/ledger/account.ts'
import type { Entry, EntryId } from '#shared/ledger/entry.ts'
import { alikeKey } from '#shared/statement-files/alike.ts'
import type { StatementDraft } from '#shared/statement-files/statement-row.ts'
import { findEntry } from '../entries.ts'
import { type EntryRecord, entryOf } from '../entry-rows.ts'
import { type Reader, statement } from '../queries.ts'
import type { AccountResolver } from './account-resolver.ts'
import { entryOfReview } from './entry-id.ts'
import { noteOf } from './facts-of-draft.ts'

/**
 * What the user said of all rows with one wording holds for later rows with it: they are read so and not asked again.
 * It is not stored beside the answers but read from them, so that undoing an answer forgets it; where answers to one
 * wording differ, it is asked.
 */
export type AnsweredBefore = (draft: StatementDraft) => StatementDraft

type Said =
  | { readonly kind: 'as-read' }
  | { readonly kind: 'unrelated' }
  | { readonly kind: 'as'; readonly as: 'purchase' | 'refund' | 'repayment'; readonly account: AccountId }

export function readAnsweredBefore(reader: Reader, accounts: AccountResolver): AnsweredBefore {
  const said = readSaid(reader)
  return (draft) => {
    const key = draft.review === null || said.size === 0 ? null : alikeKey(draft.review.reason, noteOf(draft))
    const answer = key === null ? undefined : said.get(key)
    return answer ? answered(draft, answer, accounts) : draft
  }
}

function answered(draft: StatementDraft, said: Said, accounts: AccountResolver): StatementDraft {
  if (said.kind === 'as-read') return { ...draft, review: null }
  const now = { ...draft, combined: false, outside: null, review: null, why: 'answered-before' } as const
  if (said.kind === 'unrelated') return { ...now, kind: 'unrelated', account: null }
  // An answer about another person's account, or one that files do not name, says nothing of this row.
  const account = accounts.ownRef(said.account)
  return account === null ? draft : { ...now, kind: said.as, account }
}

function readSaid(reader: Reader): ReadonlyMap<string, Said> {
  const said = new Map<string, Said | null>()
  for (const row of statement(reader.connection, ANSWERED).all() as EntryRecord[]) {
    const review = entryOf(row)
    const key = review.kind === 'review' ? alikeKey(review.reason, review.note) : null
    if (key === null) continue
    const answer = saidOf(reader, entryOfReview(review.id))
    const before = said.get(key)
    said.set(key, before === undefined || isSame(before, answer) ? answer : null)
  }
  return new Map([...said].flatMap(([key, answer]) => (answer === null ? [] : [[key, answer] as const])))
}

function saidOf(reader: Reader, id: EntryId): Said | null {
  const entry = findEntry(reader, id)
  if (entry === null) return { kind: 'unrelated' }
  if (statement(reader.connection, BY_IMPORT).get(id) !== undefined) return { kind: 'as-read' }
  const account = accountOf(entry)
  return account === null ? null : { kind: 'as', ...account }
}

function accountOf(entry: Entry): Omit<Extract<Said, { kind: 'as' }>, 'kind'> | null {
  if (entry.kind === 'purchase' || entry.kind === 'refund') return { as: entry.kind, account: entry.account }
  const [part, ...others] = entry.kind === 'repayment' ? (entry.split ?? []) : []
  return part && others.length === 0 ? { as: 'repayment', account: part.account } : null
}

const isSame = (a: Said | null, b: Said | null): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Questions that were answered together with all that were alike. */
const ANSWERED = `
SELECT r.* FROM entry r
JOIN entry w ON w.supersedes = r.seq AND w.kind = 'withdrawn'
JOIN action a ON a.id = w.appended_by AND a.state = 'active' AND a.code = 'reviews-resolved'
WHERE r.kind = 'review' AND r.body IS NOT NULL`

const BY_IMPORT = `
SELECT 1 FROM counting_entry c JOIN statement_file f ON f.action = c.appended_by WHERE c.id = ?`
