import { UsageError } from './refused-error.ts'

/** Options that may be given several times. */
export const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  value,
]

/** An option that has one value: of two nobody knows which was meant. */
export const once =
  (flags: string) =>
  (value: string, before: string | undefined): string => {
    if (before === undefined) return value
    const [name = flags] = /--[a-z-]+/.exec(flags) ?? []
    throw new UsageError(`${name} ${before} ${name} ${value}`)
  }
