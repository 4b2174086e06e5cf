import { existsSync } from 'node:fs'
import type { FolderView, SafetyView } from '#shared/contract/safety-views.ts'
import type { Settings } from '#shared/contract/views.ts'
import { done, refused } from '#shared/kernel/outcome.ts'
import { encryptBytes, newAgeKey } from '../files/age-file.ts'
import { serviceOf } from '../files/sync-folder.ts'
import { listBackups } from '../store/backup-files.ts'
import { replaceKeyFile } from '../store/second-folder.ts'
import { olderWarning } from '../store/seen.ts'
import { putBackupKey, putSettings, readBackupKey, readSettings } from '../store/settings.ts'
import type { Store } from '../store/store.ts'
import type { HandlerContext, Handlers } from './handler.ts'
import { keepSecond } from './keep-backup.ts'
import { warningsOf } from './surroundings.ts'

/** A second folder for backups, the key that locks them, and what in the ledger's surroundings endangers it. */
export const safetyHandlers: Handlers<'getSafety' | 'acceptLedger' | 'setBackupFolder' | 'lockBackups'> = {
  getSafety: (context) => done(safetyOf(context)),

  acceptLedger: ({ store }) => {
    const accepted = olderWarning(store)
    store.accept()
    return done({ accepted })
  },

  setBackupFolder: async (context, { folderToken, plain }) => {
    const { store } = context
    const folder = folderToken ?? null
    const key = store.read(readBackupKey)
    const service = folder === null ? null : serviceOf(folder)
    if (service !== null && key === null && !plain) return refused({ kind: 'backup-folder-syncs', service })
    const changed = store.adjust<Settings, never>((writer) => done(putSettings(writer, { backupFolder: folder })))
    if (!changed.ok) return changed
    const newest = listBackups(store.path).find(({ verified }) => verified)
    if (folder !== null && newest) await keepSecond(store, newest)
    return done(safetyOf(context))
  },

  lockBackups: async ({ store, now }, { passphrase }) => {
    const key = await newAgeKey()
    const wrapped = await encryptBytes(new TextEncoder().encode(`${key.secretKey}\n`), { passphrase })
    const kept = { recipient: key.recipient, wrapped: Buffer.from(wrapped).toString('base64') }
    const changed = store.adjust<void, never>((writer) => done(putBackupKey(writer, kept)))
    if (!changed.ok) return changed
    const folder = store.read(readSettings).backupFolder
    if (folder !== null && existsSync(folder)) replaceKeyFile(folder, kept, now())
    return done({ secretKey: key.secretKey })
  },
}

function safetyOf({ store, ledgers, now }: HandlerContext): SafetyView {
  const { folder, locked } = store.read((reader) => ({
    folder: readSettings(reader).backupFolder,
    locked: readBackupKey(reader) !== null,
  }))
  return {
    locked,
    folder: folder === null ? null : folderOf(store, folder),
    warnings: ledgers.isSample() ? [] : warningsOf(store, now()),
  }
}

function folderOf(store: Store, path: string): FolderView {
  const isThere = existsSync(path)
  const newest = (listed: ReturnType<typeof listBackups>) => listed.find(({ verified }) => verified) ?? null
  const last = isThere ? newest(listBackups(store.path, path)) : null
  const here = newest(listBackups(store.path))
  return { path, isThere, service: serviceOf(path), last, isBehind: here !== null && (last?.at ?? 0) < here.at }
}
