import { enableCompileCache, flushCompileCache } from 'node:module'
import { extname, join } from 'node:path'
import { cacheFolder } from '../data-folder.ts'

// The thread's program: it opens the cache of compiled code, where the command line keeps its own, and reads its work
// then. To compile that anew is a fifth of what a start waits for.
enableCompileCache(join(cacheFolder(), 'compiled'))

/** Milliseconds after which the first answers have compiled what they need; a window that is ended by force keeps it too. */
const KEEP_AFTER = 5_000
setTimeout(flushCompileCache, KEEP_AFTER).unref()

// By its name in the same folder: the work is built by itself, in one file.
await import(new URL(`./ledger-work${extname(import.meta.url)}`, import.meta.url).href)
