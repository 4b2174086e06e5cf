import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { done } from '#shared/kernel/outcome.ts'
import { planInFull } from '#shared/outlook/plan.ts'
import { listActions, redoAction, undoAction } from '../../electron/store/actions.ts'
import { appendEntry, supersedeEntry, withdrawEntry } from '../../electron/store/entries.ts'
import { putPlan, putRecordsCurrent, readPlan } from '../../electron/store/notes.ts'
import type { Writer } from '../../electron/store/queries.ts'
import type { Store } from '../../electron/store/store.ts'
import { runs } from '../runs.ts'
import { purchase } from './entry-fixtures.ts'
import { contentOf } from './import-files.ts'
import { temporaryStore } from './temporary-store.ts'

type EntryStep = { readonly do: 'add' | 'edit' | 'delete'; readonly which: number; readonly amount: number }
type Step = EntryStep | { readonly do: 'plan' | 'current'; readonly on: number } | { readonly do: 'undo' | 'redo' }

const steps = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constantFrom('add' as const, 'edit' as const, 'delete' as const),
      which: fc.integer({ min: 0, max: 4 }),
      amount: fc.integer({ min: 1, max: 100_000 }),
    }),
    fc.record({
      do: fc.constantFrom('plan' as const, 'current' as const),
      on: fc.integer({ min: 20_600, max: 20_700 }),
    }),
    fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }),
  ),
  { maxLength: 30 },
)

/** Takes a step; true where it changed the ledger, false where it was refused. */
function take(store: Store, step: Step): boolean {
  const label = { code: step.do, values: {} }
  if ('on' in step) {
    const on = day('2026-01-01') + step.on - 20_600
    return store.write(label, (writer) => {
      if (step.do === 'plan') putPlan(writer, planInFull(on as ReturnType<typeof day>))
      else putRecordsCurrent(writer, on as ReturnType<typeof day>)
      return done(null)
    }).ok
  }
  if ('which' in step) return store.write(label, (writer) => takeEntryStep(writer, step)).ok
  return store.change(step.do === 'undo' ? undoAction : redoAction).ok
}

function takeEntryStep(writer: Writer, step: EntryStep) {
  const entry = purchase({ id: `p${step.which}`, amount: fen(step.amount) })
  if (step.do === 'add') return appendEntry(writer, entry)
  return step.do === 'edit' ? supersedeEntry(writer, entry) : withdrawEntry(writer, entry.id)
}

const stateOf = (store: Store) => ({ content: contentOf(store), plan: store.read(readPlan) })

describe('undo and redo', () => {
  it('move along the states of the ledger, each equal to what it was', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const store = temporaryStore()
        const past = [stateOf(store)]
        let future: ReturnType<typeof stateOf>[] = []
        for (const step of sequence) {
          const changed = take(store, step)
          if (step.do === 'undo') {
            expect(changed).toBe(past.length > 1)
            const left = changed ? past.pop() : undefined
            if (left) future.unshift(left)
          } else if (step.do === 'redo') {
            expect(changed).toBe(future.length > 0)
            const next = future.shift()
            if (next) past.push(next)
          } else if (changed) {
            past.push(stateOf(store))
            future = []
          }
          expect(stateOf(store)).toEqual(past.at(-1))
        }
        const again = temporaryStore(store.path)
        expect(stateOf(again)).toEqual(past.at(-1))
        expect(again.read((reader) => listActions(reader, { before: null, limit: 500 }))).toEqual(
          store.read((reader) => listActions(reader, { before: null, limit: 500 })),
        )
      }),
      runs(40),
    )
  })
})
