import { fill, type TextLanguage } from '#shared/contract/texts/text.ts'
import type { Day } from '#shared/kernel/day.ts'

/** What a command is given: the global options, and where its answer goes. */
export type GlobalOptions = {
  readonly ledger: string | undefined
  readonly today: Day | null
  readonly json: boolean
  readonly language: TextLanguage
}

export type Terminal = GlobalOptions & {
  /** The answer: the JSON document with `--json`, else what people read. */
  readonly answer: (json: unknown, human: () => string) => void
  /** A message or progress: standard error. */
  readonly tell: (message: string) => void
  readonly progress: (stage: string, done: number, total: number | null) => void
  readonly say: (
    texts: { readonly [L in TextLanguage]: string },
    values?: Readonly<Record<string, string | number>>,
  ) => string
}

export type Streams = { readonly out: (text: string) => void; readonly err: (text: string) => void }

export function createTerminal(options: GlobalOptions, { out, err }: Streams): Terminal {
  return {
    ...options,
    answer: (json, human) => out(options.json ? `${JSON.stringify(json)}\n` : withNewline(human())),
    tell: (message) => err(withNewline(message)),
    progress: (stage, done, total) => err(`${stage} ${done}${total === null ? '' : `/${total}`}\n`),
    say: (texts, values = {}) => fill(texts[options.language], values),
  }
}

const withNewline = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`)
