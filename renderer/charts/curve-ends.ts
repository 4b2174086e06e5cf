/** Near the right edge an end day stands wholly at the left of its mark. */
export const EDGE = 0.93
/** How much of the width a day with its year takes. */
const WIDTH = 0.19

const spanOf = (share: number): readonly [number, number] =>
  share > EDGE ? [share - WIDTH, share] : [share - WIDTH / 2, share + WIDTH / 2]

/** Which of the end days are written: the first always, a later one where it runs into none before it. */
export function endsWritten(shares: readonly number[]): readonly boolean[] {
  const taken: (readonly [number, number])[] = []
  return shares.map((share) => {
    const [from, to] = spanOf(share)
    if (taken.some(([start, end]) => from < end && to > start)) return false
    taken.push([from, to])
    return true
  })
}

/** Below this share of the height a name has no room under its line. */
const ROOM_BELOW = 0.16

/** How high the name of what happened stands: in the middle of its area, or over a line that leaves no room for it. */
export const heightOfName = (yuan: number, top: number): number =>
  yuan < top * ROOM_BELOW ? yuan + (top * ROOM_BELOW) / 2 : yuan / 2
