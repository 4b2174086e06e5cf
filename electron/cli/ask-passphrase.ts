import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { RefusedError } from './refused-error.ts'
import type { Terminal } from './terminal.ts'

/** Scripts give it here; it stands in no command line, where every user of the machine could read it. */
const VARIABLE = 'HUAQING_PASSPHRASE'

/** A new passphrase: from the environment, else typed twice and not shown. */
export async function askNewPassphrase(terminal: Terminal): Promise<string> {
  const given = process.env[VARIABLE]
  if (given !== undefined && given !== '') return given
  if (!process.stdin.isTTY) throw new RefusedError({ kind: 'passphrase-needed', values: { variable: VARIABLE } })
  const first = await askHidden(terminal.say(cliTexts.passphraseNew))
  const again = await askHidden(terminal.say(cliTexts.passphraseAgain))
  if (first === '') throw new RefusedError({ kind: 'passphrase-needed', values: { variable: VARIABLE } })
  if (first !== again) throw new RefusedError({ kind: 'passphrases-differ' })
  return first
}

/** The question goes to standard error, the answer is echoed nowhere. */
async function askHidden(question: string): Promise<string> {
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await reader.question('')
  } finally {
    reader.close()
    process.stderr.write('\n')
  }
}
