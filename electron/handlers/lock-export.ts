import { encryptText } from '../files/age-file.ts'
import { inChunks } from '../files/write-whole.ts'

/**
 * An export locked with a passphrase, in the text form of age: it can be mailed and pasted, and the `age` program opens
 * it without HuaQing.
 */
export const lockPieces = (pieces: Iterable<string>, passphrase: string): Promise<string> =>
  encryptText(Buffer.concat([...inChunks(pieces)]), { passphrase })
