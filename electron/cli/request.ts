import type { z } from 'zod'
import { readFields } from '#shared/contract/field-refusals.ts'
import { RefusedError, UsageError } from './refused-error.ts'

/** What was typed as a request of the contract: options that were not given are left out, wrong ones refused by name. */
export function requestOf<S extends z.ZodType>(schema: S, typed: Readonly<Record<string, unknown>>): z.output<S> {
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined))
  const read = readFields(schema, given)
  if (!read.ok) throw new RefusedError(read.refusal)
  return read.value
}

/** `a=b` as its two sides. */
export function pairOf(text: string): readonly [string, string] {
  const at = text.indexOf('=')
  if (at < 1) throw new UsageError(`NAME=VALUE: ${text}`)
  return [text.slice(0, at), text.slice(at + 1)]
}

/** Pairs of an option that may be repeated, each name once. */
function pairsOf(option: string, texts: readonly string[]): readonly (readonly [string, string])[] {
  const pairs = texts.map(pairOf)
  const twice = pairs.find(([name], index) => pairs.findIndex(([other]) => other === name) < index)
  if (twice) throw new UsageError(`${option} ${twice[0]}=… ${option} ${twice.join('=')}`)
  return pairs
}

/** Terms as `--set` names them: amounts and rates stay text, days and counts become numbers. */
export const termsTyped = (set: readonly string[] = []): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    pairsOf('--set', set).map(([name, value]) => [name, TEXT_TERMS.has(name) ? value : wholeOrText(value)]),
  )

const TEXT_TERMS = new Set(['minFloor', 'minRatio', 'revolvingDailyRate', 'overdueDailyRate', 'deferralFeeRate'])

/** A whole number among the terms and options, anything else as it was typed: the schema decides. */
export const wholeOrText = (text: string): number | string => (/^-?\d+$/.test(text) ? Number(text) : text)

export const wholeOf = (text: string | undefined): number | string | undefined =>
  text === undefined ? undefined : wholeOrText(text)

/** The account as a word of its own or as `--account`. */
export function accountOf(positional: string | undefined, option: string | undefined): string {
  const account = accountOrNone(positional, option)
  if (account === undefined) throw new UsageError('ACCOUNT')
  return account
}

export function accountOrNone(positional: string | undefined, option: string | undefined): string | undefined {
  if (positional !== undefined && option !== undefined && positional !== option) {
    throw new UsageError(`ACCOUNT: ${positional} --account ${option}`)
  }
  return positional ?? option
}
