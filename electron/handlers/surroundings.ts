import { dirname } from 'node:path'
import type { Warning } from '#shared/outlook/answers.ts'
import { isOnNetwork, syncServiceOf } from '../files/sync-folder.ts'
import { listActions } from '../store/actions.ts'
import { latestNow } from '../store/backup-files.ts'
import { copiesBeside } from '../store/identity.ts'
import { olderWarning } from '../store/seen.ts'
import type { Store } from '../store/store.ts'

/** What is wrong around the ledger, each with a sentence that says what to do. */
export function warningsOf(store: Store, now: number): readonly Warning[] {
  const folder = dirname(store.path)
  const service = syncServiceOf(folder)
  const older = olderWarning(store)
  const recent = store.read((reader) => listActions(reader, { before: null, limit: LOOKED_AT }))
  return [
    ...(service === null ? [] : [{ code: 'ledger-syncs', values: { service } }]),
    ...(isOnNetwork(folder) ? [{ code: 'ledger-on-network', values: {} }] : []),
    ...(store.lastWriter === null
      ? []
      : [{ code: 'ledger-other-computer', values: { computer: store.lastWriter.computer } }]),
    ...(older === null ? [] : [older]),
    ...copiesBeside(store.path, store.connection.raw).map((file) => ({ code: 'ledger-copy-beside', values: { file } })),
    ...(recent.some(({ at }) => at > latestNow(now)) ? [{ code: 'clock-set-back', values: {} }] : []),
  ]
}

/** What was done since the clock was set back does not hide what was done before; a clock that was once ahead is forgotten. */
const LOOKED_AT = 50
