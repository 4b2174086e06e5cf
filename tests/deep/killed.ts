import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** How a command fared: the exit code where it ended by itself, and how long it ran, in milliseconds. */
export type Ran = { readonly code: number | null; readonly milliseconds: number }

export type Runner = {
  /** Runs a command in a process of its own, and kills that process a while after the command began. */
  readonly run: (args: readonly string[], killAfter?: number) => Promise<Ran>
  readonly close: () => void
}

/**
 * One process waits, loaded, while another one is killed, and what was compiled once is kept in a folder: a kill costs
 * little more than what its command costs.
 */
export function createRunner(cache: string): Runner {
  const start = () => startChild(cache)
  let next = start()
  return {
    run: async (args, killAfter) => {
      const child = await next
      next = start()
      return runIn(child, args, killAfter)
    },
    close: () => void next.then((child) => child.kill('SIGKILL')),
  }
}

const CHILD = join(import.meta.dirname, 'kill-child.ts')

async function startChild(cache: string): Promise<ChildProcess> {
  const env = { ...process.env, NODE_COMPILE_CACHE: cache }
  const child = fork(CHILD, { execArgv: [], stdio: 'ignore', env })
  await said(child, 'ready')
  return child
}

async function runIn(child: ChildProcess, args: readonly string[], killAfter?: number): Promise<Ran> {
  const gone = once(child, 'exit')
  const begun = said(child, 'begun')
  const ended = said(child, 'ended')
  child.send([...args])
  await begun
  const from = performance.now()
  const end = await (killAfter === undefined ? ended : Promise.race([ended, wait(killAfter, null)]))
  const milliseconds = performance.now() - from
  child.kill('SIGKILL')
  await gone
  return { code: end === null ? null : Number(end.split(' ')[1]), milliseconds }
}

/** Waits for a message that begins so. A process that is killed never says it: nobody waits for that any more. */
function said(child: ChildProcess, word: string): Promise<string> {
  return new Promise((resolve) => {
    const listen = (message: unknown): void => {
      if (typeof message !== 'string' || !message.startsWith(word)) return
      child.off('message', listen)
      resolve(message)
    }
    child.on('message', listen)
  })
}
