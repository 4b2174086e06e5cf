import { findLayout } from '#shared/statement-files/layouts.ts'
import { EMPTY_PREAMBLE, readPreambleLine, type StatementPreamble } from '#shared/statement-files/statement-preamble.ts'
import { createByteDecoder } from '../files/decode.ts'
import type { OpenedStatement } from '../files/open-statement.ts'

/** What must be known of a file before its rows: whose it is, of which platform, and when it was made. */
export type StatementHead = { readonly preamble: StatementPreamble; readonly platform: string }

/** All of it stands before the rows; in Alipay's 2021 layout and in its web export some stands behind them. */
export async function readStatementHead({ size, part }: OpenedStatement): Promise<StatementHead> {
  const lines = linesOf(await part(0, HEAD))
  const preamble = fromLines(EMPTY_PREAMBLE, lines)
  const platform = platformOf(lines)
  if ((preamble.owner !== null && preamble.exportedOn !== null) || size <= HEAD) return { preamble, platform }
  const tail = linesOf(afterFirstLine(await part(size - TAIL, TAIL)))
  return { preamble: fromLines(preamble, tail), platform }
}

const HEAD = 64 * 1024
const TAIL = 16 * 1024

/** The cut may have gone through a character. */
const afterFirstLine = (bytes: Uint8Array): Uint8Array => bytes.subarray(bytes.indexOf(0x0a) + 1)

function linesOf(bytes: Uint8Array): readonly string[] {
  const decoder = createByteDecoder()
  return (decoder.push(bytes) + decoder.finish()).split('\n')
}

/** A file without a known header is refused by the reader, whatever is said here. */
function platformOf(lines: readonly string[]): string {
  for (const line of lines) {
    const found = findLayout(line)
    if (found) return found.layout.platform
  }
  return ''
}

const fromLines = (preamble: StatementPreamble, lines: readonly string[]): StatementPreamble =>
  lines.filter(isNoRow).reduce(readPreambleLine, preamble)

/** Rows begin with their time, in the 2021 layout with their direction. */
const isNoRow = (line: string): boolean => !/^\s*"?(\d{4}[-/]\d|收入|支出|其他|不计收支)/.test(line)

/** A number that grows with the moment at which the file was made. */
export function madeAt({ exportedOn, exportedAt }: StatementPreamble): number | null {
  if (exportedOn === null) return null
  const [hours = 0, minutes = 0, seconds = 0] = (exportedAt ?? '').split(':').map(Number)
  return exportedOn * 86_400 + hours * 3600 + minutes * 60 + seconds
}
