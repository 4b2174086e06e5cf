import type { RedactionWord } from '#shared/outlook/case/named-in.ts'
import type { WordChoice } from '#shared/outlook/case/names.ts'
import { TextArea } from '../../components/text-area.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { caseWords } from './case-words.ts'

/** One word a line. */
const linesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]

/** What the list says beyond what was found: words that were added, and found ones that were taken off it. */
export function choiceOf(found: readonly RedactionWord[], text: string | null): WordChoice {
  if (text === null) return { hide: [], keep: [] }
  const lines = linesOf(text)
  const names = found.map(({ name }) => name)
  return { hide: lines.filter((line) => !names.includes(line)), keep: names.filter((name) => !lines.includes(name)) }
}

export const textOf = (found: readonly RedactionWord[]): string => found.map(({ name }) => name).join('\n')

/** The words that go, to be read once more before anything leaves: what is not on the list stays in what was written. */
export function RedactionList(props: {
  readonly found: readonly RedactionWord[]
  readonly text: string | null
  readonly onChange: (text: string) => void
}) {
  const say = useWords(caseWords)
  const { found } = props
  return (
    <TextArea
      label={say('redactWords')}
      rows={6}
      note={say(found.length === 0 ? 'redactNoneFound' : 'redactFound', { n: found.length })}
      value={props.text ?? textOf(found)}
      onChange={props.onChange}
    />
  )
}
