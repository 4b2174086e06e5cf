import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MAX_FEN } from '#shared/kernel/money.ts'
import { openPacked } from '../../electron/files/open-statement.ts'
import { readStatementBytes } from '../../electron/files/statement-file.ts'
import { stageFile } from '../../electron/handlers/stage-file.ts'
import { discardStaged } from '../../electron/store/import/discard.ts'
import { statement } from '../../electron/store/queries.ts'
import { temporaryFolder, temporaryStore } from '../store/temporary-store.ts'
import { anyStatement } from './mutated-statements.ts'
import { deepPatience, forTheTime } from './time-box.ts'

/** Damaged statements of every kind through the real reader: no crash, no hang, no row lost without a word. */

/** No file of this size may keep anyone waiting longer; of the processor's time, whatever else the machine does. */
const MOST_MILLISECONDS = 2000
const MOST_MEGABYTES = 1200

async function read(bytes: Uint8Array): Promise<void> {
  const opened = await openPacked(bytes, '123456')
  if (!opened.ok) return void expect(opened.refusal.kind).toMatch(/^[a-z0-9-]+$/)
  let [drafts, problems] = [0, 0]
  const reader = readStatementBytes(opened.value.bytes(), { container: opened.value.container })
  for (;;) {
    const step = await reader.next()
    if (step.done) {
      if (!step.value.ok) expect(step.value.refusal.kind).toMatch(/^[a-z0-9-]+$/)
      else expect(step.value.value.fileRows).toBe(drafts + problems)
      return
    }
    for (const draft of step.value.drafts) {
      drafts += 1
      expect(Number.isSafeInteger(draft.amount) && draft.amount >= 0 && draft.amount <= MAX_FEN).toBe(true)
      expect(Number.isSafeInteger(draft.on)).toBe(true)
      expect(draft.why).not.toBe('')
      expect(draft.counterparty + draft.description).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
    }
    problems += step.value.problems.length
  }
}

it('survives any damage', { timeout: deepPatience() }, async () => {
  let [slowest, most] = [0, 0]
  const runs = await forTheTime(
    'statement fuzz',
    0.6,
    fc.asyncProperty(anyStatement, async (bytes) => {
      const before = process.cpuUsage()
      await read(bytes)
      const { user, system } = process.cpuUsage(before)
      const [milliseconds, megabytes] = [(user + system) / 1000, process.memoryUsage().rss / 1024 / 1024]
      slowest = Math.max(slowest, milliseconds)
      most = Math.max(most, megabytes)
      expect(milliseconds).toBeLessThan(MOST_MILLISECONDS)
      expect(megabytes).toBeLessThan(MOST_MEGABYTES)
    }),
  )
  console.log(`statement fuzz: slowest file ${Math.round(slowest)} ms, most memory ${Math.round(most)} MB`)
  expect(runs).toBeGreaterThan(0)
})

it('never imports a half', { timeout: deepPatience() }, async () => {
  const store = temporaryStore()
  const path = join(temporaryFolder(), 'statement')
  const rowsStaged = () => Number(store.read(({ connection }) => statement(connection, ROWS).pluck().get()))
  const runs = await forTheTime(
    'half-import fuzz',
    0.3,
    fc.asyncProperty(anyStatement, async (bytes) => {
      writeFileSync(path, bytes)
      const staged = await stageFile(store, { path, password: '123456', ...STAGING })
      if (staged.ok) {
        const { summary, session } = staged.value
        const { counts, fileRows } = summary
        expect(rowsStaged()).toBeGreaterThanOrEqual(fileRows - counts.duplicate - counts.rejected)
        await discardStaged(store, session)
      }
      expect(rowsStaged()).toBe(0)
    }),
  )
  expect(runs).toBeGreaterThan(0)
})

const ROWS =
  'SELECT (SELECT count(*) FROM entry) + (SELECT count(*) FROM action) + (SELECT count(*) FROM statement_file)'
const STAGING = {
  saidOwner: null,
  keepUnrelatedText: false,
  signal: new AbortController().signal,
  onProgress: () => undefined,
}
