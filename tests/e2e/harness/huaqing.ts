import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { besideLedger } from './served-app.ts'

const PROGRAM = join(import.meta.dirname, '..', '..', '..', 'out', 'main', 'cli.js')

/** Runs the built command line on a ledger, beside an app that may have it open, and gives its JSON; a failure throws. */
export function huaqing(ledgerPath: string, today: string, args: readonly string[]): unknown {
  const all = [PROGRAM, '--ledger', ledgerPath, '--today', today, '--json', ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, all, {
    encoding: 'utf8',
    env: besideLedger(ledgerPath),
  })
  if (status !== 0) throw new Error(`huaqing ${args.join(' ')} ended with ${status}: ${stdout}${stderr}`)
  return JSON.parse(stdout)
}
