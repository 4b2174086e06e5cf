import { Fragment, type ReactNode, useMemo } from 'react'
import { fieldTexts } from '#shared/contract/texts/field-texts.ts'
import { refusalTexts } from '#shared/contract/texts/refusal-texts.ts'
import { codeSaid } from '#shared/contract/texts/said-codes.ts'
import { ROOM_TEXTS, type SentenceRoom } from '#shared/contract/texts/sentence-rooms.ts'
import { fillParts, keyOf, type Text, type TextLanguage, type Texts } from '#shared/contract/texts/text.ts'
import { parseDay, parseMonth } from '#shared/kernel/day.ts'
import { parseYuan } from '#shared/kernel/money.ts'
import type { AccountKind } from '#shared/ledger/account.ts'
import { kindName, accountName as nameOf } from './account-name.ts'
import { ownFieldTexts } from './field-texts.ts'
import { useLanguage, usePreferences } from './preferences.tsx'
import { screenTexts } from './screen-texts.ts'
import { type Format, useFormat } from './use-format.ts'

/** Sentences by code: refusals, warnings, actions and rules arrive as codes with values, and become words here. */
export type Coded = { readonly code: string; readonly values?: Readonly<Record<string, string | number>> | undefined }
export type SaySentence = (coded: Coded) => string

/** The screen's own sentences win. */
const textsFor = (room: SentenceRoom): readonly Texts[] => [screenTexts, ROOM_TEXTS[room]]
const problemTexts: readonly Texts[] = [ownFieldTexts, fieldTexts, refusalTexts]

/** Says a coded sentence as text, for names, toasts and copying; on the page use `Sentence`. */
export function useSentence(room: SentenceRoom): SaySentence {
  const { language, accountName } = usePreferences()
  const format = useFormat()
  return useMemo(
    () => (coded) =>
      partsOf(coded, { room, language, format, accountName })
        .map((part) => part.text)
        .join(''),
    [room, language, format, accountName],
  )
}

/** A coded sentence on the page: its days are dates that never break, its amounts hide with the others. */
export function Sentence({ code, values, room }: Coded & { readonly room: SentenceRoom }): ReactNode {
  const { language, accountName } = usePreferences()
  const format = useFormat()
  return partsOf({ code, values }, { room, language, format, accountName }).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places
    <Fragment key={index}>{part.day === null ? part.text : <time dateTime={part.day}>{part.text}</time>}</Fragment>
  ))
}

/** Says what is wrong with a field, right under it. */
export function useFieldSentence(): (problem: { readonly kind: string; readonly text?: string | undefined }) => string {
  const language = useLanguage()
  return ({ kind, text = '' }) => fillParts(textOf(problemTexts, kind)[language], { text }).join('')
}

type Part = { readonly text: string; readonly day: string | null }
type Manner = {
  readonly room: SentenceRoom
  readonly language: TextLanguage
  readonly format: Format
  readonly accountName: (id: string) => string
}

function partsOf({ code, values = {} }: Coded, manner: Manner): readonly Part[] {
  const shown = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, readable(name, value, manner)]))
  const texts = textsFor(manner.room)
  const key = keyOf((one) => texts.some((some) => Object.hasOwn(some, one)), code, values)
  return fillParts<Part>(chosenForms(textOf(texts, key)[manner.language], values), shown).map((part) =>
    typeof part === 'string' ? { text: manner.language === 'zh-CN' ? withoutGaps(part) : part, day: null } : part,
  )
}

/** A code without a sentence is shown as it is: wrong, and visible, instead of a blank. */
const textOf = (all: readonly Texts[], code: string): Text =>
  all.find((texts) => Object.hasOwn(texts, code))?.[code] ?? { 'zh-CN': code, en: code }

/** `{n|thing|things}` is decided before the values become parts. */
const chosenForms = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\|([^|}]*)\|([^}]*)\}/g, (_, name: string, one: string, other: string) =>
    Number(values[name]) === 1 ? one : other,
  )

/** The font sets the gap between Chinese and figures; typed spaces would double it. */
const withoutGaps = (text: string): string =>
  text.replace(/(?<=[\p{sc=Han}，。：；、「」）]) (?=\S|$)|(?<=\S|^) (?=[\p{sc=Han}「（])/gu, '')

const KINDS: readonly AccountKind[] = ['huabei', 'credit-purchase', 'borrow', 'credit-loan', 'other']

/** An account that is gone, its adding undone, is still told by its kind and lender: its id says them. */
function nameOrKind(id: string, accountName: Manner['accountName'], language: TextLanguage): string {
  const name = accountName(id)
  const parts = name === id ? /^(\D+?)(?::([^@]+))?(?:@.*|-\d+)?$/.exec(id) : null
  const kind = KINDS.find((one) => one === parts?.[1])
  return kind === undefined ? name : nameOf({ kind, name: '', lender: parts?.[2] ?? null }, language)
}

/** A value in the form in which people read it: what it is shows from its name or from how it is written. */
function readable(name: string, value: string | number, { language, format, accountName }: Manner): Part {
  const text = String(value)
  if (name === 'kind') return { text: kindName(text, language), day: null }
  if (name === 'account') return { text: nameOrKind(text, accountName, language), day: null }
  if (name === 'name') return { text: accountName(text), day: null }
  const said = codeSaid(name, text, language)
  if (said !== null) return { text: said, day: null }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const day = parseDay(text)
    return day.ok ? { text: format.dayNear(day.value), day: text } : { text, day: null }
  }
  if (/^\d{4}-\d{2}$/.test(text)) {
    const month = parseMonth(text)
    return month.ok ? { text: format.month(month.value), day: text } : { text, day: null }
  }
  const amount = /^-?\d+\.\d{2}$/.test(text) ? parseYuan(text) : null
  return { text: amount?.ok ? format.amount(amount.value) : text, day: null }
}
