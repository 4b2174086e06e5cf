import { type Day, dayText, monthText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { type Leaning, parseDayField, parseMoneyField, parseMonthField, toHalfWidth } from './field-parsing.ts'

/** Typed text as the border takes it; what cannot be read goes there as it is and comes back as its refusal. */

export function dayInput(text: string, today: Day, leaning: Leaning): string {
  const outcome = parseDayField(text, today, leaning)
  return outcome.ok ? dayText(outcome.value) : text
}

export const dayOrNull = (text: string, today: Day, leaning: Leaning): string | null =>
  text.trim() === '' ? null : dayInput(text, today, leaning)

export function moneyInput(text: string): string {
  const outcome = parseMoneyField(text)
  return outcome.ok ? yuanText(outcome.value) : text
}

export const moneyOrNull = (text: string): string | null => (text.trim() === '' ? null : moneyInput(text))

export const idOrNull = (id: string): string | null => (id === '' ? null : id)

export function monthInput(text: string, today: Day): string {
  const outcome = parseMonthField(text, today)
  return outcome.ok ? monthText(outcome.value) : text
}

/**
 * A number of parts or a day of the month. What is empty goes as null, what is no number as it was typed, and each is
 * refused at its field by what it is: NaN would be null on its way, and nobody typed nothing.
 */
export function wholeInput(text: string): number {
  const plain = toHalfWidth(text)
  const whole = plain === '' ? null : Number(plain)
  return (Number.isNaN(whole) ? plain : whole) as number
}

/** `18.25` in a field named as a rate means percent. */
export const rateInput = (text: string): string => {
  const plain = toHalfWidth(text)
  return plain === '' || plain.endsWith('%') ? plain : `${plain}%`
}
