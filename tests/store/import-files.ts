import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { day } from '#shared/kernel/day.ts'
import type { HandlerContext } from '../../electron/handlers/handler.ts'
import { importHandlers } from '../../electron/handlers/import-handlers.ts'
import { readLedger } from '../../electron/store/read-ledger.ts'
import type { Store } from '../../electron/store/store.ts'
import { contextOf } from './handler-context.ts'
import { temporaryFolder } from './temporary-store.ts'

const fixture = (name: string) => join(import.meta.dirname, '..', 'fixtures', name)
export const FIRST = fixture('alipay-app-2026-gb18030.csv')
export const OVERLAP = fixture('alipay-app-2026-overlap-gb18030.csv')

/** A copy that a test may change. */
export function copied(file: string): string {
  const copy = join(temporaryFolder(), 'statement.csv')
  copyFileSync(file, copy)
  return copy
}

export async function preview(store: Store, path: string, more: Partial<HandlerContext> = {}) {
  const outcome = await importHandlers.previewImport(contextOf(store, more), { fileToken: path })
  if (!outcome.ok) throw new Error(`not previewed: ${outcome.refusal.kind}`)
  return outcome.value
}

export async function importFile(store: Store, path: string) {
  const { importId } = await preview(store, path)
  const outcome = await importHandlers.commitImport(contextOf(store), { importId })
  if (!outcome.ok) throw new Error(`not imported: ${outcome.refusal.kind}`)
  return outcome.value
}

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

/** The ledger as a set of facts: in which order they arrived does not matter. */
export function contentOf(store: Store, today = day('2026-09-20')) {
  const ledger = store.read((reader) => readLedger(reader, today))
  const entries = ledger.entries.map((entry) =>
    entry.kind === 'repayment'
      ? { ...entry, candidates: [...entry.candidates].sort() }
      : entry.kind === 'review'
        ? { ...entry, accounts: [...entry.accounts].sort() }
        : entry,
  )
  return {
    ...ledger,
    accounts: [...ledger.accounts].sort(byText),
    entries: entries.sort(byText),
    postings: [...ledger.postings].sort(byText),
  }
}
