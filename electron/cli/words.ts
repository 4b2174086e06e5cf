import { reviewTexts } from '#shared/contract/texts/action-texts.ts'
import { sentence } from '#shared/contract/texts/refusal-sentence.ts'
import { ROOM_TEXTS, type SentenceRoom } from '#shared/contract/texts/sentence-rooms.ts'
import type { Warning } from '#shared/outlook/answers.ts'
import type { Terminal } from './terminal.ts'

/** What arrives as a code with figures, as a sentence of the terminal's language. */
export const coded = ({ language }: Pick<Terminal, 'language'>, room: SentenceRoom, what: Warning): string =>
  sentence(ROOM_TEXTS[room], what, language)

/** Why a row waits for the user: reasons and evidence share some of their codes. */
export const reasonOf = ({ language }: Pick<Terminal, 'language'>, reason: string): string =>
  sentence(reviewTexts, { code: reason, values: {} }, language)
