import { type Day, parseDay } from '#shared/kernel/day.ts'
import { RefusedError } from './refused-error.ts'

/** A day among the options of a question; a date that does not exist is refused by the option's name. */
export function dayOption(name: string, text: string | undefined): Day | undefined {
  if (text === undefined) return undefined
  const parsed = parseDay(text)
  if (parsed.ok) return parsed.value
  throw new RefusedError({ kind: 'wrong-fields', fields: [{ path: name, kind: parsed.refusal.kind, text }] })
}
