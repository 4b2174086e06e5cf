/**
 * Texts on their way into a file of another program. Half of a surrogate pair, control characters and marks that turn
 * the direction of what follows break such files or deceive their reader; a line end is a line end whatever wrote it.
 */
export const plainText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(NOT_SHOWN, '')

/** The same on one line, blanks within it collapsed. */
export const oneLine = (text: string): string =>
  plainText(text)
    .replace(/[\s\u3000]+/g, ' ')
    .trim()

/** Control characters but tab and line feed, direction marks and overrides, invisible joiners of nothing, non-characters. */
const NOT_SHOWN = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u200b\u2060-\u2064\ufeff]/gu
