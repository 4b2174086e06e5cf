import { armor } from 'age-encryption'
import { encryptBytes } from '../files/age-file.ts'
import { inChunks } from '../files/write-whole.ts'

/**
 * An export locked with a passphrase, in the text form of age: it can be mailed and pasted, and the `age` program opens
 * it without HuaQing.
 */
export async function lockPieces(pieces: Iterable<string>, passphrase: string): Promise<string> {
  return armor.encode(await encryptBytes(Buffer.concat([...inChunks(pieces)]), { passphrase }))
}
