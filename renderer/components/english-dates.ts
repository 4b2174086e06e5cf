const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
]

/** The month from its name or the beginning of it (`mar`, `sept`), from 1; null for another word. */
function monthNamed(word: string): number | null {
  const at = MONTHS.findIndex((name) => word.length >= 3 && name.startsWith(word))
  return at < 0 ? null : at + 1
}

const AFTER = /^([a-z]+)\.?[\s-]*(\d{1,2})(?:st|nd|rd|th)?(?:[\s,-]+(\d{4}))?$/
const BEFORE = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]*(?:of\s+)?([a-z]+)\.?(?:[\s,-]+(\d{4}))?$/

/** A day as it is said in English in digits: `mar 10`, `10 march 2026`, `march 10th, 2026`. What is none stays as it is. */
export function dayInDigits(text: string): string {
  const after = AFTER.exec(text)
  const before = BEFORE.exec(text)
  const [word, dayOfMonth, year] = after
    ? [after[1], after[2], after[3]]
    : before
      ? [before[2], before[1], before[3]]
      : []
  const month = word === undefined ? null : monthNamed(word)
  if (month === null) return text
  return year === undefined ? `${month}-${dayOfMonth}` : `${year}-${month}-${dayOfMonth}`
}

/** A month as it is said in English in digits: `march`, `mar 2026`, `2026 march`. What is none stays as it is. */
export function monthInDigits(text: string): string {
  const [, first, word = '', last] = /^(?:(\d{4})[\s,-]+)?([a-z]+)\.?(?:[\s,-]+(\d{4}))?$/.exec(text) ?? []
  const month = first === undefined || last === undefined ? monthNamed(word) : null
  const year = first ?? last
  if (month === null) return text
  return year === undefined ? String(month) : `${year}-${month}`
}
