import { type Day, dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { type Leaning, parseDayField, parseMoneyField } from '../../components/field-parsing.ts'

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
