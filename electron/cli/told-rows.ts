import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { importRowJson } from '#shared/contract/json/import-json.ts'
import { isLikelyCredit, isOtherCredit } from '#shared/contract/taken-as.ts'
import type { ImportRow } from '#shared/contract/views.ts'
import { detached } from '../store/import/detached.ts'

/** The rows of a file that its reader is told of, in memory that does not grow with the file. */

/** The first of them, and how many there are. */
export type SomeRows = { readonly rows: readonly ImportRow[]; readonly count: number }

/** What people are shown: rows that ask them something, and those they may want to take. */
export type ShownRows = { readonly asked: SomeRows; readonly likely: SomeRows; readonly other: SomeRows }

/** So many rows are shown of each; `--json` names all, and `review list` all that ask. */
export const ROWS_SHOWN = 40
const ASKED_SHOWN = 400

export async function shownRows(all: AsyncIterable<ImportRow>): Promise<ShownRows> {
  const [asked, likely, other] = [someRows(ASKED_SHOWN), someRows(ROWS_SHOWN), someRows(ROWS_SHOWN)]
  for await (const row of all) {
    if (isAsking(row)) asked.add(row)
    if (isLikelyCredit(row)) likely.add(row)
    if (isOtherCredit(row)) other.add(row)
  }
  return { asked: asked.found(), likely: likely.found(), other: other.found() }
}

const isAsking = ({ review, fate }: ImportRow): boolean => review && fate !== 'duplicate'

/** Rows of a file that is read again; those that are kept are copied, for a few of them would keep all of its text. */
function someRows(most: number) {
  const rows: ImportRow[] = []
  let count = 0
  return {
    add: (row: ImportRow): void => {
      count += 1
      if (count <= most) rows.push(detached(row))
    },
    found: (): SomeRows => ({ rows, count }),
  }
}

/** Every row as it stands in the document, aside until it is known that nothing is refused. */
export type SpooledRows = { readonly pieces: () => AsyncIterable<string>; readonly drop: () => void }

export async function spoolRows(all: AsyncIterable<ImportRow>): Promise<SpooledRows> {
  // A folder of its own, that nobody else can look into.
  const folder = mkdtempSync(join(tmpdir(), 'huaqing-rows-'))
  const path = join(folder, 'rows.json')
  const drop = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  try {
    await pipeline(Readable.from(rowTexts(all)), createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    drop()
    throw error
  }
  return { pieces: () => createReadStream(path, 'utf8'), drop }
}

/** Some rows to a piece: each by itself costs more than its text. */
async function* rowTexts(all: AsyncIterable<ImportRow>): AsyncGenerator<string> {
  let waiting: string[] = []
  let before = ''
  for await (const row of all) {
    waiting.push(JSON.stringify(importRowJson(row)))
    if (waiting.length < 500) continue
    yield before + waiting.join(',')
    waiting = []
    before = ','
  }
  if (waiting.length > 0) yield before + waiting.join(',')
}
