import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import type { Terminal } from './terminal.ts'

/** Below an answer: the ids that `explain` takes, a line each. */
export const explainHint = ({ say }: Terminal, figures: readonly string[]): string =>
  figures.map((figure) => `\n${say(cliTexts.explainWith, { figure })}`).join('')
