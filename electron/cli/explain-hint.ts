import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import type { Terminal } from './terminal.ts'

/** Below an answer: the ids that `explain` takes, a line each. */
export const explainHint = ({ say }: Terminal, figures: readonly string[], plan?: string): string => {
  const by = plan === undefined ? '' : ` --plan ${plan}`
  return figures.map((figure) => `\n${say(cliTexts.explainWith, { figure: `${figure}${by}` })}`).join('')
}
