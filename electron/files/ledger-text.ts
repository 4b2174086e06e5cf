import { readFile } from 'node:fs/promises'
import { createByteDecoder } from './decode.ts'
import { isUtf16, utf8OfUtf16 } from './utf16.ts'

/**
 * The text of our own CSV. It is written in UTF-8; a spreadsheet that saves it again writes UTF-16 ("Unicode text"), or
 * GB18030 where Windows speaks Chinese.
 */
export async function readLedgerText(path: string): Promise<string> {
  const bytes = await readFile(path)
  const decoder = createByteDecoder()
  return decoder.push(isUtf16(bytes) ? utf8OfUtf16(bytes) : bytes) + decoder.finish()
}
