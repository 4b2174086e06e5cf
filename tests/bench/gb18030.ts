/** Text as GB18030 bytes. Platforms decode it but do not encode it, so the table is made by decoding all pairs once. */
export function gb18030(text: string): Buffer {
  pairs ??= makePairs()
  const bytes = Buffer.allocUnsafe(text.length * 2)
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x80) {
      bytes[length] = code
      length += 1
      continue
    }
    const pair = pairs.get(code)
    if (pair === undefined) throw new Error(`no pair of bytes for ${text[at]}`)
    bytes.writeUInt16BE(pair, length)
    length += 2
  }
  return bytes.subarray(0, length)
}

let pairs: Map<number, number> | null = null

function makePairs(): Map<number, number> {
  const decoder = new TextDecoder('gb18030')
  const made = new Map<number, number>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail))
      if (text.length === 1 && text !== '\ufffd') made.set(text.charCodeAt(0), (lead << 8) | trail)
    }
  }
  return made
}
