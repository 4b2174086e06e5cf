/**
 * The facts that a dossier carries, as data that no browser runs: written into the page, and read out of it again
 * without the rest of the dossier.
 */
const START = '<script type="application/json" id="huaqing-scenario">'
const END = '</script>'

/** A text could end the element early, so that its `<` is written as JSON allows. */
export const scenarioElement = (text: string): string => `${START}\n${text.replaceAll('<', '\\u003c')}\n${END}`

/** The text of the scenario; null where the text is no dossier. */
export function scenarioInside(text: string): string | null {
  const start = text.indexOf(START)
  if (!/^\s*<!doctype html>/i.test(text) || start < 0) return null
  const end = text.indexOf(END, start)
  return end < 0 ? null : text.slice(start + START.length, end).trim()
}
