import { useMemo } from 'react'
import { fieldTexts } from '#shared/contract/texts/field-texts.ts'
import { refusalTexts } from '#shared/contract/texts/refusal-texts.ts'
import { fill, type TextLanguage, type Texts } from '#shared/contract/texts/text.ts'
import { parseDay, parseMonth } from '#shared/kernel/day.ts'
import { parseYuan } from '#shared/kernel/money.ts'
import { ownFieldTexts } from './field-texts.ts'
import { useLanguage } from './preferences.tsx'
import { screenTexts } from './screen-texts.ts'
import { type Format, useFormat } from './use-format.ts'

/** Sentences by code: refusals, warnings, actions and rules arrive as codes with values, and become words here. */
export type Coded = { readonly code: string; readonly values?: Readonly<Record<string, string | number>> | undefined }
export type SaySentence = (coded: Coded) => string

/** In the order in which they win where two rooms name the same code. */
const sentenceTexts: readonly Texts[] = [screenTexts, refusalTexts]
const problemTexts: readonly Texts[] = [ownFieldTexts, fieldTexts, refusalTexts]

/** Says a coded sentence in the screen's language, amounts hidden where they are hidden. */
export function useSentence(): SaySentence {
  const language = useLanguage()
  const format = useFormat()
  return useMemo(
    () =>
      ({ code, values = {} }: Coded) =>
        say(sentenceTexts, { code, values: readableValues(values, format) }, language),
    [language, format],
  )
}

/** Says what is wrong with a field, right under it. */
export function useFieldSentence(): (problem: { readonly kind: string; readonly text?: string | undefined }) => string {
  const language = useLanguage()
  return ({ kind, text = '' }) => say(problemTexts, { code: kind, values: { text } }, language)
}

/** A code without a sentence is shown as it is: wrong, and visible, instead of a blank. */
export function say(all: readonly Texts[], coded: Required<Coded>, language: TextLanguage): string {
  const texts = all.find((one) => Object.hasOwn(one, coded.code))
  const sentence = fill(texts?.[coded.code]?.[language] ?? coded.code, coded.values ?? {})
  return language === 'zh-CN' ? withoutGaps(sentence) : sentence
}

/** The font sets the gap between Chinese and figures; typed spaces would double it. */
const withoutGaps = (text: string): string =>
  text.replace(/(?<=[\p{sc=Han}，。：；、」）]) (?=\S)|(?<=\S) (?=[\p{sc=Han}「（])/gu, '')

const readableValues = (values: Readonly<Record<string, string | number>>, format: Format) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, readable(value, format)]))

/** A value in the form in which people read it: what it is shows from how it is written. */
function readable(value: string | number, format: Format): string | number {
  if (typeof value === 'number') return value
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const day = parseDay(value)
    return day.ok ? format.dayNear(day.value) : value
  }
  if (/^\d{4}-\d{2}$/.test(value)) {
    const month = parseMonth(value)
    return month.ok ? format.month(month.value) : value
  }
  if (/^-?\d+\.\d{2}$/.test(value)) {
    const amount = parseYuan(value)
    return amount.ok ? format.amount(amount.value) : value
  }
  return value
}
