import { basename } from 'node:path'
import { done, refused } from '#shared/kernel/outcome.ts'
import { decideFacts } from '#shared/ledger/decisions/decide-facts.ts'
import type { Confirmation } from '#shared/ledger/ledger.ts'
import { type LedgerFacts, readHuaqingCsv } from '#shared/statement-files/huaqing-csv.ts'
import { readLedgerText } from '../files/ledger-text.ts'
import { appendAccount, readAccounts } from '../store/accounts.ts'
import { appendEntry, findEntry } from '../store/entries.ts'
import { putConfirmation, putRecordsCurrent, readConfirmations, readRecordsCurrentOn } from '../store/notes.ts'
import type { Reader, Writer } from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import { askIfImported } from './double-questions.ts'
import type { Handled, Handler, Handlers } from './handler.ts'
import { backUpFirst } from './keep-backup.ts'
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

  importCsv: async (context, { fileToken: path }) => {
    const { store } = context
    const read = await readWhole(store, path)
    if (!read.ok) return read
    const found = store.read((reader) => newFacts(reader, read.value))
    if (found.isNothing) return done({ ...countsOf(found), batch: null })
    const backup = await backUpFirst(context, 'before-import')
    if (!backup.ok) return backup
    return store.write({ code: 'csv-imported', values: { file: basename(path) } }, (writer) =>
      done({ ...countsOf(appendFacts(writer, read.value)), batch: String(writer.action) }),
    )
  },
}

/** What `importCsv` would do, without doing it. */
export const previewCsv: Handler<'importCsv'> = async ({ store }, { fileToken: path }) => {
  const read = await readWhole(store, path)
  return read.ok ? done({ ...countsOf(store.read((reader) => newFacts(reader, read.value))), batch: null }) : read
}

/** A file of our own that does not read back whole was damaged or changed: half of a ledger is worse than none. */
async function readWhole(store: Store, path: string): Promise<Handled<LedgerFacts>> {
  const read = readHuaqingCsv(await readLedgerText(path))
  if (!read.ok) return read
  const [problem] = read.value.problems
  if (problem)
    return refused({ kind: 'csv-damaged', values: { line: problem.line, count: read.value.problems.length } })
  const decided = decideFacts(
    read.value,
    store.read(readAccounts).map(({ id }) => id),
  )
  return decided.ok ? read : decided
}

/** What the ledger has under the same id stays as it is and is counted as known; of what was confirmed, the newer holds. */
function newFacts(reader: Reader, facts: LedgerFacts) {
  const accounts = new Set(readAccounts(reader).map(({ id }) => id))
  const confirmed = readConfirmations(reader)
  const currentOn = readRecordsCurrentOn(reader) ?? Number.NEGATIVE_INFINITY
  const found = {
    accounts: facts.accounts.filter(({ id }) => !accounts.has(id)),
    entries: facts.entries.filter(({ id }) => findEntry(reader, id) === null),
    confirmations: facts.confirmations.filter((one) => !confirmed.some((other) => isSaidBy(one, other))),
    recordsCurrentOn:
      facts.recordsCurrentOn !== null && facts.recordsCurrentOn > currentOn ? facts.recordsCurrentOn : null,
    total: facts.accounts.length + facts.entries.length,
  }
  const { accounts: news, entries, confirmations, recordsCurrentOn } = found
  return { ...found, isNothing: news.length + entries.length + confirmations.length === 0 && recordsCurrentOn === null }
}

const isSaidBy = (one: Confirmation, other: Confirmation): boolean =>
  one.target === other.target && one.code === other.code && one.owner === other.owner && one.on <= other.on

type Found = ReturnType<typeof newFacts>

const countsOf = ({ accounts, entries, total }: Found): { readonly added: number; readonly known: number } => {
  const added = accounts.length + entries.length
  return { added, known: total - added }
}

function appendFacts(writer: Writer, facts: LedgerFacts): Found {
  const found = newFacts(writer, facts)
  for (const account of found.accounts) appendAccount(writer, account)
  for (const entry of found.entries) appendEntry(writer, entry)
  // One with an order number came out of a file once, and is known by it; the questions of the file itself are in it.
  for (const entry of found.entries) if (entry.orderNo === null) askIfImported(writer, entry)
  for (const confirmation of found.confirmations) putConfirmation(writer, confirmation)
  if (found.recordsCurrentOn !== null) putRecordsCurrent(writer, found.recordsCurrentOn)
  return found
}
