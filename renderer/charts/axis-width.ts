/** A Chinese character is as wide as it is high, a figure a little more than half of that. */
const [WIDE, SLIM, GAP] = [12, 7, 9] as const
const LEAST = 44

/** Pixels that the texts of the money axis need: a figure whose beginning is cut off would be another figure. */
export const axisWidth = (texts: readonly string[]): number =>
  Math.max(
    LEAST,
    ...texts.map((text) => [...text].reduce<number>((width, sign) => width + (sign > '\u2e80' ? WIDE : SLIM), GAP)),
  )
