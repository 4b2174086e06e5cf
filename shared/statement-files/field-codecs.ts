import { type Day, dayText, type Month, monthText, parseDay, parseMonth } from '#shared/kernel/day.ts'
import { type Fen, parseYuan, yuanText } from '#shared/kernel/money.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { parseRate, percentText, type Rate } from '#shared/kernel/rate.ts'
import { guardText, unguardText } from './csv-cell.ts'

/**
 * How one field of a fact is written and read without loss. Scalars are plain text in a cell; lists and records are
 * JSON whose leaves are the same texts. Reading refuses what it cannot give back exactly.
 */
export type Codec<T> = {
  readonly toJson: (value: T) => Json
  readonly fromJson: (json: Json) => Read<T>
  /** How the JSON stands in a cell: guarded text, plain text, or JSON. */
  readonly cell: 'text' | 'plain' | 'json'
  /** Whether an empty cell is null; otherwise it is the empty text. */
  readonly nullable?: true
}

export type Json = string | null | readonly Json[] | { readonly [key: string]: Json }
export type Read<T> = Outcome<T, 'not-readable'>
/** A codec for every field: a field that the ledger gains and this table lacks is a compile error. */
export type Fields<T> = { readonly [K in keyof T]-?: Codec<Exclude<T[K], undefined>> }

const UNREADABLE = refused('not-readable' as const)

const scalar = <T>(write: (value: T) => string, read: (text: string) => Read<T>): Codec<T> => ({
  toJson: write,
  fromJson: (json) => (typeof json === 'string' ? read(json) : UNREADABLE),
  cell: 'plain',
})

const orUnreadable = <T>(outcome: Outcome<T, unknown>): Read<T> => (outcome.ok ? outcome : UNREADABLE)

export const text: Codec<string> = { ...scalar<string>((value) => value, done), cell: 'text' }
export const yuan: Codec<Fen> = scalar(yuanText, (from) => orUnreadable(parseYuan(from)))
export const dayField: Codec<Day> = scalar(dayText, (from) => orUnreadable(parseDay(from)))
export const monthField: Codec<Month> = scalar(monthText, (from) => orUnreadable(parseMonth(from)))
export const rateField: Codec<Rate> = scalar(percentText, (from) => orUnreadable(parseRate(from)))
export const whole: Codec<number> = scalar(String, (from) =>
  /^-?\d{1,15}$/.test(from) ? done(Number(from)) : UNREADABLE,
)
export const yesNo: Codec<boolean> = scalar(
  (value) => (value ? 'yes' : 'no'),
  (from) => (from === 'yes' || from === 'no' ? done(from === 'yes') : UNREADABLE),
)

/** Only a no is written: an empty cell, as older files have it, is a yes. */
export const yesUnlessNo: Codec<boolean> = {
  toJson: (value) => (value === false ? 'no' : null),
  fromJson: (json) => (json === null ? done(true) : yesNo.fromJson(json)),
  cell: 'plain',
}

export function oneOf<T extends string>(...words: readonly T[]): Codec<T> {
  return scalar<T>(
    (value) => value,
    (from) => {
      const word = words.find((one) => one === from)
      return word === undefined ? UNREADABLE : done(word)
    },
  )
}

/** null is an empty cell; an empty text is then a lone apostrophe. */
export const nullable = <T>(codec: Codec<T>): Codec<T | null> => ({
  toJson: (value) => (value === null ? null : codec.toJson(value)),
  fromJson: (json) => (json === null ? done(null) : codec.fromJson(json)),
  cell: codec.cell,
  nullable: true,
})

export const list = <T>(codec: Codec<T>): Codec<readonly T[]> => ({
  toJson: (values) => values.map(codec.toJson),
  fromJson: (json) => {
    if (!Array.isArray(json)) return UNREADABLE
    const values: T[] = []
    for (const one of json as readonly Json[]) {
      const read = codec.fromJson(one)
      if (!read.ok) return read
      values.push(read.value)
    }
    return done(values)
  },
  cell: 'json',
})

/** All fields of `Fields<T>`; those that are optional in T may be absent. */
export const record = <T extends object>(fields: Fields<T>, optional: readonly (keyof T)[] = []): Codec<T> => ({
  toJson: (value) =>
    Object.fromEntries(
      entriesOf(fields).flatMap(([key, codec]) => (value[key] === undefined ? [] : [[key, codec.toJson(value[key])]])),
    ),
  fromJson: (json) => {
    if (!isRecord(json)) return UNREADABLE
    const value: Record<string, unknown> = {}
    if (Object.keys(json).some((key) => !(key in fields))) return UNREADABLE
    for (const [key, codec] of entriesOf(fields)) {
      const part = json[key]
      if (part === undefined && optional.includes(key)) continue
      const read = part === undefined ? UNREADABLE : codec.fromJson(part)
      if (!read.ok) return read
      value[key] = read.value
    }
    return done(value as T)
  },
  cell: 'json',
})

/** A union told apart by one word; each case has its own fields. */
export function variants<T extends Record<K, string>, K extends string>(
  key: K,
  cases: { readonly [V in T[K]]: Codec<Omit<Extract<T, Record<K, V>>, K>> },
): Codec<T> {
  const codecOf = (word: string): Codec<object> | undefined =>
    Object.hasOwn(cases, word) ? (cases[word as T[K]] as unknown as Codec<object>) : undefined
  return {
    toJson: (value) => ({
      [key]: value[key],
      ...(codecOf(value[key])?.toJson(without(value, key)) as Record<string, Json>),
    }),
    fromJson: (json) => {
      const word = isRecord(json) ? json[key] : null
      const codec = typeof word === 'string' ? codecOf(word) : undefined
      if (!codec || !isRecord(json)) return UNREADABLE
      const read = codec.fromJson(without(json, key) as Json)
      return read.ok ? done({ [key]: word, ...read.value } as T) : read
    },
    cell: 'json',
  }
}

/** The text of a cell, not yet quoted. */
export function toCell<T>(codec: Codec<T>, value: T): string {
  const json = codec.toJson(value)
  if (json === null) return ''
  if (typeof json !== 'string') return JSON.stringify(json)
  if (codec.cell !== 'text') return json
  return json === '' && codec.nullable ? "'" : guardText(json)
}

export function fromCell<T>(codec: Codec<T>, cell: string): Read<T> {
  if (cell === '') return codec.fromJson(codec.cell === 'text' && !codec.nullable ? '' : null)
  if (codec.cell !== 'json') return codec.fromJson(codec.cell === 'text' ? unguardText(cell) : cell)
  try {
    return codec.fromJson(JSON.parse(cell) as Json)
  } catch (error) {
    if (error instanceof SyntaxError) return UNREADABLE
    throw error
  }
}

const isRecord = (json: unknown): json is Record<string, Json> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

const without = <T extends object>(value: T, key: string): object =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))

/** The fields by name, typed loosely: each codec meets its own field only. */
export const entriesOf = <T>(fields: Fields<T>): readonly (readonly [keyof T & string, Codec<unknown>])[] =>
  Object.entries(fields) as unknown as readonly (readonly [keyof T & string, Codec<unknown>])[]
