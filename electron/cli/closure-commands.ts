import { contract } from '#shared/contract/contract.ts'
import { closureJson } from '#shared/contract/json/closure-json.ts'
import { date } from '#shared/contract/json/leaves.ts'
import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { decideOwner } from '#shared/outlook/closure/decide-confirmation.ts'
import { isLacking } from '#shared/outlook/closure/scope.ts'
import { closableTargets } from '#shared/outlook/closure/targets.ts'
import { closureHandlers } from '../handlers/closure-handlers.ts'
import { readLedger } from '../store/read-ledger.ts'
import { closureHead, closureText } from './closure-text.ts'
import { explainHint } from './explain-hint.ts'
import { type LedgerSession, withLedger } from './ledger-session.ts'
import { planOption } from './plan-file.ts'
import { requestOf } from './request.ts'
import type { Terminal } from './terminal.ts'
import { coded } from './words.ts'

export type ClosureQuestion = { readonly target?: string; readonly owner?: string; readonly plan?: string }

export const showClosure = (terminal: Terminal, options: ClosureQuestion): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    if (options.target === undefined) return showEveryClosure(terminal, session, options)
    const plan = planOption(options.plan)
    const request = requestOf(contract.getClosure.request, {
      target: options.target,
      owner: options.owner,
      shown: true,
    })
    const closure = await session.ask(closureHandlers.getClosure, plan ? { ...request, plan } : request)
    terminal.answer(closureJson(closure), () => {
      const lacking = closure.requirements.flatMap(({ explain }) => explain ?? [])
      const costs = closure.choice ? [closure.choice.soonest.explain, closure.choice.bySchedule.explain] : []
      return closureText(terminal, closure) + explainHint(terminal, [closure.payNow.explain, ...costs, ...lacking])
    })
  })

/** Without a target: each that could still be closed, in a few lines. */
async function showEveryClosure(terminal: Terminal, session: LedgerSession, options: ClosureQuestion): Promise<void> {
  const ledger = session.store.read((reader) => readLedger(reader, session.today))
  const all = closableTargets(ledger)
  // Who has no account of one kind may have one of another.
  const own = all.filter((target) => decideOwner(ledger.accounts, target, options.owner ?? null).ok)
  const targets = own.length === 0 ? all : own
  const plan = planOption(options.plan)
  const closures = await Promise.all(
    targets.map((target) => {
      const request = requestOf(contract.getClosure.request, { target, owner: options.owner, shown: true })
      return session.ask(closureHandlers.getClosure, plan ? { ...request, plan } : request)
    }),
  )
  terminal.answer({ schema: 'huaqing/closures@1', closures: closures.map((one) => closureJson(one)) }, () => {
    if (closures.length === 0) return terminal.say(cliTexts.nothingToClose)
    const parts = closures.map((closure) => {
      const lacking = closure.requirements.filter(isLacking).length
      const lines = [...closureHead(terminal, closure), terminal.say(cliTexts.requirementsLeft, { lacking })]
      return [...lines, terminal.say(cliTexts.closureOfTarget, { target: closure.target })].join('\n')
    })
    return parts.join('\n\n')
  })
}

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
      terminal.say(cliTexts.confirmed, { what: coded(terminal, 'closure', { code, values: {} }) }),
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
