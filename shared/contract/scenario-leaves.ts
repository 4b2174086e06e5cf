import { type Fen, yuanText } from '#shared/kernel/money.ts'
import { percentText, type Rate } from '#shared/kernel/rate.ts'

/** Leaves of a scenario file; undefined is left out of the file and is the default when it is read. */

export const maybe = <T, F>(value: T | null, toFile: (value: T) => F): F | null =>
  value === null ? null : toFile(value)
export const unless = <T>(value: T, usual: T): T | undefined => (value === usual ? undefined : value)
export const given = <T>(items: readonly T[]): T[] | undefined => (items.length === 0 ? undefined : [...items])

export const money = (amount: Fen | undefined): string | undefined =>
  amount === undefined ? undefined : yuanText(amount)
export const percent = (rate: Rate | undefined): string | undefined =>
  rate === undefined ? undefined : percentText(rate)
