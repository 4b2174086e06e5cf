import type { Refusal } from '#shared/contract/reply.ts'
import { done, type Outcome } from '#shared/kernel/outcome.ts'
import { openDatabase } from '../store/database.ts'
import type { LedgerAt } from '../store/open-refusal.ts'
import { connect, QUERIES } from '../store/queries.ts'
import { fingerprintOf, isSound } from '../store/soundness.ts'
import { sumsAgree } from '../store/sums/sums-agree.ts'
import { unlessUnreadable } from './unless-unreadable.ts'

/** What was looked at in a ledger's file, and whether it was as it must be. */
export type LedgerCheck = { readonly check: 'opens' | 'sound' | 'countable' | 'sums'; readonly ok: boolean }

/** Opens the file read-only and checks it. Refuses where it cannot be opened as a ledger at all. */
export function verifyLedger(
  ledger: LedgerAt,
  logFolder: string,
): Outcome<{ readonly checks: readonly LedgerCheck[] }, Refusal> {
  const opened = openDatabase({ ...ledger, create: false, readOnly: true })
  if (!opened.ok) return opened
  const { database } = opened.value
  try {
    const sound = isSound(database)
    const countable = sound && (unlessUnreadable(logFolder, () => fingerprintOf(database)) ?? '') !== ''
    return done({
      checks: [
        { check: 'opens', ok: true },
        { check: 'sound', ok: sound },
        { check: 'countable', ok: countable },
        { check: 'sums', ok: sound && agree(database, logFolder) },
      ],
    })
  } finally {
    database.close()
  }
}

type Opened = Parameters<typeof fingerprintOf>[0]

const agree = (database: Opened, logFolder: string): boolean =>
  unlessUnreadable(logFolder, () => sumsAgree({ connection: connect(database), query: QUERIES })) ?? false
