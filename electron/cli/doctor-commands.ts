import { dirname } from 'node:path'
import type { Refusal } from '#shared/contract/reply.ts'
import type { CheckView, DoctorReport } from '#shared/contract/safety-views.ts'
import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { doctorTexts } from '#shared/contract/texts/doctor-texts.ts'
import { refusalSentence } from '#shared/contract/texts/refusal-sentence.ts'
import type { Warning } from '#shared/outlook/answers.ts'
import { doctorHandlers } from '../handlers/doctor-handlers.ts'
import { reportHandlers } from '../handlers/report-handlers.ts'
import { safetyHandlers } from '../handlers/safety-handlers.ts'
import { warningsOf } from '../handlers/surroundings.ts'
import { unlessUnreadable } from '../handlers/unless-unreadable.ts'
import { type LedgerUse, withLedger, withRescue } from './ledger-session.ts'
import type { Terminal } from './terminal.ts'
import { coded } from './words.ts'

export type DoctorOptions = { readonly repair?: boolean; readonly salvage?: boolean; readonly accept?: boolean }

/**
 * Looks at the ledger; with `--repair` puts right what can be proved; with `--salvage` reads out what can be read; with
 * `--accept` ends the warning that it is not the file of last time.
 */
export async function doctor(terminal: Terminal, options: DoctorOptions): Promise<void> {
  if (options.salvage) return salvage(terminal)
  if (options.accept) return accept(terminal)
  const ask = options.repair ? doctorHandlers.repair : doctorHandlers.examine
  let closedBy: Refusal | null = null
  let warnings: readonly Warning[] = []
  const report = await withRescue(terminal, async (context) => {
    closedBy = context.closedBy
    const { store, now } = context
    if (store !== null) warnings = unlessUnreadable(context.logFolder, () => warningsOf(store, now())) ?? []
    return ask(context, {})
  })
  const problems = report.checks.filter(({ count }) => count > 0)
  const surroundings = warnings.map((warning) => ({ ...warning, message: coded(terminal, 'surroundings', warning) }))
  const json = { schema: 'huaqing/doctor@1', file: report.path, ...report, problems, surroundings }
  const isToAccept = warnings.some(({ code }) => code === 'ledger-older' || code === 'ledger-apart')
  const way = isToAccept ? [terminal.say(cliTexts.acceptLedger)] : []
  const around = [...surroundings.map(({ message }) => message), ...way]
  terminal.answer(json, () => linesOf(terminal, report, { problems, closedBy, around }).join('\n'))
}

type Found = {
  readonly problems: readonly CheckView[]
  readonly closedBy: Refusal | null
  readonly around: readonly string[]
}

function linesOf(terminal: Terminal, report: DoctorReport, { problems, closedBy, around }: Found): readonly string[] {
  const { say, language } = terminal
  if (closedBy !== null) return [refusalSentence(closedBy, language)]
  const nameOf = (check: string) => doctorTexts[check]?.[language] ?? check
  const found = problems.map(({ check, count, examples, repairable }) => {
    // Damage is told with the checks that it stopped, by their names.
    const stopped = examples.filter((one) => one !== check && Object.hasOwn(doctorTexts, one)).map(nameOf)
    if (stopped.length > 0) return say(cliTexts.doctorStopped, { name: nameOf(check), checks: stopped.join('; ') })
    return `${nameOf(check)}: ${count} ${examples.join(', ')} ${repairable ? say(cliTexts.doctorRepairable) : ''}`.trimEnd()
  })
  const repaired = report.kept === null ? [] : [say(cliTexts.doctorRepaired, { kept: report.kept })]
  const sound = problems.length === 0 ? [say(cliTexts.doctorSound, { count: report.checks.length })] : found
  const way = problems.some(({ repairable }) => !repairable) ? [say(cliTexts.doctorBeyond)] : []
  return [...repaired, ...sound, ...way, ...around, say(cliTexts.doctorFaults, { count: report.faults })]
}

async function salvage(terminal: Terminal): Promise<void> {
  const result = await withRescue(terminal, async (context) => doctorHandlers.salvage(context, {}))
  const folder = dirname(result.files[0] ?? '')
  terminal.answer({ schema: 'huaqing/salvage@1', ...result }, () =>
    [
      terminal.say(cliTexts.salvaged, { rows: result.rows, lost: result.lost, folder }),
      ...(result.more ? [terminal.say(cliTexts.salvagedMore)] : []),
    ].join('\n'),
  )
}

async function accept(terminal: Terminal): Promise<void> {
  const use: LedgerUse = { access: 'write', alongHistory: true }
  const { accepted } = await withLedger(terminal, use, ({ ask }) => ask(safetyHandlers.acceptLedger, {}))
  const text = accepted === null ? cliTexts.nothingToAccept : cliTexts.accepted
  terminal.answer({ schema: 'huaqing/accepted@1', accepted: accepted?.code ?? null }, () => terminal.say(text))
}

/** The report that a helper may see: no amount, no name, no path. */
export async function report(terminal: Terminal): Promise<void> {
  const { text } = await withRescue(terminal, async (context) => reportHandlers.getReport(context, {}))
  terminal.answer({ schema: 'huaqing/report@1', text }, () => text)
}
