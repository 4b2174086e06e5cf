import { parentPort, workerData } from 'node:worker_threads'
import { type AgeJob, workOnAge } from '../age-work.ts'

/** One job on a locked file, then the thread ends. */
if (!parentPort) throw new Error('the thread of a locked file was started as a program')
parentPort.postMessage(await workOnAge(workerData as AgeJob))
