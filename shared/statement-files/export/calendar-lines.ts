import { civil, type Day } from '#shared/kernel/day.ts'
import { plainText } from './plain-text.ts'

/** Lines of a calendar file as RFC 5545 wants them: CRLF, at most 75 octets, never cut inside a character. */

const LONGEST = 75

export function calendarLine(name: string, value: string): string {
  let line = ''
  let octets = 0
  for (const character of `${name}:${value}`) {
    const size = octetsOf(character)
    if (octets + size > LONGEST) {
      line += '\r\n '
      octets = 1
    }
    line += character
    octets += size
  }
  return `${line}\r\n`
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}

/** A text value: backslashes, semicolons, commas and line ends are escaped. */
export const calendarText = (text: string): string =>
  plainText(text)
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')

export function calendarDay(day: Day): string {
  const { year, month, day: dayOfMonth } = civil(day)
  return `${year}${two(month)}${two(dayOfMonth)}`
}

/** An instant in milliseconds since 1970, in UTC. */
export function calendarInstant(at: number): string {
  const day = Math.floor(at / DAY) as Day
  const seconds = Math.floor((at - day * DAY) / 1000)
  return `${calendarDay(day)}T${two(Math.floor(seconds / 3600))}${two(Math.floor(seconds / 60) % 60)}${two(seconds % 60)}Z`
}

const DAY = 86_400_000
const two = (value: number): string => String(value).padStart(2, '0')
