import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Peak resident memory of a process that imports the file and does nothing else, in MB. */
export function measurePeak(file: string, folder: string): number {
  const program = join(import.meta.dirname, 'import-once.ts')
  const run = spawnSync(process.execPath, [program, file, join(folder, 'peak.huaqing')], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`the import failed: ${run.stderr}`)
  return Number(run.stdout) / 1024
}
