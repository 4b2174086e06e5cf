import { shownText } from './shown-text.ts'

/**
 * A sentence by code in both languages, for the screen, the command line and exports alike. Holes are written
 * `{name}`; `{n|thing|things}` chooses by the number `n`. Values arrive as text that is ready to be read: dates as
 * `YYYY-MM-DD`, months as `YYYY-MM`, amounts as yuan with two decimals, rates as percent.
 */
export type Text = { readonly 'zh-CN': string; readonly en: string }
export type Texts = Readonly<Record<string, Text>>
export type TextLanguage = keyof Text

const HOLE = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g

/** A template cut at its holes, with the values in place: strings between, values of any kind where a hole was. */
export function fillParts<V>(template: string, values: Readonly<Record<string, V>>): (string | V)[] {
  const parts: (string | V)[] = []
  let end = 0
  for (const hole of template.matchAll(HOLE)) {
    const [whole, name = '', one, other] = hole
    if (hole.index > end) parts.push(template.slice(end, hole.index))
    parts.push(other === undefined ? filled(name, values[name] ?? whole) : Number(values[name]) === 1 ? one! : other)
    end = hole.index + whole.length
  }
  if (end < template.length) parts.push(template.slice(end))
  return parts
}

/** Holes that are always filled with how many of something there are, which is read in thousands; a year is not. */
const COUNTS: ReadonlySet<string> = new Set(['days', 'n'])

/** Names of files and shops come from outside: in a sentence they are shown, not obeyed. */
function filled<V>(name: string, value: V | string): V | string {
  if (typeof value === 'string') return shownText(value)
  return typeof value === 'number' && value >= 1000 && COUNTS.has(name) ? countText(value) : value
}

/** 1,234 */
export const countText = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/**
 * The key of a sentence: one that is told otherwise where a value is known stands under `code+name of the value` as well;
 * where several are, the one that is named last. An empty text is no value.
 */
export const keyOf = (
  has: (key: string) => boolean,
  code: string,
  values: Readonly<Record<string, string | number>>,
): string =>
  Object.keys(values)
    .filter((name) => values[name] !== '')
    .map((name) => `${code}+${name}`)
    .findLast(has) ?? code

/** The sentence with its values in place. */
export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  fillParts(template, values).join('')

/** Names of the holes of a template, each once. */
export const holesOf = (template: string): readonly string[] => [
  ...new Set([...template.matchAll(HOLE)].map((hole) => hole[1]!)),
]
