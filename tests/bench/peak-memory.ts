import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * Peak resident memory of the built command line while it imports the file, in MB: the process tells it as it ends,
 * through a module that is loaded before it.
 */
export function measurePeak(cli: string, file: string, folder: string): number {
  const tell = join(import.meta.dirname, 'tell-peak.mjs')
  const ledger = join(folder, 'peak.huaqing')
  const run = spawnSync(process.execPath, ['--import', tell, cli, 'import', file, '--ledger', ledger], {
    encoding: 'utf8',
  })
  const peak = /peak (\d+) kB/.exec(run.stderr)?.[1]
  if (run.status !== 0 || peak === undefined) throw new Error(`the import failed: ${run.stderr}`)
  return Number(peak) / 1024
}
