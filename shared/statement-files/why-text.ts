import type { Language } from './language.ts'
import { RULES, reasonText } from './reasons.ts'
import { problemKindSentence } from './row-problem.ts'

/** Why an entry's row was read as it was: the rule that fitted, or what kept it from being read before the user said it. */
export const whyText = (why: string, language: Language): string =>
  RULES.some((rule) => rule === why) ? reasonText(why, language) : problemKindSentence(why, language)
