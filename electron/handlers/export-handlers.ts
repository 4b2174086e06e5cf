import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { done, refused } from '#shared/kernel/outcome.ts'
import { type LedgerFacts, readHuaqingCsv } from '#shared/statement-files/huaqing-csv.ts'
import { appendAccount, readAccounts } from '../store/accounts.ts'
import { appendEntry, findEntry } from '../store/entries.ts'
import { putConfirmation, putRecordsCurrent } from '../store/notes.ts'
import type { Reader, Writer } from '../store/queries.ts'
import type { Handled, Handler, Handlers } from './handler.ts'
import { lockPieces } from './lock-export.ts'
import { makeExport } from './make-export.ts'

/** The ledger as a file for the user or for another program, and our own CSV back again. */
export const exportHandlers: Handlers<'exportFile' | 'importCsv'> = {
  exportFile: async (context, request) => {
    const made = makeExport(context, request)
    if (!made.ok) return made
    const { name, mime, pieces } = made.value
    const { passphrase } = request
    if (passphrase === undefined) return done({ name, mime, text: [...pieces].join('') })
    return done({ name: `${name}.age`, mime: 'application/x-age', text: await lockPieces(pieces, passphrase) })
  },

  importCsv: async ({ store }, { fileToken: path }) => {
    const read = await readWhole(path)
    if (!read.ok) return read
    return store.write({ code: 'csv-imported', values: { file: basename(path) } }, (writer) =>
      done({ ...appendFacts(writer, read.value), batch: String(writer.action) }),
    )
  },
}

/** What `importCsv` would do, without doing it. */
export const previewCsv: Handler<'importCsv'> = async ({ store }, { fileToken: path }) => {
  const read = await readWhole(path)
  if (!read.ok) return read
  const { newAccounts, newEntries, total } = store.read((reader) => newFacts(reader, read.value))
  const added = newAccounts.length + newEntries.length
  return done({ added, known: total - added, batch: '' })
}

/** A file of our own that does not read back whole was damaged: half of a ledger is worse than none. */
async function readWhole(path: string): Promise<Handled<LedgerFacts>> {
  const read = readHuaqingCsv(await readFile(path, 'utf8'))
  if (!read.ok) return read
  const [problem] = read.value.problems
  if (!problem) return read
  return refused({ kind: 'csv-damaged', values: { line: problem.line, count: read.value.problems.length } })
}

/** What the ledger has under the same id stays as it is and is counted as known. */
function newFacts(reader: Reader, facts: LedgerFacts) {
  const accounts = new Set(readAccounts(reader).map(({ id }) => id))
  return {
    newAccounts: facts.accounts.filter(({ id }) => !accounts.has(id)),
    newEntries: facts.entries.filter(({ id }) => findEntry(reader, id) === null),
    total: facts.accounts.length + facts.entries.length,
  }
}

function appendFacts(writer: Writer, facts: LedgerFacts): { readonly added: number; readonly known: number } {
  const { newAccounts, newEntries, total } = newFacts(writer, facts)
  for (const account of newAccounts) appendAccount(writer, account)
  for (const entry of newEntries) appendEntry(writer, entry)
  for (const confirmation of facts.confirmations) putConfirmation(writer, confirmation)
  if (facts.recordsCurrentOn !== null) putRecordsCurrent(writer, facts.recordsCurrentOn)
  const added = newAccounts.length + newEntries.length
  return { added, known: total - added }
}
