import { csvLine, guardText } from '#shared/statement-files/csv-cell.ts'
import { bridge } from '../bridge/bridge.ts'
import { showToast } from '../components/toast-list.ts'
import { useWords } from '../i18n/preferences.tsx'
import { chartsWords } from './charts-words.ts'

export type Lines = readonly (readonly string[])[]

/** Copies figures for a spreadsheet and says so. */
export function useCopyLines(): (lines: Lines) => Promise<void> {
  const say = useWords(chartsWords)
  return async (lines) => {
    await bridge.shell.copyText(lines.map((cells) => csvLine(cells.map(cellText))).join(''))
    showToast({ text: say('copied') })
  }
}

/** Figures and days stay what they are; only what a user has named could be a formula. */
const cellText = (text: string): string => (/^-?[\d,]+(\.\d+)?$/.test(text) ? text : guardText(text))
