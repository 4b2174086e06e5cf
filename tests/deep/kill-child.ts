import { readdirSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { runCommandLine } from '../../electron/cli/run-command-line.ts'

/**
 * The command line as a process that waits: everything is loaded before it is asked, so that a kill falls into the
 * command and not into the loading of the program. It says when a command begins and when it has ended.
 */

const COMMANDS = join(import.meta.dirname, '../../electron/cli')
const loaded = readdirSync(COMMANDS).filter((name) => name.endsWith('-commands.ts'))
await Promise.all(loaded.map((name) => import(join(COMMANDS, name))))

const quiet = { out: () => undefined, err: () => undefined }

process.on('message', async (args: readonly string[]) => {
  process.send?.('begun')
  const code = await runCommandLine(args, quiet)
  process.send?.(`ended ${code}`)
})
// A process that is killed keeps nothing that it compiled.
flushCompileCache()
process.send?.('ready')
