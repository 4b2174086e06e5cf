import { cliText } from '#shared/contract/texts/cli-texts.ts'
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
  /** Where this computer remembers how far its ledgers had come. */
  readonly seenFolder: string | undefined
  /** The answer: the JSON document with `--json`, else what people read. */
  readonly answer: (json: unknown, human: () => string) => void
  /** A document too long to be in memory at once. */
  readonly answerPieces: (json: AsyncIterable<string>) => Promise<void>
  /** A message or progress: standard error. */
  readonly tell: (message: string) => void
  readonly progress: (stage: string, done: number, total: number | null) => void
  /** Asks before one thing takes the place of another; null where nobody sits in front of it: then the command said it. */
  readonly confirm: ((question: string) => Promise<boolean>) | null
  readonly say: (
    texts: { readonly [L in TextLanguage]: string },
    values?: Readonly<Record<string, string | number>>,
  ) => string
  /** Where a command has a ledger: what its accounts are called in the terminal's language, asked for only once it is needed. */
  readonly know: (names: () => ReadonlyMap<string, string>) => void
  /** What an account is called, by the name that the ledger has for it. */
  readonly called: (name: string) => string
}

export type Streams = {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** One line that somebody types; not there where nobody sits in front of it. */
  readonly ask?: ((question: string) => Promise<string>) | undefined
  readonly seenFolder?: string
}

export function createTerminal(options: GlobalOptions, { out, err, ask, seenFolder }: Streams): Terminal {
  const say: Terminal['say'] = (texts, values = {}) => fill(texts[options.language], values)
  let shown = ''
  let known: () => ReadonlyMap<string, string> = () => new Map()
  return {
    ...options,
    seenFolder,
    say,
    know: (names) => {
      let read: ReadonlyMap<string, string> | null = null
      known = () => {
        read ??= names()
        return read
      }
    },
    called: (name) => known().get(name) ?? name,
    answer: (json, human) => out(options.json ? `${JSON.stringify(json)}\n` : withNewline(human())),
    answerPieces: async (json) => {
      for await (const piece of json) out(piece)
      out('\n')
    },
    tell: (message) => err(withNewline(message)),
    progress: (stage, done, total) => {
      const count =
        total === null || total === 0 ? (done === 0 ? '…' : ` ${done}`) : ` ${Math.floor((done * 100) / total)} %`
      const line = say(cliText(`stage-${stage}`)) + count
      if (line !== shown) err(`${line}\n`)
      shown = line
    },
    confirm:
      ask === undefined || options.json ? null : async (question) => YES.test((await ask(`${question} `)).trim()),
  }
}

const YES = /^(y|yes|是|好|确定)$/i

const withNewline = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`)
