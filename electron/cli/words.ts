import { actionTexts, reviewTexts, todoTexts } from '#shared/contract/texts/action-texts.ts'
import { caseTexts } from '#shared/contract/texts/case-texts.ts'
import { closureStepTexts } from '#shared/contract/texts/closure-step-texts.ts'
import { closureTexts } from '#shared/contract/texts/closure-texts.ts'
import { surroundingTexts } from '#shared/contract/texts/doctor-texts.ts'
import { outlookTexts } from '#shared/contract/texts/outlook-texts.ts'
import { sentence } from '#shared/contract/texts/refusal-sentence.ts'
import { ruleTexts } from '#shared/contract/texts/rule-texts.ts'
import type { Texts } from '#shared/contract/texts/text.ts'
import type { Warning } from '#shared/outlook/answers.ts'
import type { Terminal } from './terminal.ts'

const TEXTS: Texts = {
  ...ruleTexts,
  ...actionTexts,
  ...todoTexts,
  ...outlookTexts,
  ...closureTexts,
  ...closureStepTexts,
  ...surroundingTexts,
  ...caseTexts,
}

/** What arrives as a code with figures, as a sentence of the terminal's language. */
export const coded = ({ language }: Pick<Terminal, 'language'>, what: Warning): string =>
  sentence(TEXTS, what, language)

/** Why a row waits for the user: reasons and evidence share some of their codes. */
export const reasonOf = ({ language }: Pick<Terminal, 'language'>, reason: string): string =>
  sentence(reviewTexts, { code: reason, values: {} }, language)
