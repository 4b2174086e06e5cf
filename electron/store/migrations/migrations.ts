import { ledger } from './0001-ledger.ts'
import { dailySums } from './0002-daily-sums.ts'
import { identity } from './0003-identity.ts'
import { caseFile } from './0004-case-file.ts'
import type { Migration } from './migration.ts'

/** In order; a released migration is never changed. The schema version is the number of them. */
export const MIGRATIONS: readonly Migration[] = [ledger, dailySums, caseFile, identity]
export const SCHEMA_VERSION = MIGRATIONS.length
