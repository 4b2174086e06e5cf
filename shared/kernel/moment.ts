import { type Day, dayText } from './day.ts'

/**
 * Moments, in milliseconds since 1970 as clocks give them, told where the ledger's days are counted: midnight comes at
 * UTC+08:00 all year (engine.md 1).
 */
const AHEAD = 8 * 3_600_000
const MINUTE = 60_000
const DAY = 86_400_000

export const dayAt = (moment: number): Day => Math.floor((moment + AHEAD) / DAY) as Day

/** Minutes since midnight. */
export const minuteAt = (moment: number): number => Math.floor((moment + AHEAD - dayAt(moment) * DAY) / MINUTE)

/** `YYYY-MM-DD hh:mm`, as people read it. */
export function momentText(moment: number): string {
  const minute = minuteAt(moment)
  return `${dayText(dayAt(moment))} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

const two = (number: number): string => String(number).padStart(2, '0')
