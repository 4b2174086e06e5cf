/**
 * Whose file it is, as different exports print the same account: the app masks it (`137****6428`, `fak***@faker.com`),
 * the web site does not (formats.md 6: 交易号 and 交易订单号 are the same number, so both files tell of one owner).
 */
export function knownOwner(printed: string, known: readonly string[]): string {
  if (printed === '' || known.includes(printed)) return printed
  const same = known.filter((owner) => fits(owner, printed) || fits(printed, owner))
  // Two people whose masks both fit stay two: nothing is merged by a guess.
  return same.length === 1 ? (same[0] ?? printed) : printed
}

/** Enough must be shown beside the mask to tell two people apart. */
const LEAST_SHOWN = 4

function fits(masked: string, whole: string): boolean {
  const [head = '', tail = '', ...more] = masked.split(/\*+/)
  if (!masked.includes('*') || more.length > 0 || whole.includes('*') || head.length + tail.length < LEAST_SHOWN) {
    return false
  }
  return whole.length > head.length + tail.length && whole.startsWith(head) && whole.endsWith(tail)
}
