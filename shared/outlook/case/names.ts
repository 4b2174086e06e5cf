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
}

export type NameKind = keyof Placeholders

export type Names = {
  readonly of: (kind: NameKind, text: string) => string
  readonly inText: (text: string) => string
}

/** Digits that name something: cards, telephones, orders, tickets. An amount has a decimal part, a day its signs. */
const NUMBERS = /(?<!\d)(?:\d{3,4}(?:[ -]\d{4}){2,}|(?<!\d[.,])\d{5,})(?!\d|[.,]\d)/g

/** They name nobody: the public numbers, and what of Alipay everybody has. */
const PUBLIC: ReadonlySet<string> = new Set([
  ...['95188', '12378', '12345', '12315'],
  ...['支付宝', '花呗', '借呗', '信用购', '余额', '余额宝', '银行卡', '储蓄卡', 'Alipay', 'Huabei', 'Borrow'],
])

export function namesWith(placeholders: Placeholders): Names {
  const known = new Map<string, string>()
  const counts = new Map<NameKind, number>()
  const of: Names['of'] = (kind, text) => {
    const name = text.trim()
    if (name === '' || PUBLIC.has(name)) return name
    const before = known.get(name)
    if (before !== undefined) return before
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    known.set(name, `${placeholders[kind]}${count}`)
    return `${placeholders[kind]}${count}`
  }
  let search: { readonly size: number; readonly any: RegExp } | null = null
  /** One pass over the text, the longest name first: a placeholder is never read as a name again. */
  const inText: Names['inText'] = (text) => {
    for (const digits of text.match(NUMBERS) ?? []) of('number', digits)
    if (search?.size !== known.size) search = { size: known.size, any: anyOf([...known.keys()]) }
    return text.replace(search.any, (name) => known.get(name) ?? name)
  }
  return { of, inText }
}

/** A name stands alone: digits beside digits are another number, letters beside letters another word. */
function anyOf(names: readonly string[]): RegExp {
  const literals = names
    .filter(isTelling)
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (literals.length === 0) return /(?!)/g
  return new RegExp(`(?<![0-9A-Za-z])(?:${literals.join('|')})(?![0-9A-Za-z])`, 'g')
}

/** One sign alone, or a word of two letters, stands in any sentence and tells nobody's name. */
const isTelling = (name: string): boolean => (/^[\x20-\x7e]*$/.test(name) ? name.length > 2 : name.length > 1)
