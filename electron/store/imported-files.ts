import type { ImportedFile } from '#shared/contract/screen-views.ts'
import { type Reader, statement } from './queries.ts'

/** Imported files whose rows count, the newest first: what the entries list can be filtered by. */
export function listImports(reader: Reader): readonly ImportedFile[] {
  const rows = statement(reader.connection, IMPORTS).all() as { batch: number; file: string; at: number }[]
  return rows.map(({ batch, file, at }) => ({ batch: String(batch), file, at }))
}

const IMPORTS = `
SELECT f.action AS batch, min(f.name) AS file, a.at AS at FROM statement_file f
JOIN action a ON a.id = f.action AND a.state = 'active'
GROUP BY f.action ORDER BY a.at DESC LIMIT 100`
