import { contract } from '#shared/contract/contract.ts'
import { actionJson, historyJson } from '#shared/contract/json/history-json.ts'
import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import type { ActionView } from '#shared/contract/views.ts'
import { momentText } from '#shared/kernel/moment.ts'
import { historyHandlers } from '../handlers/history-handlers.ts'
import { instantText } from '../instant.ts'
import { withLedger } from './ledger-session.ts'
import { requestOf, wholeOf } from './request.ts'
import { table } from './table.ts'
import type { Terminal } from './terminal.ts'
import { coded } from './words.ts'

export const listHistory = (terminal: Terminal, options: { limit?: string }): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    const request = requestOf(contract.listHistory.request, { limit: wholeOf(options.limit) })
    const actions = await session.ask(historyHandlers.listHistory, request)
    terminal.answer(historyJson(actions, instantText), () => historyTable(terminal, actions))
  })

type MoveOptions = { readonly to?: string }

export const undo = (terminal: Terminal, options: MoveOptions): Promise<void> => move(terminal, 'undo', options)
export const redo = (terminal: Terminal, options: MoveOptions): Promise<void> => move(terminal, 'redo', options)

/** One step, or every step up to one of the history. */
const move = (terminal: Terminal, which: 'undo' | 'redo', { to }: MoveOptions): Promise<void> =>
  withLedger(terminal, { access: 'write', alongHistory: true }, async (session) => {
    const upTo = { undo: historyHandlers.undoTo, redo: historyHandlers.redoTo }[which]
    const actions =
      to === undefined
        ? [await session.ask(historyHandlers[which], {})]
        : await session.ask(upTo, requestOf(contract.undoTo.request, { id: wholeOf(to) }))
    const json = { schema: 'huaqing/history@1', actions: actions.map((action) => actionJson(action, instantText)) }
    const text = which === 'undo' ? cliTexts.undone : cliTexts.redone
    terminal.answer(json, () =>
      actions.map((action) => terminal.say(text, { label: coded(terminal, 'action', action.label) })).join('\n'),
    )
  })

function historyTable(terminal: Terminal, actions: readonly ActionView[]): string {
  const { say } = terminal
  if (actions.length === 0) return say(cliTexts.noHistory)
  const columns = [
    { title: say(cliTexts.id), align: 'right' as const },
    { title: say(cliTexts.at) },
    { title: say(cliTexts.action) },
    { title: '' },
  ]
  const rows = actions.map((action) => [
    String(action.id),
    momentText(action.at),
    coded(terminal, 'action', action.label),
    action.undone ? say(cliTexts.undoneMark) : '',
  ])
  return table(columns, rows)
}
