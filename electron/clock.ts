/** The clock of a run. A fixed day is for pictures, tests and "what did it say then"; it never moves while the app is open. */
import { dayText, parseDay } from '#shared/kernel/day.ts'

/**
 * @param today `YYYY-MM-DD`, or undefined for the real time
 * @returns a clock in milliseconds since 1970; noon in Shanghai of the given day
 */
export function clockFor(today: string | undefined): () => number {
  if (today === undefined) return () => Date.now()
  const parsed = parseDay(today)
  if (!parsed.ok) throw new Error('--today YYYY-MM-DD')
  const noon = Date.parse(`${dayText(parsed.value)}T12:00:00+08:00`)
  return () => noon
}
