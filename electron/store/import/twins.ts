import type { AccountId } from '#shared/ledger/account.ts'
import type { Entry, EntryId } from '#shared/ledger/entry.ts'
import type { StatementDraft } from '#shared/statement-files/statement-row.ts'
import { type Reader, statement } from '../queries.ts'
import type { AccountResolver } from './account-resolver.ts'
import { noteOf } from './facts-of-draft.ts'
import { isSameTime } from './judge-row.ts'

/**
 * A row without a key of its own is known by what it says (formats.md 6): a spreadsheet took its order number, or a cut
 * preamble its owner. The untouched file shows the same row under another key; without this it would count twice. Two
 * rows that say the same are two: each entry is the twin of one row of a file.
 */
export type Twins = {
  /** Whether this row, or any that is known, has no key of its own. */
  readonly mayBe: (draft: StatementDraft) => boolean
  /** The entry of an earlier import that a new row is, where one of the two has no key of its own. */
  readonly of: (reader: Reader, row: { readonly draft: StatementDraft; readonly own: Entry }) => Twin | null
  /** A row of the file is this entry by its key: no other row is its twin. */
  readonly taken: (id: EntryId, accounts?: readonly AccountId[]) => void
  /** Whether rows of the file stand on this account already, by their numbers, from a file that did not say whose it is. */
  readonly areOn: (account: AccountId) => boolean
}

/** `isOthers` where it stands on the accounts of somebody else. */
export type Twin = { readonly id: EntryId; readonly isOthers: boolean }

type Alike = { readonly id: EntryId; readonly raw: string | null; readonly account: AccountId | null }

/**
 * What stands on somebody else's account is the same row only by its order number: two people may well pay the same shop
 * the same amount at the same time, and neither's debt may end for it.
 */
export function createTwins(reader: Reader, owner: string, { isOthers }: Pick<AccountResolver, 'isOthers'>): Twins {
  const weakFiles = JSON.stringify(statement(reader.connection, WEAK_FILES).pluck().all({ owner }))
  const isEveryFile = owner === ''
  const used = new Set<EntryId>()
  const met = new Set<AccountId>()
  const hasNoKey = ({ orderNo }: StatementDraft): boolean => isEveryFile || orderNo === null
  return {
    mayBe: (draft) => weakFiles !== '[]' || hasNoKey(draft),
    taken: (id, accounts = []) => {
      used.add(id)
      for (const account of accounts) met.add(account)
    },
    areOn: (account) => met.has(account),
    of: ({ connection }, { draft, own }) => {
      const { on: day, amount, counterparty: label } = draft
      const asked = {
        kind: own.kind,
        day,
        amount,
        label,
        note: noteOf(draft),
        isWeak: Number(hasNoKey(draft)),
        weakFiles,
      }
      const found = (statement(connection, ALIKE).all(asked) as Alike[]).filter(({ id }) => !used.has(id))
      const said = found.map((one) => ({ ...one, isOthers: one.account !== null && isOthers(one.account) }))
      const twin = said.find(
        (one) => isSameTime(draft.time, one.raw ?? '') && (!one.isOthers || isNumbered(one, draft)),
      )
      if (twin) used.add(twin.id)
      if (twin?.account && isNumbered(twin, draft)) met.add(twin.account)
      return twin ?? null
    },
  }
}

const isNumbered = ({ raw }: Alike, { orderNo }: StatementDraft): boolean =>
  orderNo !== null && (raw ?? '').includes(orderNo)

const WEAK_FILES = `
SELECT f.id FROM statement_file f JOIN action a ON a.id = f.action AND a.state = 'active'
WHERE (f.owner = '' AND @owner <> '')
  OR EXISTS (SELECT 1 FROM json_each(f.summary, '$.warnings') w WHERE json_extract(w.value, '$.code') = 'order-numbers-damaged')`

const ALIKE = `
SELECT id, raw, account FROM counting_entry e
WHERE day = @day AND kind = @kind AND amount = @amount AND label = @label AND note = @note AND file IS NOT NULL
  AND (@isWeak OR file IN (SELECT value FROM json_each(@weakFiles)))
ORDER BY seq`
