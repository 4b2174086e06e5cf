import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CaseView } from '#shared/contract/case-views.ts'
import type { ActionView, ExportFile } from '#shared/contract/views.ts'
import { type Border, createBorder } from '../../electron/border.ts'
import { createChosenFiles } from '../../electron/chosen-files.ts'
import { handlers } from '../../electron/handlers/handlers.ts'
import { createLocalHost } from '../../electron/handlers/host.ts'
import { createLog } from '../../electron/log.ts'
import { removeFolder } from '../remove-folder.ts'
import { runs } from '../runs.ts'
import { testClock } from '../store/temporary-store.ts'
import { type AnyCommand, anyCommand, anyStep, BEGINNING, PLACES } from './any-command.ts'

/** Laws of every command, through the border that the window uses, on a real ledger file. */

const FULL = runs(40)
/** There and back again reads the whole ledger three times as often. */
const FEWER = runs(20)
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
    removeFolder(folder)
  }
}

async function answerOf<T>(ask: Ask, method: string, request: unknown): Promise<T> {
  const reply = await ask(method, request)
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply)}`)
  return reply.value as T
}

const TARGETS = ['credit-purchase', 'huabei', 'borrow'] as const

/** All that the ledger says, as the lossless export writes it, with the case file, the plans, and the way to the closing. */
async function contentOf(ask: Ask) {
  const scenario = (await answerOf<ExportFile>(ask, 'exportFile', { format: 'scenario' })).text
  const { contacts, notices, channels, waysToPay, comparisons, systemClosings } = await answerOf<CaseView>(
    ask,
    'getCase',
    {},
  )
  const closing = {
    plans: await answerOf(ask, 'listPlans', {}),
    shown: await answerOf(ask, 'listShownQuotes', {}),
    targets: await Promise.all(TARGETS.map((target) => answerOf(ask, 'getClosing', { target }))),
  }
  return { scenario, closing, facts: { contacts, notices, channels, waysToPay, comparisons, systemClosings } }
}
type Content = Awaited<ReturnType<typeof contentOf>>

/** The command with the ledger's own name of the fact at a place, where there is one. */
function named({ facts }: Content, { method, request }: AnyCommand): AnyCommand {
  const place = PLACES.indexOf(String(request.id))
  if (place < 0) return { method, request }
  const { contacts, notices, channels, systemClosings, waysToPay, comparisons } = facts
  const at = [contacts[0], notices[0], channels[0], systemClosings[0], waysToPay[0] ?? comparisons[0]]
  return { method, request: { ...request, id: at[place]?.id ?? 'nobody' } }
}

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
        const stand = async () => ({ content: await contentOf(ask), history: await historyOf(ask) })
        let before = await stand()
        for (const command of sent) {
          const { method, request } = named(before.content, command)
          const reply = await ask(method, request)
          expect(reply).not.toHaveProperty('fault')
          seen[reply.ok ? 'done' : 'refused'] += 1
          const after = await stand()
          if (!reply.ok) expect(after).toEqual(before)
          before = after
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
        let now = await contentOf(ask)
        const states = [now]
        for (const command of sent) {
          const { method, request } = named(now, command)
          if (!(await ask(method, request)).ok) continue
          now = await contentOf(ask)
          states.push(now)
        }
        const forward: Content[] = []
        while ((await ask('undo', {})).ok) forward.unshift(await contentOf(ask))
        expect(forward).toEqual(states.slice(0, -1))
        const again: Content[] = []
        while ((await ask('redo', {})).ok) again.push(await contentOf(ask))
        expect(again).toEqual(states.slice(1))
      }),
    ),
    FEWER,
  )
})
