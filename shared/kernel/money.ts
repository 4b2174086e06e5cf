import { done, type Outcome, refused } from './outcome.ts'

/** An amount of CNY in whole fen (1 yuan = 100 fen). Made from text here, and from arithmetic through `fen`. */
export type Fen = number & { readonly __fen: unique symbol }

/** The largest amount that is counted exactly: 9,007,199,254,740,991 fen. */
export const MAX_FEN = Number.MAX_SAFE_INTEGER as Fen
export const ZERO = 0 as Fen

/** Takes the result of exact arithmetic back as money. Throws on anything that is not a whole, exact number of fen. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of fen: ${value}`)
  return (value === 0 ? 0 : value) as Fen
}

export const sumFen = (amounts: Iterable<Fen>): Fen => {
  let total = 0
  for (const amount of amounts) total += amount
  return fen(total)
}

export const minFen = (a: Fen, b: Fen): Fen => (a < b ? a : b)
export const maxFen = (a: Fen, b: Fen): Fen => (a > b ? a : b)

export type MoneyRefusal =
  | { readonly kind: 'amount-empty' }
  | { readonly kind: 'amount-not-a-number'; readonly text: string }
  | { readonly kind: 'amount-too-many-decimals'; readonly text: string }
  | { readonly kind: 'amount-has-exponent'; readonly text: string }
  | { readonly kind: 'amount-too-large'; readonly text: string }

const FORM = /^([-+−]?)(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d*))?$/

/**
 * Yuan as people and files write them (`1280`, `"1,280.00"`, `"￥1280"`, full-width digits) to fen.
 * Refuses more than two decimals, exponents and amounts beyond `MAX_FEN`; never rounds.
 */
export function parseYuan(text: string): Outcome<Fen, MoneyRefusal> {
  const plain = toHalfWidth(text)
    .replace(/[\s\u00a0\ufeff]/g, '')
    .replace(/^([-+−]?)[¥￥]/, '$1')
    .replace(/元$/, '')
  if (plain === '') return refused({ kind: 'amount-empty' })
  if (/\d[eE][-+]?\d/.test(plain)) return refused({ kind: 'amount-has-exponent', text })
  const match = FORM.exec(plain)
  const [, sign = '', whole = '', decimals = ''] = match ?? []
  if (!match || whole + decimals === '') return refused({ kind: 'amount-not-a-number', text })
  if (decimals.length > 2) return refused({ kind: 'amount-too-many-decimals', text })
  const value = Number(whole.replaceAll(',', '') + decimals.padEnd(2, '0'))
  if (!Number.isSafeInteger(value)) return refused({ kind: 'amount-too-large', text })
  return done(fen(sign === '-' || sign === '−' ? -value : value))
}

/** Fen as plain yuan text with two decimals, `-1234.50`: what files and JSON carry. */
export function yuanText(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Full-width digits, stops, commas and signs (typed with a Chinese input method) as their ASCII forms. */
function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll('。', '.')
}
