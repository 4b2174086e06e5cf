/** Every division of money names its rounding at the call (engine.md 1). */

export type Rounding = 'halfUp' | 'halfEven' | 'down'

/**
 * `numerator / denominator` to a whole number. `halfUp` rounds halves away from zero, `down` cuts towards zero.
 * Exact for any size: falls back to BigInt where doubles would lose units.
 */
export function divide(numerator: number | bigint, denominator: number | bigint, rounding: Rounding): number {
  if (isSafe(numerator) && isSafe(denominator)) return divideSmall(numerator, denominator, rounding)
  return asNumber(divideLarge(BigInt(numerator), BigInt(denominator), rounding))
}

/** The product of whole numbers: a double where that is exact, else a bigint. */
export function multiply(a: number | bigint, b: number): number | bigint {
  const product = typeof a === 'number' ? a * b : Number.NaN
  return Number.isSafeInteger(product) ? product : BigInt(a) * BigInt(b)
}

/** Twice a safe integer is exact in a double too, so that halves are told apart there. */
const isSafe = (value: number | bigint): value is number => Number.isSafeInteger(value)

function divideSmall(numerator: number, denominator: number, rounding: Rounding): number {
  const remainder = numerator % denominator
  const whole = (numerator - remainder) / denominator
  if (remainder === 0 || rounding === 'down') return whole
  const twice = Math.abs(remainder) * 2
  const size = Math.abs(denominator)
  const away = twice > size || (twice === size && (rounding === 'halfUp' || whole % 2 !== 0))
  return away ? whole + Math.sign(numerator) * Math.sign(denominator) : whole
}

function divideLarge(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const whole = numerator / denominator
  const remainder = numerator % denominator
  if (remainder === 0n || rounding === 'down') return whole
  const twice = abs(remainder) * 2n
  const size = abs(denominator)
  const away = twice > size || (twice === size && (rounding === 'halfUp' || whole % 2n !== 0n))
  return away ? whole + (numerator < 0n === denominator < 0n ? 1n : -1n) : whole
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value)

function asNumber(value: bigint): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`a result of ${value} does not fit`)
  return number
}
