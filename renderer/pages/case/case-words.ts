import { caseFile as en } from '../../i18n/en/case.ts'
import { caseGuide as guideEn } from '../../i18n/en/case-guide.ts'
import { dictionary } from '../../i18n/words.ts'
import { caseFile as zh } from '../../i18n/zh-cn/case.ts'
import { caseGuide as guideZh } from '../../i18n/zh-cn/case-guide.ts'

export const caseWords = dictionary(zh, en)
/** What to ask, what to have ready, whom to turn to, what to beware of. */
export const guideWords = dictionary(guideZh, guideEn)
