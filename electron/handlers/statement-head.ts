import { type AlipayPreamble, EMPTY_PREAMBLE, readPreambleLine } from '#shared/statement-files/alipay-preamble.ts'
import { createByteDecoder } from '../files/decode.ts'
import type { OpenedStatement } from '../files/open-statement.ts'

/** Whose file it is and when it was made stand before the rows, in the 2021 layout behind them: read before the rows. */
export async function readStatementHead({ size, part }: OpenedStatement): Promise<AlipayPreamble> {
  const preamble = fromLines(EMPTY_PREAMBLE, await part(0, HEAD))
  if (preamble.owner !== null || size <= HEAD) return preamble
  return fromLines(preamble, afterFirstLine(await part(size - TAIL, TAIL)))
}

const HEAD = 64 * 1024
const TAIL = 16 * 1024

/** The cut may have gone through a character. */
const afterFirstLine = (bytes: Uint8Array): Uint8Array => bytes.subarray(bytes.indexOf(0x0a) + 1)

function fromLines(preamble: AlipayPreamble, bytes: Uint8Array): AlipayPreamble {
  const decoder = createByteDecoder()
  const text = decoder.push(bytes) + decoder.finish()
  return text.split('\n').filter(isNoRow).reduce(readPreambleLine, preamble)
}

/** Rows begin with their time, in the 2021 layout with their direction. */
const isNoRow = (line: string): boolean => !/^\s*"?(\d{4}[-/]\d|收入|支出|其他|不计收支)/.test(line)

/** A number that grows with the moment at which the file was made. */
export function madeAt({ exportedOn, exportedAt }: AlipayPreamble): number | null {
  if (exportedOn === null) return null
  const [hours = 0, minutes = 0, seconds = 0] = (exportedAt ?? '').split(':').map(Number)
  return exportedOn * 86_400 + hours * 3600 + minutes * 60 + seconds
}
