import type { ReactNode } from 'react'
import { fill, fillParts, type TextLanguage } from '#shared/contract/texts/text.ts'

/**
 * The words of one page in both languages. Each page brings its own, so that a page that is not open loads none.
 * The Chinese dictionary is the original: the English one must have the same keys, and a call must fill its holes.
 */
export type Words = Readonly<Record<string, string>>
export type Translated<Original extends Words> = { readonly [Key in keyof Original]: string }
export type Dictionary<Original extends Words> = { readonly 'zh-CN': Original; readonly en: Translated<Original> }

export const dictionary = <const Original extends Words>(
  zh: Original,
  en: Translated<Original>,
): Dictionary<Original> => ({ 'zh-CN': zh, en })

/** Names of the holes in a template, from its type. */
export type Holes<Template extends string> = Template extends `${string}{${infer Hole}}${infer Rest}`
  ? NameOf<Hole> | Holes<Rest>
  : never
type NameOf<Hole extends string> = Hole extends `${infer Name}|${string}` ? Name : Hole

type Values<Template extends string, V> = string extends Template
  ? [values?: Readonly<Record<string, V>>]
  : [Holes<Template>] extends [never]
    ? []
    : [values: Readonly<Record<Holes<Template>, V>>]

/** Says a text of a dictionary; `rich` takes marked-up values (amounts, days) into the sentence. */
export type Say<Original extends Words> = {
  <Key extends keyof Original>(key: Key, ...values: Values<Original[Key], string | number>): string
  readonly rich: <Key extends keyof Original>(key: Key, ...values: Values<Original[Key], ReactNode>) => ReactNode[]
}

export function sayIn<Original extends Words>(words: Dictionary<Original>, language: TextLanguage): Say<Original> {
  const templates: Translated<Original> = words[language]
  const say = (key: keyof Original, values: Readonly<Record<string, string | number>> = {}) =>
    fill(templates[key], values)
  const rich = (key: keyof Original, values: Readonly<Record<string, ReactNode>> = {}) =>
    fillParts<ReactNode>(templates[key], values)
  return Object.assign(say, { rich }) as Say<Original>
}
