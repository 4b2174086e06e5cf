import { accountsOf } from '#shared/ledger/entry.ts'
import type { StatementDraft } from '#shared/statement-files/statement-row.ts'
import { isEntry, type KnownRow } from './known-rows.ts'
import type { Step } from './stage-row.ts'

/** What stands under a row's own order number, only not under its owner: one of the two files did not say whose it is. */
export type NumberedTwin = { readonly row: KnownRow; readonly isOthers: boolean }

/** However it was corrected since; what the user deleted stays deleted under either. */
export function numberedTwin(draft: StatementDraft, { known, progress }: Step): NumberedTwin | null {
  if (draft.orderNo === null) return null
  for (const id of progress.otherIds(draft.key)) {
    const row = known.newest(id)
    if (row === undefined || !(isEntry(row.kind) || (row.kind === 'withdrawn' && !known.isImport(row.appended_by))))
      continue
    const accounts = isEntry(row.kind) ? accountsOf(known.entryAt(row.seq)) : []
    const isOthers = accounts.some(progress.accounts.isOthers)
    progress.twins.taken(id, accounts)
    return { row, isOthers }
  }
  return null
}
