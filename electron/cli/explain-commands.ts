import { derivationRows } from '#shared/contract/derivation-rows.ts'
import { derivationJson } from '#shared/contract/json/derivation-json.ts'
import { dateOrNull, yuan } from '#shared/contract/json/leaves.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { explainHandlers } from '../handlers/explain-handlers.ts'
import { withLedger } from './ledger-session.ts'
import { planOption } from './plan-file.ts'
import { grouped, table } from './table.ts'
import type { Terminal } from './terminal.ts'
import { coded } from './words.ts'

/** A figure that is a day answers with it. */
const headOf = ({ day, amount }: Derivation): string =>
  day === undefined ? grouped(yuan(amount)) : (dateOrNull(day) ?? '-')

export const explainFigure = (terminal: Terminal, figure: string, options: { plan?: string }): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    const plan = planOption(options.plan)
    const derivation = await session.ask(explainHandlers.explain, plan ? { figure, plan } : { figure })
    const text = (line: DerivationLine): string => coded(terminal, 'rule', { code: line.rule, values: line.values })
    terminal.answer(derivationJson(derivation, text), () => {
      const rows = derivationRows(derivation, { text, amount: (amount) => grouped(yuan(amount)) })
      const columns = [{ title: figure }, { title: headOf(derivation), align: 'right' as const }, { title: '' }]
      return table(columns, rows)
    })
  })
