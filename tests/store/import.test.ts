import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { importHandlers } from '../../electron/handlers/import-handlers.ts'
import { undoAction } from '../../electron/store/actions.ts'
import { readLedger } from '../../electron/store/read-ledger.ts'
import type { Store } from '../../electron/store/store.ts'
import { contextOf } from './handler-context.ts'
import { temporaryStore } from './temporary-store.ts'

const fixture = (name: string) => join(import.meta.dirname, '..', 'fixtures', name)
const FIRST = fixture('alipay-app-2026-gb18030.csv')
const OVERLAP = fixture('alipay-app-2026-overlap-gb18030.csv')
const today = day('2026-09-20')

async function preview(store: Store, path: string) {
  const outcome = await importHandlers.previewImport(contextOf(store), { fileToken: path })
  if (!outcome.ok) throw new Error(`not previewed: ${outcome.refusal.kind}`)
  return outcome.value
}

async function importFile(store: Store, path: string) {
  const { importId } = await preview(store, path)
  const outcome = await importHandlers.commitImport(contextOf(store), { importId })
  if (!outcome.ok) throw new Error(`not imported: ${outcome.refusal.kind}`)
  return outcome.value
}

const ledgerOf = (store: Store) => store.read((reader) => readLedger(reader, today))

/** The ledger as a set of facts: in which order they arrived does not matter. */
function contentOf(store: Store) {
  const { accounts, entries, postings, ...rest } = ledgerOf(store)
  return {
    ...rest,
    accounts: [...accounts].sort((a, b) => a.id.localeCompare(b.id)),
    entries: [...entries].sort((a, b) => a.id.localeCompare(b.id)),
    postings: [...postings].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
  }
}

describe('import of an Alipay file', () => {
  it('previews without changing what counts', async () => {
    const store = temporaryStore()
    const before = contentOf(store)
    const { summary, rows, problems } = await preview(store, FIRST)
    expect(summary).toEqual({
      format: 'alipay-app-v3b',
      encoding: 'GB18030',
      fileName: 'alipay-app-2026-gb18030.csv',
      owner: '137****6428',
      fileRows: 79,
      announcedRows: 79,
      from: day('2026-05-01'),
      to: day('2026-08-31'),
      exportedOn: day('2026-09-01'),
      counts: {
        purchase: 33,
        refund: 12,
        repayment: 10,
        'repayment-failed': 2,
        disbursement: 2,
        'installment-fee': 0,
        interest: 0,
        closed: 4,
        unrelated: 16,
        review: 5,
        duplicate: 0,
        updated: 0,
        rejected: 0,
      },
      newAccounts: [
        'credit-purchase:招联消金',
        'huabei',
        'credit-purchase:江苏银行',
        'borrow',
        'credit-purchase:平安银行',
      ],
      warnings: [],
    })
    expect(rows).toHaveLength(79)
    expect(problems).toEqual([])
    expect(contentOf(store)).toEqual(before)
  })

  it('knows 18 rows of an overlapping file, 3 of them changed, and adds 4', async () => {
    const store = temporaryStore()
    await importFile(store, FIRST)
    const { summary } = await importFile(store, OVERLAP)
    expect(summary.fileRows - summary.counts.duplicate).toBe(4)
    expect(summary.counts).toMatchObject({ duplicate: 18, updated: 3 })
  })

  it('makes the same ledger of both files in either order', async () => {
    const [one, other] = [temporaryStore(), temporaryStore()]
    await importFile(one, FIRST)
    await importFile(one, OVERLAP)
    await importFile(other, OVERLAP)
    await importFile(other, FIRST)
    expect(contentOf(other)).toEqual(contentOf(one))
  })

  it('is undone whole, and the same file then comes in as if new', async () => {
    const store = temporaryStore()
    const empty = contentOf(store)
    const { summary } = await importFile(store, FIRST)
    const full = contentOf(store)
    store.change(undoAction)
    expect(contentOf(store)).toEqual(empty)
    const again = await importFile(store, FIRST)
    expect(again.summary).toEqual(summary)
    expect(contentOf(store)).toEqual(full)
  })
})
