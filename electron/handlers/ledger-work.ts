import { parentPort, workerData } from 'node:worker_threads'
import { systemClock } from './clock.ts'
import { handlers } from './handlers.ts'
import { createLocalHost } from './host.ts'
import { serveThread } from './serve-thread.ts'
import type { ThreadData } from './thread-messages.ts'

/** The ledger thread: the one writer of this process (architecture.md, "one writer"). */
if (!parentPort) throw new Error('the ledger thread was started as a program')
/** A fault of no call: it goes where the faults of calls go, through the process that started this thread. */
const onBackupFault = (error: unknown): void => parentPort?.postMessage({ kind: 'background-fault', error })
const { clockOffset = 0, ...paths } = workerData as ThreadData
serveThread(parentPort, createLocalHost({ ...paths, ...systemClock(clockOffset), handlers, onBackupFault }))
