/**
 * Cells as HuaQing writes them. A text that a spreadsheet would run as a formula, or whose digits it would round, gets
 * an apostrophe in front; so does a text that begins with one, so that taking one away always gives the text back.
 */
export const guardText = (text: string): string => (NEEDS_GUARD.test(text) ? `'${text}` : text)

export const unguardText = (text: string): string => (text.startsWith("'") ? text.slice(1) : text)

/** Formula signs in both widths, white space that hides them, and numbers longer than a spreadsheet keeps. */
const NEEDS_GUARD = /^['=+\-@＝＋－＠\s]|^\d{12,}$/

/** One line of CSV with quotes where they are needed; lines end in CRLF. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`

const csvCell = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
