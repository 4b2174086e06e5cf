import { closeSync, openSync, readSync } from 'node:fs'
import { HUAQING_CSV_MARK } from '#shared/statement-files/huaqing-csv.ts'

/** Whether a file is one that `export --format csv` wrote: its first cell says so. */
export function isHuaqingCsv(path: string): boolean {
  const head = Buffer.alloc(64)
  const file = openSync(path, 'r')
  try {
    const length = readSync(file, head, 0, head.length, 0)
    const text = head.toString('utf8', 0, length).replace(/^\ufeff/, '')
    return text.replace(/^"/, '').startsWith(HUAQING_CSV_MARK)
  } finally {
    closeSync(file)
  }
}
