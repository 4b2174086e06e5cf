import { dayText } from '#shared/kernel/day.ts'
import type { Closure } from '#shared/outlook/answers.ts'
import { cliText } from '../texts/cli-texts.ts'
import { requirementWord } from '../texts/closure-texts.ts'
import type { Dossier } from './dossier-facts.ts'
import { element, type Html, section, table } from './html.ts'

/** May it be closed: verdict and every requirement with its proof, for each target that is still open. */
export const closureSections = (dossier: Dossier): readonly Html[] =>
  dossier.closures.map((closure) => closureSection(dossier, closure))

function closureSection({ say, coded, language }: Dossier, closure: Closure): Html {
  const target = cliText(`target-${closure.closes}`)[language]
  const verdict = cliText(`verdict-${closure.verdict}`)[language].replace('{target}', target)
  const day = closure.safeOn ?? closure.earliestOn
  const earliest = day === null ? '' : ` · ${say('earliest', { on: dayText(day) })}`
  const rows = closure.requirements.map((one) => {
    // All of it: whoever holds the paper cannot ask for what was left out.
    const proofs = one.evidence.map((line) => element('p', '', coded('closure', line)))
    return [
      cliText(`requirement-${one.status}`)[language],
      coded('closure', { code: requirementWord(one.code, closure.target), values: {} }),
      element('div', '', proofs),
    ]
  })
  const columns = [{ title: '', as: 'narrow' as const }, { title: say('requirement') }, { title: say('proof') }]
  return section(say('closure', { target }), [element('p', 'strong', `${verdict}${earliest}`), table(columns, rows)])
}
