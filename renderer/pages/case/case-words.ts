import type { CaseStepCode } from '#shared/outlook/case/case-steps.ts'
import { caseFile as en } from '../../i18n/en/case.ts'
import { caseGuide as guideEn } from '../../i18n/en/case-guide.ts'
import { useSentence } from '../../i18n/sentences.tsx'
import { dictionary } from '../../i18n/words.ts'
import { caseFile as zh } from '../../i18n/zh-cn/case.ts'
import { caseGuide as guideZh } from '../../i18n/zh-cn/case-guide.ts'

export const caseWords = dictionary(zh, en)
/** What to ask, what to have ready, whom to turn to, what to beware of. */
export const guideWords = dictionary(guideZh, guideEn)

/** The six steps have the names that the command line and the dossier give them. */
export function useStepName(): (code: CaseStepCode) => string {
  const say = useSentence('case')
  return (code) => say({ code: `step-name-${code}` })
}
