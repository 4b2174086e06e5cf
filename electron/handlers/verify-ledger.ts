import type { Refusal } from '#shared/contract/reply.ts'
import { done, type Outcome } from '#shared/kernel/outcome.ts'
import { openDatabase } from '../store/database.ts'
import { fingerprintOf, isSound } from '../store/soundness.ts'

/** What was looked at in a ledger's file, and whether it was as it must be. */
export type LedgerCheck = { readonly check: 'opens' | 'sound' | 'countable'; readonly ok: boolean }

/** Opens the file read-only and checks it. Refuses where it cannot be opened as a ledger at all. */
export function verifyLedger(path: string): Outcome<{ readonly checks: readonly LedgerCheck[] }, Refusal> {
  const opened = openDatabase({ path, create: false, readOnly: true })
  if (!opened.ok) return opened
  const { database } = opened.value
  try {
    const sound = isSound(database)
    const countable = sound && fingerprintOf(database) !== ''
    return done({
      checks: [
        { check: 'opens', ok: true },
        { check: 'sound', ok: sound },
        { check: 'countable', ok: countable },
      ],
    })
  } finally {
    database.close()
  }
}
