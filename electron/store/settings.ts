import type { Settings } from '#shared/contract/views.ts'
import { all, QUERIES, type Reader, run, type Writer } from './queries.ts'

/** How the program behaves for the owner of this ledger. No fact, and so no part of the history. */
export const DEFAULT_SETTINGS: Settings = {
  language: 'system',
  theme: 'system',
  hideAmounts: false,
  keepUnrelatedText: false,
  textSize: 100,
  savedFilters: [],
}

export function readSettings(reader: Reader): Settings {
  const rows = all(reader, reader.query.selectFrom('setting').selectAll())
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)])) }
}

export function putSettings(writer: Writer, changes: Partial<Settings>): Settings {
  for (const [key, value] of Object.entries(changes)) {
    const text = JSON.stringify(value)
    const query = QUERIES.insertInto('setting').values({ key, value: text })
    run(
      writer,
      query.onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text })),
    )
  }
  return readSettings(writer)
}
