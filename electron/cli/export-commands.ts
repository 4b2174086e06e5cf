import { once } from 'node:events'
import { resolve } from 'node:path'
import { EXPORT_FORMATS, exportFields } from '#shared/contract/export-fields.ts'
import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { inChunks, writeWhole } from '../files/write-whole.ts'
import { makeExport } from '../handlers/make-export.ts'
import { withLedger } from './ledger-session.ts'
import { RefusedError, UsageError } from './refused-error.ts'
import { requestOf } from './request.ts'
import type { Terminal } from './terminal.ts'

export type ExportOptions = {
  readonly format?: string
  readonly out?: string
  readonly account?: string
  readonly bom?: boolean
  readonly amounts?: boolean
  readonly force?: boolean
}

/** Where `--out -` writes: the file itself is the answer, and nothing else may stand there. */
const STANDARD_OUTPUT = '-'

/** Written for its owner alone; an existing file is kept unless `--force` says otherwise. */
export const exportLedger = (
  terminal: Terminal,
  { format, out, force = false, ...options }: ExportOptions,
): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    if (out === undefined) throw new UsageError('--out PATH')
    if (format === undefined) throw new UsageError(`--format ${EXPORT_FORMATS.join('|')}`)
    if (out === STANDARD_OUTPUT && terminal.json) throw new UsageError('--out - / --json')
    const { pieces } = await session.ask(
      makeExport,
      requestOf(exportFields, { format, language: terminal.language, ...options }),
    )
    if (out === STANDARD_OUTPUT) {
      for (const chunk of inChunks(pieces)) if (!process.stdout.write(chunk)) await once(process.stdout, 'drain')
      return
    }
    const path = resolve(out)
    const written = writeWhole(path, pieces, { replace: force })
    if (!written.ok) throw new RefusedError(written.refusal)
    const json = { schema: 'huaqing/export@1', format, files: [{ file: path, bytes: written.value }] }
    terminal.answer(json, () => terminal.say(cliTexts.written, { file: path }))
  })
