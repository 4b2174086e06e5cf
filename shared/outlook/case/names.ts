/**
 * Placeholders for names: the same one for the same name wherever it stands, also inside what somebody wrote. Names are
 * learnt first and replaced afterwards, so that a text does not keep what only a later fact shows to be a name.
 */
export type Placeholders = {
  readonly shop: string
  readonly person: string
  readonly number: string
  readonly account: string
  readonly file: string
  /** What the user added to the list. */
  readonly word: string
}

export type NameKind = keyof Placeholders

/** What the user made of the list: words to hide besides the names that are found, and names to leave in what was written. */
export type WordChoice = { readonly hide: readonly string[]; readonly keep: readonly string[] }

export type Names = {
  readonly of: (kind: NameKind, text: string) => string
  readonly inText: (text: string) => string
}

/** Digits that name something: cards, telephones, orders, tickets. An amount has a decimal part, a day its signs. */
export const NUMBERS = /(?<!\d)(?:\d{3,4}(?:[ -]\d{4}){2,}|(?<!\d[.,])\d{5,})(?!\d|[.,]\d)/g

/** They name nobody: the public numbers, and what of Alipay everybody has. */
const PUBLIC: ReadonlySet<string> = new Set([
  ...['95188', '12378', '12345', '12315'],
  ...['支付宝', '花呗', '借呗', '信用购', '余额', '余额宝', '银行卡', '储蓄卡', 'alipay', 'huabei', 'borrow', '客服'],
])

export const isPublic = (name: string): boolean => PUBLIC.has(keyOf(name))

/** Latin letters name the same in any case. */
export const keyOf = (name: string): string => name.trim().toLowerCase()

export function namesWith(placeholders: Placeholders, { hide, keep }: WordChoice): Names {
  const known = new Map<string, string>()
  const counts = new Map<NameKind, number>()
  const kept = new Set(keep.map(keyOf))
  const of: Names['of'] = (kind, text) => {
    const key = keyOf(text)
    if (key === '' || isPublic(key)) return text.trim()
    const before = known.get(key)
    if (before !== undefined) return before
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    known.set(key, `${placeholders[kind]}${count}`)
    return `${placeholders[kind]}${count}`
  }
  const asked = new Set(hide.map(keyOf))
  let search: { readonly size: number; readonly any: RegExp } | null = null
  /** One pass over the text, the longest name first: a placeholder is never read as a name again. */
  const inText: Names['inText'] = (text) => {
    for (const digits of text.match(NUMBERS) ?? []) of('number', digits)
    if (search?.size !== known.size) {
      const names = [...known.keys()].filter((name) => !kept.has(name) && (isTelling(name) || asked.has(name)))
      search = { size: known.size, any: anyOf(names) }
    }
    return text.replace(search.any, (name) => known.get(keyOf(name)) ?? name)
  }
  return { of, inText }
}

/** A name stands alone: digits beside its digits are another number, letters beside its letters another word. */
export function anyOf(names: readonly string[]): RegExp {
  const literals = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => {
      const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      const before = /^[0-9a-z]/i.test(name) ? '(?<![0-9A-Za-z])' : ''
      return `${before}${literal}${/[0-9a-z]$/i.test(name) ? '(?![0-9A-Za-z])' : ''}`
    })
  return literals.length === 0 ? /(?!)/g : new RegExp(literals.join('|'), 'gi')
}

/** One sign alone, or a word of two letters, stands in any sentence and tells nobody's name. */
export const isTelling = (name: string): boolean => (/^[\x20-\x7e]*$/.test(name) ? name.length > 2 : name.length > 1)
