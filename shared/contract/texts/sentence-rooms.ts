import { actionTexts, reviewTexts, todoTexts } from './action-texts.ts'
import { caseTexts } from './case-texts.ts'
import { closureStepTexts } from './closure-step-texts.ts'
import { closureTexts } from './closure-texts.ts'
import { surroundingTexts } from './doctor-texts.ts'
import { outlookTexts } from './outlook-texts.ts'
import { refusalTexts } from './refusal-texts.ts'
import { ruleTexts } from './rule-texts.ts'
import type { Texts } from './text.ts'

/**
 * Which kind of answer a code comes from. A few codes mean something else in another one: `rolled-principal` is a line of
 * a derivation, and what stands in the way of closing.
 */
const ROOMS = {
  action: actionTexts,
  todo: todoTexts,
  review: reviewTexts,
  rule: ruleTexts,
  outlook: outlookTexts,
  closure: { ...closureTexts, ...closureStepTexts },
  case: caseTexts,
  refusal: refusalTexts,
  surroundings: surroundingTexts,
} as const satisfies Readonly<Record<string, Texts>>

export type SentenceRoom = keyof typeof ROOMS

const ANY: Texts = Object.assign({}, ...Object.values(ROOMS))

/** The sentences of each room first, then any that knows the code. */
export const ROOM_TEXTS = Object.fromEntries(
  Object.entries(ROOMS).map(([room, texts]) => [room, { ...ANY, ...texts }]),
) as Readonly<Record<SentenceRoom, Texts>>
