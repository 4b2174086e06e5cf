import type { Settings } from '#shared/contract/views.ts'
import { all, get, QUERIES, type Reader, run, type Writer } from './queries.ts'
import { isKeyShape, isSettingShape, jsonOrNull, UnreadableRecord } from './shapes.ts'

/** How the program behaves for the owner of this ledger. No fact, and so no part of the history. */
export const DEFAULT_SETTINGS: Settings = {
  language: 'system',
  theme: 'system',
  hideAmounts: false,
  keepUnrelatedText: false,
  textSize: 100,
  savedFilters: [],
  reminders: true,
  quietFrom: 22,
  quietUntil: 8,
  backupFolder: null,
  undoDepth: null,
  compactAutomatically: false,
}

export function readSettings(reader: Reader): Settings {
  const rows = all(reader, reader.query.selectFrom('setting').selectAll())
  const set = rows.map(({ key, value }) => [key, jsonOrNull(value)] as const)
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(set.filter(([key, value]) => isSettingShape(key, value))) }
}

export function putSettings(writer: Writer, changes: Partial<Settings>): Settings {
  for (const [key, value] of Object.entries(changes)) put(writer, key, value)
  return readSettings(writer)
}

/**
 * The key that locks backups, and the one that opens them as its passphrase wraps it; null where none was made. One that
 * cannot be read is not taken for none: then copies would lie about unlocked.
 */
export type BackupKey = { readonly recipient: string; readonly wrapped: string }

export const readBackupKey = (reader: Reader): BackupKey | null => {
  const row = get(reader, reader.query.selectFrom('setting').select('value').where('key', '=', 'backup-key'))
  if (!row) return null
  const key = jsonOrNull(row.value)
  if (!isKeyShape(key)) throw new UnreadableRecord('backup-key')
  return key as BackupKey
}

export const putBackupKey = (writer: Writer, key: BackupKey): void => put(writer, 'backup-key', key)

function put(writer: Writer, key: string, value: unknown): void {
  const text = JSON.stringify(value)
  const query = QUERIES.insertInto('setting').values({ key, value: text })
  run(
    writer,
    query.onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text })),
  )
}
