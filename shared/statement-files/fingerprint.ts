/**
 * A 128-bit fingerprint of a text as 32 hexadecimal digits: four 32-bit lanes of multiply-and-rotate mixing with
 * MurmurHash3's constants over UTF-16 units. It tells rows apart without keeping their text; it is no secret.
 */
export function fingerprint(text: string): string {
  let a = 0x3c6ef372 ^ text.length
  let b = 0x9b05688c
  let c = 0x510e527f
  let d = 0xa54ff53a
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    a = b ^ Math.imul(a ^ unit, 0x239b961b)
    b = c ^ Math.imul(b ^ unit, 0xab0e9789)
    c = d ^ Math.imul(c ^ unit, 0x38b34ae5)
    d = a ^ Math.imul(d ^ unit, 0xa1e38b93)
  }
  const lanes = [a + b + c + d, b + Math.imul(a, 5), c + Math.imul(b, 7), d + Math.imul(c, 11)]
  return lanes.map((lane) => finish(lane).toString(16).padStart(8, '0')).join('')
}

function finish(lane: number): number {
  let mixed = lane ^ (lane >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
