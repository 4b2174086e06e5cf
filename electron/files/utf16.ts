/**
 * Text in UTF-16, as spreadsheets save "Unicode text": told by its byte order mark alone, for without one it could be
 * anything. It is turned into UTF-8 at once, so that everything behind reads one kind of text.
 */
export const isUtf16 = (head: Uint8Array): boolean => labelOf(head) !== null

export function utf8OfUtf16(bytes: Uint8Array): Uint8Array {
  const label = labelOf(bytes)
  if (label === null) throw new Error('no UTF-16')
  // A character cut in half becomes U+FFFD, which the reader reports where it stands.
  return new TextEncoder().encode(new TextDecoder(label).decode(bytes))
}

const labelOf = ([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}
