import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { writeAlipayFile } from './made-file.ts'

/** Of these rows about 100,000 are entries on credit. */
const HUGE_ROWS = 165_000
const PROGRAM = join(import.meta.dirname, '..', '..', 'out', 'main', 'cli.js')

/** A ledger of about 100,000 entries in the given folder, made by the built command line; gives its path. */
export function makeHugeLedger(folder: string, today: string): string {
  const [file, ledger] = [join(folder, 'made.csv'), join(folder, 'huge.huaqing')]
  writeAlipayFile(file, { rows: HUGE_ROWS })
  const args = [PROGRAM, '--ledger', ledger, '--today', today, 'import', file]
  const done = spawnSync(process.execPath, args, { stdio: 'ignore' })
  if (done.status !== 0) throw new Error(`the huge ledger could not be made: ${done.status}`)
  return ledger
}
