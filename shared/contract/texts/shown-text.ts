/**
 * Text from outside (a file's name, a shop's) as it is shown: marks that reverse what is read after them, and characters
 * that steer a terminal, stand there as their codes. `report\u202Evsc.exe` would else read as `reportexe.csv`.
 */
export const shownText = (text: string): string => text.replace(NOT_SHOWN, codeOf)

/** The same on one line, for a cell of a table. */
export const shownOnLine = (text: string): string => text.replace(NOT_ON_A_LINE, codeOf)

const NOT_SHOWN = /(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu
const NOT_ON_A_LINE = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu

const codeOf = (char: string): string => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
