import { dayText } from '#shared/kernel/day.ts'
import type { BackupView, ContentView, RestorePreview } from '../safety-views.ts'
import type { ActionView } from '../views.ts'
import { yuan } from './leaves.ts'
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
  encrypted: backup.encrypted,
})

/** `huaqing/restore@1`: what the ledger says before and after, and what would no longer count. */
export const restoreJson = (preview: RestorePreview, instant: (at: number) => string) => ({
  file: preview.file,
  before: preview.before && contentJson(preview.before, instant),
  after: contentJson(preview.after, instant),
  entries: preview.entries,
  leaves: preview.leaves.map((action) => actionJson(action, instant)),
  leavesCount: preview.leavesCount,
})

const contentJson = (content: ContentView, instant: (at: number) => string) => ({
  accounts: content.accounts,
  entries: content.entries,
  review: content.reviews,
  actions: content.actions,
  owed: yuan(content.owed),
  newestDay: content.newestDay === null ? null : dayText(content.newestDay),
  lastActionAt: content.lastActionAt === null ? null : instant(content.lastActionAt),
})
