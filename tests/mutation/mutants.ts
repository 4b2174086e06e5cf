import { spawnSync } from 'node:child_process'

/** Mutates one room after the other; each is judged by its own tests. `npm run mutants -- ledger` keeps to one. */
const ROOMS = ['kernel', 'ledger', 'decisions', 'outlook']
const asked = process.argv.slice(2)

for (const room of asked.length > 0 ? asked : ROOMS) {
  const { status } = spawnSync('npx', ['stryker', 'run', `tests/mutation/${room}.json`], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
