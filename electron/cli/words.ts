import { reviewTexts } from '#shared/contract/texts/action-texts.ts'
import { sentence } from '#shared/contract/texts/refusal-sentence.ts'
import { codeSaid } from '#shared/contract/texts/said-codes.ts'
import { ROOM_TEXTS, type SentenceRoom } from '#shared/contract/texts/sentence-rooms.ts'
import type { Warning } from '#shared/outlook/answers.ts'
import type { Terminal } from './terminal.ts'

/** What arrives as a code with figures, as a sentence of the terminal's language. */
export const coded = (
  { language, called }: Pick<Terminal, 'language' | 'called'>,
  room: SentenceRoom,
  { code, values }: Warning,
): string => sentence(ROOM_TEXTS[room], { code, values: named(values, called, language) }, language)

/** Accounts stand in sentences by their stored names, codes by what they mean. */
const named = (
  values: Warning['values'],
  called: Terminal['called'],
  language: Terminal['language'],
): Warning['values'] =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value !== 'string'
        ? value
        : name === 'account' || name === 'name'
          ? called(value)
          : (codeSaid(name, value, language) ?? value),
    ]),
  )

/** Why a row waits for the user: reasons and evidence share some of their codes. */
export const reasonOf = ({ language }: Pick<Terminal, 'language'>, reason: string): string =>
  sentence(reviewTexts, { code: reason, values: {} }, language)
