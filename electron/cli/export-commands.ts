import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { exportHandlers } from '../handlers/export-handlers.ts'
import { withLedger } from './ledger-session.ts'
import { RefusedError, UsageError } from './refused-error.ts'
import type { Terminal } from './terminal.ts'

export type ExportOptions = {
  readonly format?: string
  readonly out?: string
  readonly bom?: boolean
  readonly force?: boolean
}

/** Written for its owner alone; an existing file is kept unless `--force` says otherwise. */
export const exportLedger = (
  terminal: Terminal,
  { format, out, bom = false, force = false }: ExportOptions,
): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    if (out === undefined) throw new UsageError('--out PATH')
    if (format !== 'csv' && format !== 'scenario') throw new UsageError('--format csv|scenario')
    const file =
      format === 'csv'
        ? await session.ask(exportHandlers.exportCsv, { bom })
        : await session.ask(exportHandlers.exportScenario, {})
    const path = resolve(out)
    write(path, file.text, force)
    const json = { schema: 'huaqing/export@1', format, files: [{ file: path, bytes: Buffer.byteLength(file.text) }] }
    terminal.answer(json, () => terminal.say(cliTexts.written, { file: path }))
  })

function write(path: string, text: string, force: boolean): void {
  try {
    writeFileSync(path, text, { mode: 0o600, flag: force ? 'w' : 'wx' })
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (reason === '') throw error
    throw new RefusedError({
      kind: reason === 'EEXIST' ? 'file-exists' : 'file-not-writable',
      values: { path, reason },
    })
  }
}
