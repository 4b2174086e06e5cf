#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { cacheFolder, seenFolder } from '../data-folder.ts'

// Half of a short command is reading its own program. What was compiled once is kept for the next one, in the user's own
// folder: in a shared temporary one, others could lay code there. Where it cannot be kept, it is read anew each time.
enableCompileCache(join(cacheFolder(), 'compiled'))

// Whoever reads the answer may stop reading: `huaqing entry list | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

// Imported here and not above: what is imported above is compiled before the cache is open.
const [{ runCommandLine }, { askLine }] = await Promise.all([import('./run-command-line.ts'), import('./ask-line.ts')])

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  ask: process.stdin.isTTY ? askLine : undefined,
  seenFolder: seenFolder(),
})
