import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { runCommandLine } from '../../electron/cli/run-command-line.ts'
import { removeFolder } from '../remove-folder.ts'

export type Told = { readonly code: number; readonly out: string; readonly err: string }

/** A ledger that is told in commands, as a person would type them; gone when the test ends. */
export type Book = {
  readonly path: string
  readonly folder: string
  /** One command of `huaqing`, its words apart by spaces; quotes hold a word with spaces together. */
  readonly tell: (line: string) => Promise<Told>
  /** Commands that must be done, one a line; answers what the last one said. */
  readonly story: (lines: string) => Promise<string>
  /** The JSON document of a question. */
  readonly ask: (line: string) => Promise<unknown>
  /** The same ledger on another day. */
  readonly on: (day: string) => Book
}

/** @param whenDone where to leave the clean-up: the end of the test, or of the file for a book that only looks. */
export function openBook(today: string, whenDone: (cleanUp: () => void) => void = onTestFinished): Book {
  const folder = mkdtempSync(join(tmpdir(), 'huaqing-story-'))
  whenDone(() => removeFolder(folder))
  return bookIn(folder, today)
}

function bookIn(folder: string, today: string): Book {
  const path = join(folder, 'ledger.huaqing')
  const tell = (line: string) => huaqing(['--ledger', path, '--today', today, '--lang', 'en', ...wordsOf(line)])
  const mustTell = async (line: string): Promise<string> => {
    const told = await tell(line)
    if (told.code !== 0) throw new Error(`${line}: ${told.code} ${told.err}`)
    return told.out
  }
  const story = async (lines: string): Promise<string> => {
    let last = ''
    for (const line of lines.split('\n').map((one) => one.trim())) if (line !== '') last = await mustTell(line)
    return last
  }
  const ask = async (line: string): Promise<unknown> => JSON.parse(await mustTell(`--json ${line}`))
  return { path, folder, tell, story, ask, on: (day) => bookIn(folder, day) }
}

async function huaqing(args: readonly string[]): Promise<Told> {
  const said = { out: '', err: '' }
  const code = await runCommandLine(args, {
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
  })
  return { code, ...said }
}

const wordsOf = (line: string): readonly string[] =>
  [...line.trim().matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')

/** A table as it stands in a test: without the margin of the source. */
export function page(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n')
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)))
  return `${lines.map((line) => line.slice(margin).trimEnd()).join('\n')}\n`
}
