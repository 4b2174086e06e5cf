import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ActionView, ExportFile } from '#shared/contract/views.ts'
import { type Border, createBorder } from '../../electron/border.ts'
import { createChosenFiles } from '../../electron/chosen-files.ts'
import { handlers } from '../../electron/handlers/handlers.ts'
import { createLocalHost } from '../../electron/handlers/host.ts'
import { createLog } from '../../electron/log.ts'
import { testClock } from '../store/temporary-store.ts'
import { type AnyCommand, anyCommand, anyStep, BEGINNING } from './any-command.ts'

/** Laws of every command, through the border that the window uses, on a real ledger file. */

const FULL = { numRuns: 60 }
const DAY = Date.UTC(2026, 6, 5, 4)

type Ask = (method: string, request: unknown) => ReturnType<Border>

/** A border before a ledger file of its own; both are gone when `use` is done. */
async function onFreshLedger(use: (ask: Ask) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huaqing-laws-'))
  const host = createLocalHost({ ledgerPath: join(folder, 'ledger.huaqing'), handlers, ...testClock(DAY) })
  const border = createBorder(host, createChosenFiles(), createLog(folder))
  try {
    await use((method, request) => border({ sender: { trusted: true, name: 'test' }, method, request }))
  } finally {
    await host.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function answerOf<T>(ask: Ask, method: string, request: unknown): Promise<T> {
  const reply = await ask(method, request)
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply)}`)
  return reply.value as T
}

/** All that the ledger says, as the lossless export writes it. */
const contentOf = async (ask: Ask) => (await answerOf<ExportFile>(ask, 'exportFile', { format: 'scenario' })).text
const historyOf = (ask: Ask) => answerOf<readonly ActionView[]>(ask, 'listHistory', { limit: 500 })

const opened = (next: fc.Arbitrary<AnyCommand>) =>
  fc.array(next, { minLength: 5, maxLength: 30 }).map((sent) => [...BEGINNING, ...sent])
const commands = opened(anyCommand)
const commandsAndSteps = opened(fc.oneof({ weight: 8, arbitrary: anyCommand }, { weight: 1, arbitrary: anyStep }))

it('a refused command changes nothing, and no command is a fault', async () => {
  const seen = { done: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(commandsAndSteps, (sent) =>
      onFreshLedger(async (ask) => {
        for (const { method, request } of sent) {
          const before = { content: await contentOf(ask), history: await historyOf(ask) }
          const reply = await ask(method, request)
          expect(reply).not.toHaveProperty('fault')
          seen[reply.ok ? 'done' : 'refused'] += 1
          if (!reply.ok) expect({ content: await contentOf(ask), history: await historyOf(ask) }).toEqual(before)
        }
      }),
    ),
    FULL,
  )
  expect(seen.done).toBeGreaterThan(100)
  expect(seen.refused).toBeGreaterThan(100)
})

it('every command that was done is undone and redone to the byte, back to the empty ledger', async () => {
  await fc.assert(
    fc.asyncProperty(commands, (sent) =>
      onFreshLedger(async (ask) => {
        const states = [await contentOf(ask)]
        for (const { method, request } of sent) if ((await ask(method, request)).ok) states.push(await contentOf(ask))
        const forward: string[] = []
        while ((await ask('undo', {})).ok) forward.unshift(await contentOf(ask))
        expect(forward).toEqual(states.slice(0, -1))
        const again: string[] = []
        while ((await ask('redo', {})).ok) again.push(await contentOf(ask))
        expect(again).toEqual(states.slice(1))
      }),
    ),
    FULL,
  )
})
