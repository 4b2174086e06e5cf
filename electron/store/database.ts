import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { Refusal } from '#shared/contract/reply.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { listBackups } from './backup-files.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS, SCHEMA_VERSION } from './migrations/migrations.ts'
import { diskRefusal, hasRoom, type LedgerAt, ledgerRefusal } from './open-refusal.ts'
import { foreignObject } from './shipped-schema.ts'

/** `HQLG` in the file's header: this file is a ledger of HuaQing, not just any database. */
export const APPLICATION_ID = 0x48514c47

export type OpenOptions = LedgerAt & {
  /** Make the ledger where there is none. */
  readonly create: boolean
  readonly readOnly?: boolean
  /** How long to wait for another process that is writing, in milliseconds. */
  readonly patience?: number
  /** Called before steps of the schema are taken on a ledger that has content. */
  readonly beforeMigration?: (database: Database.Database, from: number) => void
}

export type Opened = {
  readonly database: Database.Database
  /** Why it can only be looked at; null when it can be written. */
  readonly readOnly: 'ledger-newer' | 'ledger-read-only' | 'asked' | null
}

/**
 * Opens the file of a ledger, or says why not and what to do. A ledger of a newer program opens read-only where that
 * program said so; a file on a read-only disk is read into memory.
 */
export function openDatabase(options: OpenOptions): Outcome<Opened, Refusal> {
  if (Number(process.versions.napi) < 10)
    throw new Error('Node 22 or newer is needed: older ones crash on the database')
  let database: Database.Database | null = null
  try {
    const unfitAsFile = unfitFile(options)
    if (unfitAsFile) return refused(unfitAsFile)
    const writable = !options.readOnly && isWritable(options.path)
    database = writable ? openWritable(options) : openSnapshot(options.path)
    distrust(database)
    const unfit = unfitContent(database, options)
    if (!unfit && !writable && versionOf(database) < SCHEMA_VERSION) database = inMemory(database)
    const outcome = unfit ? refused(unfit) : done(settle(database, options, writable))
    if (!outcome.ok) database.close()
    return outcome
  } catch (error) {
    database?.close()
    const refusal = diskRefusal(error, options)
    if (refusal) return refused(refusal)
    throw error
  }
}

const pragmaOf = (database: Database.Database, name: string): number => Number(database.pragma(name, { simple: true }))
const versionOf = (database: Database.Database): number => pragmaOf(database, 'user_version')
const isEmpty = (database: Database.Database): boolean =>
  versionOf(database) === 0 && pragmaOf(database, 'schema_version') === 0

/** Nothing that a file brings along is believed: no function in its schema, no size in its pages. */
function distrust(database: Database.Database): void {
  database.pragma('trusted_schema = OFF')
  database.pragma('cell_size_check = ON')
}

/** What can be seen once SQLite has read the schema, before anything in the file is asked. */
function unfitContent(database: Database.Database, at: LedgerAt): Refusal | null {
  if (isEmpty(database)) return null
  if (pragmaOf(database, 'application_id') !== APPLICATION_ID) return ledgerRefusal('ledger-not-a-ledger', at)
  const version = versionOf(database)
  const foreign = foreignObject(database, version)
  if (foreign !== null) return ledgerRefusal('ledger-foreign-schema', at, { what: foreign })
  const isBeyond = version > SCHEMA_VERSION && readMinReader(database) > SCHEMA_VERSION
  return isBeyond ? ledgerRefusal('ledger-newer', at, { version, known: SCHEMA_VERSION }) : null
}

function settle(database: Database.Database, options: OpenOptions, writable: boolean): Opened {
  const version = versionOf(database)
  if (version > SCHEMA_VERSION) {
    database.pragma('query_only = ON')
    return { database, readOnly: 'ledger-newer' }
  }
  if (!writable) {
    if (version < SCHEMA_VERSION) migrate(database, MIGRATIONS)
    return { database, readOnly: options.readOnly ? 'asked' : 'ledger-read-only' }
  }
  if (isEmpty(database)) database.pragma(`application_id = ${APPLICATION_ID}`)
  else if (version < SCHEMA_VERSION) options.beforeMigration?.(database, version)
  migrate(database, MIGRATIONS)
  return { database, readOnly: null }
}

function openWritable({ path, patience = 3000 }: OpenOptions): Database.Database {
  // Made here and not by SQLite, so that it is its owner's alone from the first byte on.
  if (!existsSync(path)) closeSync(openSync(path, 'wx', 0o600))
  const database = new Database(path, { timeout: patience })
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    database.pragma('cache_size = -32768')
    // Copying the log into the ledger in large steps costs an import a tenth of the flushes.
    database.pragma('wal_autocheckpoint = 8000')
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * A read-only look at the file. SQLite cannot open a WAL ledger in a folder where it may not write, or where no room is
 * left, so the file is read whole into memory and told that it has no WAL (bytes 18 and 19 of its header).
 */
function openSnapshot(path: string): Database.Database {
  if (hasLog(path) || (isWritable(dirname(path)) && hasRoom(path))) {
    const database = new Database(path, { readonly: true, timeout: 3000 })
    database.pragma('query_only = ON')
    return database
  }
  return fromBytes(readFileSync(path))
}

/** An older ledger that may not be written takes the newer steps in memory: the file stays as it is. */
function inMemory(database: Database.Database): Database.Database {
  const bytes = database.serialize()
  database.close()
  const copy = fromBytes(bytes)
  distrust(copy)
  return copy
}

function fromBytes(bytes: Buffer): Database.Database {
  bytes[18] = 1
  bytes[19] = 1
  return new Database(bytes)
}

function readMinReader(database: Database.Database): number {
  const row = database.prepare("SELECT value FROM meta WHERE key = 'min_reader'").pluck().get()
  return typeof row === 'number' ? row : Number.POSITIVE_INFINITY
}

const MAGIC = 'SQLite format 3\u0000'

/** What can be seen of a file before SQLite touches it. */
function unfitFile(options: OpenOptions): Refusal | null {
  const { path, create } = options
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) {
    if (!existsSync(dirname(path))) return ledgerRefusal('ledger-folder-missing', options)
    return create ? unwritableFolder(options) : ledgerRefusal('ledger-not-found', options)
  }
  if (stat.isDirectory()) return ledgerRefusal('ledger-is-a-folder', options)
  if (!canAccess(path, constants.R_OK)) return ledgerRefusal('ledger-no-permission', options)
  if (stat.size === 0) return isEmptied(path) ? ledgerRefusal('ledger-damaged', options) : null
  const header = readHeader(path)
  if (header.toString('latin1', 0, 16) !== MAGIC) return ledgerRefusal('ledger-not-a-ledger', options)
  const pages = header.readUInt32BE(28)
  const pageSize = header.readUInt16BE(16) === 1 ? 65536 : header.readUInt16BE(16)
  const isCut = pages * pageSize > stat.size && !hasLog(path)
  return isCut || isOfNoFormat(header) ? ledgerRefusal('ledger-damaged', options) : null
}

/** Formats that SQLite has never had: it would open such a file to look at only, or not at all and without saying why. */
const isOfNoFormat = (header: Buffer): boolean =>
  header.readUInt8(18) > 2 || header.readUInt8(19) > 2 || header.readUInt32BE(44) > 4

const hasLog = (path: string): boolean => (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0

/** A new ledger has no backups: where some lie beside a file without a byte, something emptied it. */
const isEmptied = (path: string): boolean => listBackups(path).length > 0

function unwritableFolder(at: LedgerAt): Refusal | null {
  return isWritable(dirname(at.path)) ? null : ledgerRefusal('ledger-no-permission', at)
}

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    readSync(file, header, 0, 100, 0)
    return header
  } finally {
    closeSync(file)
  }
}

const isWritable = (path: string): boolean => !existsSync(path) || canAccess(path, constants.W_OK)

function canAccess(path: string, mode: number): boolean {
  try {
    accessSync(path, mode)
    return true
  } catch {
    return false
  }
}
