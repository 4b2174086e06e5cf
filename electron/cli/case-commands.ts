import { resolve } from 'node:path'
import { contract } from '#shared/contract/contract.ts'
import { date } from '#shared/contract/json/leaves.ts'
import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { writeWhole } from '../files/write-whole.ts'
import { caseHandlers } from '../handlers/case-handlers.ts'
import { packFor } from '../handlers/complaint-pack.ts'
import { withLedger } from './ledger-session.ts'
import { RefusedError, UsageError } from './refused-error.ts'
import { requestOf } from './request.ts'
import { table } from './table.ts'
import type { Terminal } from './terminal.ts'
import { coded } from './words.ts'

/** The six steps with what each rests on, and the days to watch. */
export const showCase = (terminal: Terminal): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    const { steps, due } = await session.ask(caseHandlers.getCase, {})
    const dates = due.map(({ what, on, days, lapsed, text }) => ({ what, on: date(on), days, lapsed, text }))
    const named = (code: string, values = {}) => coded(terminal, 'case', { code, values })
    terminal.answer({ schema: 'huaqing/case@1', steps, due: dates }, () => {
      const lines = steps.map(({ code, state, evidence }, index) => {
        const head = `${index + 1}. ${named(`step-name-${code}`)} · ${named(`step-is-${state}`)}`
        return [head, ...evidence.map((line) => `   ${coded(terminal, 'case', line)}`)].join('\n')
      })
      const watched = dates.map(({ on, what, days, text }) => [
        on,
        named(`to-watch-${what}`, { days: days ?? 0 }),
        text,
      ])
      const columns = [cliTexts.day, cliTexts.what, cliTexts.label].map((head) => ({ title: terminal.say(head) }))
      return [lines.join('\n'), ...(watched.length === 0 ? [] : [table(columns, watched)])].join('\n\n')
    })
  })

export type PackOptions = {
  readonly out?: string
  readonly owner?: string
  readonly redact?: boolean
  readonly hide?: readonly string[]
  readonly keep?: readonly string[]
  readonly force?: boolean
}

/** Dossier, chronology, ledger, facts and attachments in one archive. */
export const makePack = (terminal: Terminal, options: PackOptions): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    const { out, redact = false, hide, keep, owner, force = false } = options
    if (out === undefined) throw new UsageError('--out PATH')
    const { language } = terminal
    const request = requestOf(contract.makeComplaintPack.request, { language, redact, hide, keep, owner })
    const { bytes } = await session.ask(packFor, request)
    const path = resolve(out)
    const written = writeWhole(path, [bytes], { replace: force })
    if (!written.ok) throw new RefusedError(written.refusal)
    const json = { schema: 'huaqing/export@1', format: 'complaint-pack', files: [{ file: path, bytes: written.value }] }
    terminal.answer(json, () => terminal.say(cliTexts.written, { file: path }))
  })
