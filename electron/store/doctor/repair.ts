import { copyFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { CheckView } from '#shared/contract/safety-views.ts'
import { done, type Outcome } from '#shared/kernel/outcome.ts'
import { accountsOf } from '#shared/ledger/entry.ts'
import { keepUnverified, keepVerified, makingName, newBackupFile } from '../backup-files.ts'
import { type EntryRecord, entryOf } from '../entry-rows.ts'
import { removeOrphans } from '../import/discard.ts'
import { statement, type Writer } from '../queries.ts'
import { isSound } from '../soundness.ts'
import type { Store } from '../store.ts'
import { examine, STRANGE_NUMBER } from './checks.ts'
import { sumAgain } from './sums-check.ts'

/**
 * Puts right only what follows from the rest of the ledger: an index from its table, the accounts of an entry from the
 * entry, what never counted by removing it. Before that the file is kept as it is; undo puts it back.
 */
export type Repaired = { readonly repaired: readonly string[]; readonly kept: string | null }

export function repair(store: Store, at: number, sumsAreWrong: boolean): Outcome<Repaired, never> {
  const wrong = examine(store.connection.raw).filter(({ count, repairable }) => count > 0 && repairable)
  if (wrong.length === 0 && !sumsAreWrong) return done({ repaired: [], kept: null })
  const kept = keepAsItIs(store, at)
  if (has(wrong, 'indexes')) store.connection.raw.exec('REINDEX')
  if (has(wrong, 'ledger-numbers')) store.connection.raw.exec(COUNT_AGAIN)
  if (has(wrong, 'left-behind')) removeOrphans(store)
  if (sumsAreWrong) sumAgain(store)
  const repaired = [...wrong.map(({ check }) => check), ...(sumsAreWrong ? ['sums'] : [])]
  const values = { checks: repaired.join(', '), kept: basename(kept) }
  return store.write<Repaired, never>({ code: 'repaired', values }, (writer) => {
    if (has(wrong, 'entry-accounts')) listAccountsAgain(writer)
    return done({ repaired, kept })
  })
}

/** From the number of steps on: whoever compares has seen another one. */
const COUNT_AGAIN = `UPDATE meta SET value = 1000000 + (SELECT count(*) FROM action) WHERE ${STRANGE_NUMBER}`

const has = (checks: readonly CheckView[], name: string): boolean => checks.some(({ check }) => check === name)

/** The file itself, byte for byte: a backup made by SQLite would not have what is wrong in it. */
function keepAsItIs(store: Store, at: number): string {
  store.connection.raw.pragma('wal_checkpoint(TRUNCATE)')
  const file = newBackupFile(store.path, 'before-repair', at)
  const making = makingName(file)
  copyFileSync(store.path, making)
  const keep = isSound(store.connection.raw) ? keepVerified : keepUnverified
  return keep(making, file).file
}

function listAccountsAgain({ connection }: Writer): void {
  const rows = statement(connection, "SELECT * FROM entry WHERE body IS NOT NULL AND kind NOT IN ('kept', 'withdrawn')")
  const remove = statement(connection, 'DELETE FROM entry_account WHERE entry = ?')
  const insert = statement(connection, 'INSERT INTO entry_account (entry, account) VALUES (?, ?)')
  for (const row of rows.all() as EntryRecord[]) {
    remove.run(row.seq)
    const accounts = accountsOf(entryOf(row))
    if (accounts.length > 1) for (const account of accounts) insert.run(row.seq, account)
  }
}
