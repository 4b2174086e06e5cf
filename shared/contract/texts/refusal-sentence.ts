import type { FieldRefusal, Refusal } from '../reply.ts'
import { fieldTexts } from './field-texts.ts'
import { refusalTexts } from './refusal-texts.ts'
import { fill, keyOf, type TextLanguage, type Texts } from './text.ts'

/** A code with its figures as a sentence; a code without a sentence is shown as it is, with its figures: wrong, and visible. */
export function sentence(
  texts: Texts,
  coded: { readonly code: string; readonly values: Readonly<Record<string, string | number>> },
  language: TextLanguage,
): string {
  const key = keyOf((one) => Object.hasOwn(texts, one), coded.code, coded.values)
  const text = Object.hasOwn(texts, key) ? texts[key] : undefined
  if (text) return fill(text[language], coded.values)
  return [coded.code, ...Object.entries(coded.values).map(([name, value]) => `${name} ${value}`)].join(' ')
}

/** One sentence; wrong fields stand line by line with their path. */
export function refusalSentence({ kind, values = {}, fields = [] }: Refusal, language: TextLanguage): string {
  if (fields.length === 0) return sentence(refusalTexts, { code: kind, values }, language)
  return fields.map((field) => `${field.path}: ${fieldSentence(field, language)}`).join('\n')
}

export const fieldSentence = ({ kind, text }: FieldRefusal, language: TextLanguage): string =>
  sentence(fieldTexts, { code: kind, values: text === undefined ? {} : { text } }, language)
