import { contract } from '#shared/contract/contract.ts'
import { closureJson } from '#shared/contract/json/closure-json.ts'
import { date, dateOrNull, yuan } from '#shared/contract/json/leaves.ts'
import { cliText, cliTexts } from '#shared/contract/texts/cli-texts.ts'
import type { Closure } from '#shared/outlook/answers.ts'
import { closureHandlers } from '../handlers/closure-handlers.ts'
import { explainHint } from './explain-hint.ts'
import { withLedger } from './ledger-session.ts'
import { planOption } from './plan-file.ts'
import { UsageError } from './refused-error.ts'
import { requestOf } from './request.ts'
import { grouped, table } from './table.ts'
import type { Terminal } from './terminal.ts'
import { coded } from './words.ts'

export type ClosureQuestion = { readonly target?: string; readonly owner?: string; readonly plan?: string }

export const showClosure = (terminal: Terminal, options: ClosureQuestion): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    if (options.target === undefined) throw new UsageError('--target credit-purchase|huabei|borrow')
    const plan = planOption(options.plan)
    const request = requestOf(contract.getClosure.request, { target: options.target, owner: options.owner })
    const closure = await session.ask(closureHandlers.getClosure, plan ? { ...request, plan } : request)
    terminal.answer(closureJson(closure), () => {
      const figures = closure.requirements.flatMap(({ explain }) => explain ?? [])
      return closureText(terminal, closure) + explainHint(terminal, [closure.payNow.explain, ...figures])
    })
  })

export type ConfirmOptions = {
  readonly target?: string
  readonly code?: string
  readonly owner?: string
  readonly note?: string
  readonly amount?: string
}

export const confirmClosure = (terminal: Terminal, options: ConfirmOptions): Promise<void> =>
  withLedger(terminal, { access: 'write' }, async (session) => {
    const request = requestOf(contract.confirmClosure.request, options)
    const { id } = await session.ask(closureHandlers.confirmClosure, request)
    const { target, code, owner = null, note } = request
    const confirmation = { id, target, code, owner, on: date(session.today), note }
    terminal.answer({ schema: 'huaqing/confirmation@1', confirmation }, () =>
      terminal.say(cliTexts.confirmed, { what: coded(terminal, { code, values: {} }) }),
    )
  })

export const markCurrent = (terminal: Terminal, options: { on?: string }): Promise<void> =>
  withLedger(terminal, { access: 'write' }, async (session) => {
    const typed = { on: options.on ?? date(session.today) }
    const request = requestOf(contract.markRecordsCurrent.request, typed)
    const { on } = await session.ask(closureHandlers.markRecordsCurrent, request)
    const json = { schema: 'huaqing/records-current@1', on: date(on) }
    terminal.answer(json, () => terminal.say(cliTexts.recordsCurrent, { on: date(on) }))
  })

export function closureText(terminal: Terminal, closure: Closure): string {
  const { say } = terminal
  const target = say(cliText(`target-${closure.target}`))
  const head = [say(cliText(`verdict-${closure.verdict}`), { target }), ...ownersText(terminal, closure)]
  if (closure.earliestOn !== null) head.push(say(cliTexts.earliestOn, { on: date(closure.earliestOn) }))
  head.push(say(cliTexts.payNow, { total: grouped(yuan(closure.payNow.total)) }))
  const steps = closure.steps.map((step) => {
    const on = dateOrNull(step.on) ?? ''
    return `${step.n}. ${coded(terminal, step.do)}${step.amount === null ? '' : ` ¥${grouped(yuan(step.amount))}`} ${on}`.trimEnd()
  })
  return [head.join('\n'), requirementsTable(terminal, closure), steps.join('\n')]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** With two people's accounts it is said whose are meant, and how to ask for one of them. */
function ownersText({ say }: Terminal, { owner, owners }: Closure): readonly string[] {
  if (owners.length < 2) return []
  return [owner === null ? say(cliTexts.everyOwner, { owners: owners.join(', ') }) : say(cliTexts.oneOwner, { owner })]
}

function requirementsTable(terminal: Terminal, { requirements }: Closure): string {
  const { say } = terminal
  const columns = [
    { title: '' },
    { title: say(cliTexts.what) },
    { title: say(cliTexts.amount), align: 'right' as const },
    { title: say(cliTexts.why) },
  ]
  const rows = requirements.map((one) => [
    say(cliText(`requirement-${one.status}`)),
    nameOf(terminal, one),
    one.amount === null ? '' : grouped(yuan(one.amount)),
    evidenceText(terminal, one.evidence),
  ])
  return table(columns, rows)
}

/** What only the user can confirm is confirmed by its code. */
function nameOf(terminal: Terminal, { code, kind, status }: Closure['requirements'][number]): string {
  const name = coded(terminal, { code, values: {} })
  return kind === 'confirm' && status !== 'confirmed' ? `${name} (${code})` : name
}

/** So many lines of proof fit beside a requirement; `--json` has them all. */
const SHOWN = 3

function evidenceText(terminal: Terminal, evidence: Closure['requirements'][number]['evidence']): string {
  const said = evidence.slice(0, SHOWN).map((line) => coded(terminal, line))
  return [...said, ...(evidence.length > SHOWN ? [`… +${evidence.length - SHOWN}`] : [])].join('; ')
}
