import type { PaletteCommand } from './palette-command.ts'

/** Whether a text is written in a name, letter by letter or by the first letters of its pinyin. */
export type NameMatch = (name: string, text: string) => boolean

/** Letters are those of pinyin in Chinese words alone: `redo` is not in `restore doctor`. */
const HAN = /\p{Script=Han}/u

/** How many are shown at most: more is a list to read, not one to choose from. */
const SHOWN = 12

/** Commands that hold every word typed; what begins with it comes first. */
export function matching(
  commands: readonly PaletteCommand[],
  text: string,
  matches: NameMatch,
): readonly PaletteCommand[] {
  const wanted = text
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (wanted.length === 0) return commands.slice(0, SHOWN)
  const fits = commands.filter((one) => wanted.every((word) => holds(one, word, matches)))
  const begins = ({ label, also }: PaletteCommand): boolean =>
    `${label} ${also}`
      .toLowerCase()
      .split(/\s+/)
      .some((word) => word.startsWith(wanted[0]!))
  return [...fits].sort((a, b) => Number(begins(b)) - Number(begins(a))).slice(0, SHOWN)
}

function holds({ label, also }: PaletteCommand, word: string, matches: NameMatch): boolean {
  const name = `${label} ${also}`.toLowerCase()
  return name.includes(word) || name.split(/\s+/).some((part) => HAN.test(part) && matches(part, word))
}
