import { termValuesFrom } from '#shared/contract/accounts-from-fields.ts'
import type { Request } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/contract/reply.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { findAccountOr } from '#shared/ledger/decisions/decide-account.ts'
import { changesTerms } from '#shared/ledger/decisions/decide-notice.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { TermChange } from '#shared/outlook/case/notice-effect.ts'
import { findCaseFact } from '../store/case-facts.ts'
import type { Reader } from '../store/queries.ts'

/** The change of terms that a notice states, be it recorded or still typed. */
export function noticeChange(
  reader: Reader,
  ledger: Ledger,
  asked: Request<'getNoticeEffect'>,
): Outcome<TermChange, Refusal> {
  if (!('id' in asked)) {
    const account = findAccountOr(ledger.accounts, asked.account)
    return account.ok ? done({ ...asked, set: termValuesFrom(asked.set) }) : account
  }
  const fact = findCaseFact(reader, asked.id)
  if (fact?.kind !== 'notice' || !changesTerms(fact) || fact.account === null || fact.from === null) {
    return refused({ kind: 'case-fact-not-found', values: { id: asked.id } })
  }
  return done({ account: fact.account, from: fact.from, set: fact.set })
}
