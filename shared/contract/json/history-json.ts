import type { ActionView, BackupView } from '../views.ts'
import { warningJson } from './quote-json.ts'

/** `huaqing/history@1`, newest first. `at` is an instant, in UTC. */
export const historyJson = (actions: readonly ActionView[], instant: (at: number) => string) => ({
  schema: 'huaqing/history@1',
  actions: actions.map((action) => actionJson(action, instant)),
})

export const actionJson = ({ id, at, label, undone }: ActionView, instant: (at: number) => string) => ({
  id,
  at: instant(at),
  label: warningJson(label),
  undone,
})

export const backupJson = (backup: BackupView, instant: (at: number) => string) => ({
  file: backup.file,
  at: instant(backup.at),
  verified: backup.verified,
  bytes: backup.bytes,
  reason: backup.reason,
})
