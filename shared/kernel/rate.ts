import { type Fen, fen } from './money.ts'
import { done, type Outcome, refused } from './outcome.ts'
import { divide, multiply, type Rounding } from './rounding.ts'

/** An exact proportion in units of 10⁻⁹: 0.05 % is 500,000; 8.8 % is 88,000,000. Whether a day, a year or a whole term bears it, its name says. */
export type Rate = number & { readonly __rate: unique symbol }

export const RATE_SCALE = 1_000_000_000

export type RateRefusal =
  | { readonly kind: 'rate-not-a-number'; readonly text: string }
  | { readonly kind: 'rate-too-precise'; readonly text: string }
  | { readonly kind: 'rate-too-large'; readonly text: string }

/** `"0.05%"`, `"8.8%"` or `"0.0005"` to a rate. At most seven decimals of a percent, at most 1000 %. */
export function parseRate(text: string): Outcome<Rate, RateRefusal> {
  const match = /^(\d+)(?:\.(\d+))?(%?)$/.exec(text.trim().replace('％', '%'))
  if (!match) return refused({ kind: 'rate-not-a-number', text })
  const [, whole = '', decimals = '', percent] = match
  const places = percent ? 7 : 9
  const kept = decimals.replace(/0+$/, '')
  if (kept.length > places) return refused({ kind: 'rate-too-precise', text })
  const scaled = Number(whole) * 10 ** places + Number(kept.padEnd(places, '0') || '0')
  if (scaled > 10 * RATE_SCALE) return refused({ kind: 'rate-too-large', text })
  return done(scaled as Rate)
}

/** A rate written in the code; a typing error is a fault. */
export function rate(text: string): Rate {
  const outcome = parseRate(text)
  if (!outcome.ok) throw new Error(`not a rate: ${text}`)
  return outcome.value
}

/** A rate as percent text without trailing zeros: `0.05%`. */
export function percentText(value: Rate): string {
  const digits = String(value).padStart(8, '0')
  const decimals = digits.slice(-7).replace(/0+$/, '')
  return `${digits.slice(0, -7)}${decimals ? `.${decimals}` : ''}%`
}

/** amount × rate × times ÷ per, multiplied before it is divided, rounded once as named. */
export function applyRate(amount: Fen, value: Rate, rounding: Rounding, times = 1, per = 1): Fen {
  return fen(divide(multiply(multiply(amount, value), times), RATE_SCALE * per, rounding))
}
