#!/usr/bin/env node
import { askLine } from './ask-line.ts'
import { runCommandLine } from './run-command-line.ts'

// Whoever reads the answer may stop reading: `huaqing entry list | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  ask: process.stdin.isTTY ? askLine : undefined,
})
