import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { ledgerToScenario } from '#shared/contract/scenario-export.ts'
import { dayText } from '#shared/kernel/day.ts'
import { done, refused } from '#shared/kernel/outcome.ts'
import { huaqingCsvLines, type LedgerFacts, readHuaqingCsv } from '#shared/statement-files/huaqing-csv.ts'
import { appendAccount, readAccounts } from '../store/accounts.ts'
import { appendEntry, findEntry } from '../store/entries.ts'
import { readWholeLedger } from '../store/entry-facts.ts'
import { putConfirmation, putRecordsCurrent, readPlan } from '../store/notes.ts'
import type { Writer } from '../store/queries.ts'
import type { Handlers } from './handler.ts'

/** The ledger as files of its own: CSV that reads back without loss, and a scenario that gives the same answers elsewhere. */
export const exportHandlers: Handlers<'exportCsv' | 'exportScenario' | 'importCsv'> = {
  exportCsv: ({ store, today }, { bom }) => {
    const ledger = store.read((reader) => readWholeLedger(reader, today))
    const text = [...huaqingCsvLines(ledger, { bom })].join('')
    return done({ name: `huaqing-${dayText(today)}.csv`, mime: 'text/csv', text })
  },

  exportScenario: ({ store, today }) => {
    const { ledger, plan } = store.read((reader) => ({
      ledger: readWholeLedger(reader, today),
      plan: readPlan(reader),
    }))
    const text = `${JSON.stringify(ledgerToScenario(ledger, plan), null, 1)}\n`
    return done({ name: `huaqing-${dayText(today)}.json`, mime: 'application/json', text })
  },

  importCsv: async ({ store }, { fileToken: path }) => {
    const read = readHuaqingCsv(await readFile(path, 'utf8'))
    if (!read.ok) return read
    const [problem] = read.value.problems
    // A file of our own that does not read back whole was damaged: half of a ledger is worse than none.
    if (problem)
      return refused({ kind: 'csv-damaged', values: { line: problem.line, count: read.value.problems.length } })
    return store.write({ code: 'csv-imported', values: { file: basename(path) } }, (writer) =>
      done({ ...appendFacts(writer, read.value), batch: String(writer.action) }),
    )
  },
}

/** What the ledger has under the same id stays as it is and is counted as known. */
function appendFacts(writer: Writer, facts: LedgerFacts): { readonly added: number; readonly known: number } {
  const accounts = new Set(readAccounts(writer).map(({ id }) => id))
  const newAccounts = facts.accounts.filter(({ id }) => !accounts.has(id))
  const newEntries = facts.entries.filter(({ id }) => findEntry(writer, id) === null)
  for (const account of newAccounts) appendAccount(writer, account)
  for (const entry of newEntries) appendEntry(writer, entry)
  for (const confirmation of facts.confirmations) putConfirmation(writer, confirmation)
  if (facts.recordsCurrentOn !== null) putRecordsCurrent(writer, facts.recordsCurrentOn)
  const added = newAccounts.length + newEntries.length
  return { added, known: facts.accounts.length + facts.entries.length - added }
}
