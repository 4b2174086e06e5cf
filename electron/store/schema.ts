import type { Generated } from 'kysely'
import type { Day, Month } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { CaseFact } from '#shared/ledger/case/case-fact.ts'
import type { Entry, EntryId } from '#shared/ledger/entry.ts'

/** The tables of migrations/ as Kysely sees them. SQLite has no booleans: 0 and 1. JSON columns are text. */
export type Schema = {
  readonly meta: { readonly key: string; readonly value: number }
  readonly setting: { readonly key: string; readonly value: string }
  readonly action: ActionTable
  readonly statement_file: StatementFileTable
  readonly entry: EntryTable
  readonly counting_entry: EntryTable
  readonly entry_account: { readonly entry: number; readonly account: AccountId }
  readonly record: RecordTable
  readonly counting_record: RecordTable
  readonly case_fact: CaseFactTable
  readonly counting_case_fact: CaseFactTable
  readonly attachment_content: { readonly sha256: string; readonly content: Uint8Array }
}

/** Only `active` actions count. `dropped` ones were undone and can no longer be redone. */
export type ActionState = 'staging' | 'active' | 'undone' | 'dropped'

export type ActionTable = {
  readonly id: Generated<number>
  readonly place: number | null
  readonly at: number
  readonly code: string
  readonly details: string
  readonly state: ActionState
  readonly pid: number | null
  /** 1 once what it changes in the daily sums is written (sums/). */
  readonly summed: Generated<number>
}

export type StatementFileTable = {
  readonly id: Generated<number>
  readonly action: number
  readonly name: string
  readonly owner: string
  readonly sha256: string
  readonly exported_at: number | null
  readonly summary: string
}

/** `withdrawn` ends an entry; `kept` is a row of a file that is no entry, known so that it is not asked about again. */
export type EntryTable = {
  readonly seq: Generated<number>
  readonly id: EntryId
  readonly kind: Entry['kind'] | 'withdrawn' | 'kept'
  readonly appended_by: number
  readonly supersedes: number | null
  readonly account: AccountId | null
  readonly amount: Fen
  readonly day: Day
  readonly posted_on: Day | null
  readonly month: Month | null
  readonly of_id: EntryId | null
  readonly return_until: Day | null
  readonly posting_assumed: number
  readonly refund_expected: number
  readonly in_flight: number
  readonly label: string
  readonly order_no: string | null
  readonly note: string
  readonly body: string | null
  readonly file: number | null
  readonly line: number | null
  readonly why: string | null
  readonly raw: string | null
}

export type RecordKind = 'account' | 'terms' | 'plan' | 'confirmation' | 'records-current'

export type RecordTable = {
  readonly seq: Generated<number>
  readonly kind: RecordKind
  readonly id: string
  readonly body: string | null
  readonly appended_by: number
}

/** The newest version of an id that counts holds; no body means withdrawn. */
export type CaseFactTable = {
  readonly seq: Generated<number>
  readonly kind: CaseFact['kind']
  readonly id: string
  readonly day: Day
  readonly body: string | null
  readonly appended_by: number
}
