import { existsSync, readFileSync } from 'node:fs'
import { arch, platform, release } from 'node:os'
import { done } from '#shared/kernel/outcome.ts'
import { instantText } from '../instant.ts'
import { listBackups } from '../store/backup-files.ts'
import { SCHEMA_VERSION } from '../store/migrations/migrations.ts'
import { doctorHandlers, logOf } from './doctor-handlers.ts'
import type { RescueContext, RescueTable } from './handler.ts'

/** A report to send to somebody who helps: what kind of computer, what the doctor found, the end of the fault log. No
 * amount, no name, no path: of a finding only its count is told. */
export const reportHandlers: Pick<RescueTable, 'getReport'> = {
  getReport: async (context) => {
    const examined = await doctorHandlers.examine(context, {})
    if (!examined.ok) return examined
    const { checks, closedBy, faults } = examined.value
    const found = checks.filter(({ count }) => count > 0).map(({ check, count }) => `${check}: ${count}`)
    const lines = [
      `HuaQing report ${instantText(context.now())}`,
      `system: ${platform()} ${release()} ${arch()}, node ${process.versions.node}`,
      `schema: ${SCHEMA_VERSION}`,
      `ledger: ${closedBy ?? context.store?.readOnly ?? 'open'}`,
      `checks: ${checks.length} done, ${found.length === 0 ? 'nothing found' : found.join(', ')}`,
      `backups: ${backupsIn(context)}`,
      `faults in the log: ${faults}`,
      ...tailOf(logOf(context)),
    ]
    return done({ text: `${lines.join('\n')}\n` })
  },
}

function backupsIn({ path }: RescueContext): string {
  const all = listBackups(path)
  const verified = all.filter(({ verified }) => verified)
  const newest = verified[0] === undefined ? 'none' : instantText(verified[0].at)
  return `${verified.length} verified, ${all.length - verified.length} not, newest ${newest}`
}

/** The log was written without anything private. */
const LINES = 80

const tailOf = (log: string): readonly string[] =>
  existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-LINES) : []
