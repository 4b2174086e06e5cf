import { closeSync, openSync, readSync } from 'node:fs'
import { HUAQING_CSV_MARK } from '#shared/statement-files/huaqing-csv.ts'
import { isUtf16, utf8OfUtf16 } from '../files/utf16.ts'

/** Whether a file is one that `export --format csv` wrote: its first cell says so. */
export function isHuaqingCsv(path: string): boolean {
  const head = Buffer.alloc(64)
  const file = openSync(path, 'r')
  try {
    const start = head.subarray(0, readSync(file, head, 0, head.length, 0))
    const text = new TextDecoder().decode(isUtf16(start) ? utf8OfUtf16(start) : start)
    return text.replace(/^"/, '').startsWith(HUAQING_CSV_MARK)
  } finally {
    closeSync(file)
  }
}
