import { readFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

/** Loaded before a program that is measured: it says how much memory it took at most. Its threads load it too. */
if (isMainThread) process.on('exit', () => process.stderr.write(`\npeak ${peak()} kB\n`))

/**
 * Of this process alone. On Linux `maxRSS` begins with that of the process which started it: what the bench itself held
 * would be measured instead of a program that needs less.
 */
function peak() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1])
}
