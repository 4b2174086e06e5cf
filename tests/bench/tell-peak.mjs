import { isMainThread } from 'node:worker_threads'

/** Loaded before a program that is measured: it says how much memory it took at most. Its threads load it too. */
if (isMainThread) process.on('exit', () => process.stderr.write(`\npeak ${process.resourceUsage().maxRSS} kB\n`))
